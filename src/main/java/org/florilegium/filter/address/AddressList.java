package org.florilegium.filter.address;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * One list that a user supplies: a file with an entry a line, or a folder of such files; gzip and zstd are unpacked.
 *
 * <p>A {@code #} begins a comment. Lists of domains may also be hosts files ({@code 0.0.0.0 example.com}) and adblock
 * lists ({@code ||example.com^}; {@code @@||example.com^} frees a domain again; all other adblock rules speak of parts of
 * pages and are passed over).
 *
 * @param path file or folder
 * @param holds what its entries are
 * @param match which hosts an entry of a list of domains covers
 */
public record AddressList(String path, Holds holds, Match match) implements Serializable {

    /** What the entries of a list are. */
    public enum Holds {
        /** Hosts. */
        DOMAINS,
        /** Addresses without scheme; each covers what lies below it. */
        URLS,
        /** Words of letters and digits in host, path or query; one is enough. */
        WORDS,
        /** Words of which several different ones have to be there. */
        SOFT_WORDS,
        /** Strings anywhere in host, path and query once all but letters and digits is taken away. */
        SUBWORDS;

        /** Lower-case name as written in a pipeline file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which hosts a domain covers. */
    public enum Match {
        /** The host itself and all below it. */
        SUBDOMAINS,
        /** The host itself only. */
        HOST,
        /** The host itself, and if it is a registered domain ({@code example.co.uk}), all below it. */
        REGISTERED;

        /** Lower-case name as written in a pipeline file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AddressList {
        if (path.isBlank()) {
            throw new IllegalArgumentException("path: must name a file or folder, was '" + path + "'");
        }
        if (holds != Holds.DOMAINS && match != Match.SUBDOMAINS) {
            throw new IllegalArgumentException(
                    "match: is for lists of domains only, was '" + match.word() + "' for " + holds.word());
        }
    }

    /** The words of an enumeration, for messages and schemas. */
    static <E extends Enum<E>> java.util.List<String> words(E[] values) {
        return Arrays.stream(values).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** Names of all kinds of lists. */
    public static java.util.List<String> kinds() {
        return words(Holds.values());
    }

    /** Names of all ways to match. */
    public static java.util.List<String> matches() {
        return words(Match.values());
    }
}
