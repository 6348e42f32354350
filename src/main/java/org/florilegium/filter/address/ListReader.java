package org.florilegium.filter.address;

import com.ibm.icu.text.IDNA;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.florilegium.flow.PlainBytes;

/**
 * Reads the entries of lists. A line that cannot be an entry is passed over; a file in which more than one line of ten is
 * such, or that has no entry at all, is refused.
 */
final class ListReader {
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);
    private static final Pattern HOST = Pattern.compile(
            "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*|\\[?[0-9a-f:]*:[0-9a-f:.]*]?");
    private static final Pattern MACHINE = Pattern.compile("[0-9.]+|[0-9a-f]*:[0-9a-f:.]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final Set<String> OF_EVERY_MACHINE =
            Set.of("localhost", "localhost.localdomain", "local", "broadcasthost", "0.0.0.0");
    /** Adblock options under which a rule speaks of a page itself. */
    private static final Set<String> OF_PAGES = Set.of("document", "doc", "all");

    private ListReader() {}

    /**
     * One entry.
     *
     * @param text the entry, lower case, a host in its ASCII form
     * @param below whether it says itself that it covers what lies below it
     * @param frees whether it takes other entries back
     */
    record Entry(String text, boolean below, boolean frees) {}

    /** Takes the entries of one file, in order. */
    interface Sink {
        void entry(Entry entry, int line);
    }

    /** The files of a list, sorted. */
    static List<Path> files(String key, Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(key + ".path: no file or folder '" + path + "' (looked in "
                    + Path.of("").toAbsolutePath() + ")");
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads one file.
     *
     * @throws IllegalArgumentException when it does not hold what the list is declared to hold
     */
    static void read(String key, Path file, AddressList.Holds holds, Sink sink) throws IOException {
        int lines = 0;
        int strange = 0;
        int entries = 0;
        String first = "";
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(PlainBytes.open(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines++;
                String plain = withoutComment(line);
                if (plain.isEmpty() || isOtherRule(plain)) {
                    continue;
                }
                List<Entry> found = entries(plain, holds);
                if (found.isEmpty()) {
                    first = strange++ == 0 ? "line " + lines + ": '" + plain + "'" : first;
                }
                for (Entry entry : found) {
                    sink.entry(entry, lines);
                    entries++;
                }
            }
        }
        if (entries == 0 || strange > Math.max(1, entries / 9)) {
            throw new IllegalArgumentException(key + ".path: '" + file + "' must hold " + holds.word() + ", has "
                    + entries + " and " + strange + " other lines" + (first.isEmpty() ? "" : ", " + first));
        }
    }

    private static String withoutComment(String line) {
        String plain = line.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("#") || plain.startsWith("!") || plain.startsWith("\uFEFF#")) {
            return "";
        }
        int comment = plain.indexOf(" #");
        int tabbed = plain.indexOf("\t#");
        int end = comment < 0 ? tabbed : tabbed < 0 ? comment : Math.min(comment, tabbed);
        return end < 0 ? plain : plain.substring(0, end).strip();
    }

    /** Whether the line is an adblock rule about parts of pages, or the header of an adblock list. */
    private static boolean isOtherRule(String line) {
        if (line.startsWith("[adblock") || line.contains("##") || line.contains("#@#") || line.contains("#?#")) {
            return true;
        }
        boolean adblock = line.startsWith("||") || line.startsWith("@@") || line.startsWith("/");
        return adblock && domainOfRule(line).isEmpty();
    }

    /** The domain that an adblock rule blocks or frees as a whole, empty where it is another rule. */
    private static String domainOfRule(String line) {
        String rule = line.startsWith("@@") ? line.substring(2) : line;
        int end = rule.indexOf('^');
        if (!rule.startsWith("||") || end < 0) {
            return "";
        }
        String options = rule.substring(end + 1);
        boolean ofPages = options.startsWith("$")
                && Stream.of(options.substring(1).split(",", -1)).anyMatch(OF_PAGES::contains);
        return options.isEmpty() || ofPages ? host(rule.substring(2, end)) : "";
    }

    private static List<Entry> entries(String line, AddressList.Holds holds) {
        return switch (holds) {
            case DOMAINS -> domains(line);
            case URLS -> address(line).isEmpty() ? List.of() : List.of(new Entry(address(line), true, false));
            case WORDS, SOFT_WORDS, SUBWORDS ->
                WORD.matcher(line).matches() ? List.of(new Entry(line, false, false)) : List.of();
        };
    }

    private static List<Entry> domains(String line) {
        if (line.startsWith("||") || line.startsWith("@@")) {
            return List.of(new Entry(domainOfRule(line), true, line.startsWith("@@")));
        }
        String[] words = line.split("\\s+");
        boolean hosts = words.length > 1 && MACHINE.matcher(words[0]).matches();
        if (words.length > 1 && !hosts) {
            return List.of();
        }
        List<Entry> found = new ArrayList<>();
        for (int i = hosts ? 1 : 0; i < words.length; i++) {
            boolean below = words[i].startsWith("*.") || words[i].startsWith(".");
            String host = host(words[i].replaceFirst("^\\*?\\.", "")
                    .replaceFirst("^https?://", "")
                    .replaceFirst("/$", ""));
            if (!host.isEmpty() && !(hosts && OF_EVERY_MACHINE.contains(host))) {
                found.add(new Entry(host, below, false));
            }
        }
        return found;
    }

    /** {@code name} as it stands in addresses: lower case, ASCII, no dot at its end; empty where it is no host. */
    static String host(String name) {
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!host.chars().allMatch(c -> c < 0x80)) {
            StringBuilder ascii = new StringBuilder();
            DOMAINS.nameToASCII(host, ascii, new IDNA.Info());
            host = ascii.toString();
        }
        return HOST.matcher(host).matches() ? host : "";
    }

    /** An address without scheme, user, port, fragment and a slash at its end. */
    static String address(String line) {
        PageAddress address = PageAddress.of(line.contains("://") ? line : "http://" + line);
        return address.host().isEmpty() ? "" : address.withoutScheme();
    }
}
