package org.florilegium.spec;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A file that cannot be used, with all its faults, one on a line. */
public final class InvalidFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * @param file the file as the user named it
     * @param faults all that is wrong with it, at least one
     */
    public InvalidFileException(String file, List<Fault> faults) {
        super(new TreeSet<>(faults).stream().map(fault -> file + ": " + fault).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All that is wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
