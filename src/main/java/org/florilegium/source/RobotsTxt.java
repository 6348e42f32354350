package org.florilegium.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.florilegium.document.AiCrawlers;

/**
 * A robots.txt as RFC 9309 reads it: of its groups those for all robots and those that name crawlers of {@link AiCrawlers}.
 *
 * <p>Groups are lines {@code User-agent}, then rules {@code Allow}, {@code Disallow} and, as drafts of AIPREF have it,
 * {@code Content-Usage: [path] preferences}. Of the rules that match a path the longest pattern decides, of equal ones
 * {@code Allow}. Groups of the same robot are one. All other lines are read over, and so is whatever else lies at this address.
 */
final class RobotsTxt {
    /** Bytes that are read, as RFC 9309 asks for at least. */
    static final int MOST_BYTES = 500 << 10;

    private static final int MOST_LINE = 2_083;
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n]");
    private static final Pattern LINE =
            Pattern.compile("\\s*([A-Za-z-]+)\\s*:\\s*([^#]*?)\\s*(?:#.*)?", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("\\*|[A-Za-z0-9_-]+");
    private static final Pattern USAGE = Pattern.compile("(?:(/\\S*)\\s+)?(\\S.*)", Pattern.DOTALL);

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Group> open = new ArrayList<>();
    private boolean naming;

    private RobotsTxt() {}

    static RobotsTxt of(byte[] bytes) {
        RobotsTxt robots = new RobotsTxt();
        // one character a byte: paths are compared by bytes, as they are sent
        String text = new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), StandardCharsets.ISO_8859_1);
        text = bytes.length > MOST_BYTES ? text.substring(0, text.lastIndexOf('\n') + 1) : text;
        for (String line : LINE_END.split(text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text)) {
            Matcher matcher = LINE.matcher(line.substring(0, Math.min(line.length(), MOST_LINE)));
            if (matcher.matches()) {
                robots.add(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), line);
            }
        }
        return robots;
    }

    private void add(String key, String value, String line) {
        switch (key) {
            case "user-agent" -> name(value);
            case "allow", "disallow" -> {
                if (!value.isEmpty()) {
                    rule(group ->
                            group.access.add(new Rule(RobotsPath.pattern(value), key.equals("allow"), raw(line))));
                }
                naming = false;
            }
            case "content-usage" -> {
                Matcher usage = USAGE.matcher(value);
                if (usage.matches()) {
                    String path = usage.group(1) == null ? "/" : usage.group(1);
                    rule(group -> group.usage.add(new Rule(RobotsPath.pattern(path), false, raw(line))));
                }
                naming = false;
            }
            default -> {} // Sitemap and the like belong to no group
        }
    }

    private void name(String value) {
        if (!naming) {
            open.clear();
            naming = true;
        }
        Matcher token = TOKEN.matcher(value);
        String name = token.lookingAt() ? token.group() : "";
        if (name.equals("*") || AiCrawlers.include(name)) {
            open.add(groups.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Group(name)));
        }
    }

    private void rule(Consumer<Group> rule) {
        open.forEach(rule);
    }

    private static String raw(String line) {
        String plain = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        int comment = plain.indexOf('#');
        return (comment < 0 ? plain : plain.substring(0, comment)).strip();
    }

    /** Characters of the rules held; 0 where nothing is said. */
    int characters() {
        return groups.values().stream()
                .flatMap(group -> Stream.concat(group.access.stream(), group.usage.stream()))
                .mapToInt(rule -> rule.line.length())
                .sum();
    }

    /**
     * The lines that keep robots off {@code path} or state a preference for it, each with the robots it is for: {@code
     * User-agent: GPTBot, User-agent: CCBot, Disallow: /}.
     *
     * @param path path and query of an address
     */
    List<String> linesFor(String path) {
        RobotsPath target = RobotsPath.of(path);
        Set<String> found = new LinkedHashSet<>();
        Group everyone = groups.get("*");
        if (everyone != null) {
            found.addAll(lines(List.of(everyone), target));
        }
        found.addAll(lines(
                groups.values().stream().filter(group -> group != everyone).toList(), target));
        return List.copyOf(found);
    }

    private static Collection<String> lines(List<Group> of, RobotsPath path) {
        Map<String, String> byLine = new LinkedHashMap<>();
        for (Group group : of) {
            Stream.of(deciding(group.access, path), deciding(group.usage, path))
                    .flatMap(Optional::stream)
                    .filter(rule -> !rule.allows)
                    .forEach(rule -> byLine.merge(rule.line, group.line(), (some, more) -> some + ", " + more));
        }
        List<String> lines = new ArrayList<>();
        byLine.forEach((line, agents) -> lines.add(agents + ", " + line));
        return lines;
    }

    private static Optional<Rule> deciding(List<Rule> rules, RobotsPath path) {
        return rules.stream()
                .filter(rule -> rule.pattern.matches(path))
                .max(Comparator.<Rule>comparingInt(rule -> rule.pattern.length())
                        .thenComparing(Rule::allows));
    }

    /**
     * One rule of a group.
     *
     * @param allows whether robots may come; false for a preference
     * @param line as it stands
     */
    private record Rule(RobotsPath pattern, boolean allows, String line) {}

    /** What is said to one robot. */
    private static final class Group {
        private final String name;
        private final List<Rule> access = new ArrayList<>();
        private final List<Rule> usage = new ArrayList<>();

        Group(String name) {
            this.name = name;
        }

        String line() {
            return "User-agent: " + name;
        }
    }
}
