package org.florilegium.tag.tradition;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The tradition file, read and checked.
 *
 * @param version of the file
 * @param weights how far evidence goes
 * @param leaves in the order of the file
 * @param digest SHA-256 of the file, hexadecimal
 */
public record Traditions(int version, EvidenceWeights weights, List<Tradition> leaves, String digest)
        implements Serializable {
    /** No leaves: only what a source declares is attributed. */
    public static final Traditions NONE = new Traditions(0, new EvidenceWeights(0, 0, 0, 0, 0, 0, 1, 1), List.of(), "");

    public Traditions {
        leaves = List.copyOf(leaves);
    }

    /**
     * Reads {@code file}.
     *
     * @throws IllegalArgumentException with one line {@code file: path: complaint} for every fault
     */
    public static Traditions read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException absent) {
            throw new IllegalArgumentException("no tradition file " + file, absent);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read tradition file " + file, unreadable);
        }
    }

    /** As {@link #read}, from the text of a file called {@code name} in messages. */
    public static Traditions parse(String yaml, String name) {
        return new TraditionsParser(name).parse(yaml, sha256(yaml));
    }

    /** Names of all leaves, in the order of the file. */
    public List<String> names() {
        return leaves.stream().map(Tradition::name).toList();
    }

    /** The leaf that {@code declared} names, by its name or one of its aliases. */
    public Optional<Tradition> find(String declared) {
        return leaves.stream()
                .filter(leaf -> leaf.name().equals(declared) || leaf.aliases().contains(declared))
                .findFirst();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java runtime has SHA-256", absent);
        }
    }
}
