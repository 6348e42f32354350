package org.florilegium.spec;

/**
 * One thing that is wrong with a file.
 *
 * @param path where in the file, for example {@code sources[0].path}; empty for the whole file
 * @param message what was expected, what was found, and what to do
 */
public record Fault(String path, String message) implements Comparable<Fault> {

    @Override
    public int compareTo(Fault other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : message.compareTo(other.message);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
