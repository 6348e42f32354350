package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.WarcRecord;

/**
 * What the records of {@code /robots.txt} in one web archive say of pages, by host and port.
 *
 * <p>They are gathered before any page is read, so that it does not matter where in the archive they stand; where a host has
 * several, a line counts that any of them has. Equal ones are held once. Only those with status 200 count: that there is none,
 * or that it could not be read, says nothing here.
 */
final class RobotsRecords {
    /** Characters of rules held, at most; a hundred thousand hosts stay well below. */
    private static final long MOST_CHARACTERS = 128L << 20;

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://(?:[^/?#@]*@)?([^/?#:]+|\\[[^]]*])(?::(\\d*))?([^#]*).*", Pattern.DOTALL);

    private final Map<String, RobotsTxt> byDigest = new HashMap<>();
    private final Map<String, Set<RobotsTxt>> byHost = new HashMap<>();
    private long characters;

    private RobotsRecords() {}

    /** Those of the archive {@code in}; whatever else is in it, or wrong with it, is left to the reader of its pages. */
    static RobotsRecords of(InputStream in, ReadLimits limits) throws IOException {
        RobotsRecords robots = new RobotsRecords();
        new WebArchiveReader(in, limits)
                .read(
                        (record, offset, ending) -> {
                            robots.read(record, limits.memberBytes());
                            ending.finish();
                        },
                        (offset, reason, message) -> {});
        if (robots.characters > MOST_CHARACTERS) {
            throw new BrokenInputException(
                    "too_large", "at most " + MOST_CHARACTERS + " characters of rules in robots.txt are held");
        }
        return robots;
    }

    /** Whether {@code address} is that of a robots.txt. */
    static boolean isRobots(String address) {
        return address.endsWith("/robots.txt") && path(matched(address)).equals("/robots.txt");
    }

    private void read(WarcRecord record, int most) throws IOException {
        String type = record.type();
        if (!type.equals("response") && !type.equals("resource")) {
            return;
        }
        String target = target(record);
        if (isRobots(target) && characters <= MOST_CHARACTERS) {
            add(target, record, most);
        }
    }

    private void add(String target, WarcRecord record, int most) throws IOException {
        ArchivedPayload payload;
        try {
            payload = ArchivedPayload.of(record, most);
        } catch (BrokenInputException broken) {
            if (WebArchiveReader.isAboutTheContainer(broken)) {
                throw broken;
            }
            return; // a dead letter when the pages are read
        }
        if (payload.status() != 200) {
            return;
        }
        RobotsTxt robots = byDigest.computeIfAbsent(MemberOrigins.sha256(payload.bytes()), digest -> {
            RobotsTxt parsed = RobotsTxt.of(payload.bytes());
            characters += parsed.characters();
            return parsed;
        });
        if (robots.characters() > 0) {
            byHost.computeIfAbsent(host(matched(target)), host -> new LinkedHashSet<>())
                    .add(robots);
        }
    }

    static String target(WarcRecord record) {
        return record.headers().first("WARC-Target-URI").orElse("").replaceAll("^<|>$", "");
    }

    /** The lines for the page at {@code address}, sorted; see {@link RobotsTxt#linesFor}. */
    List<String> linesFor(String address) {
        if (byHost.isEmpty()) {
            return List.of();
        }
        Matcher page = matched(address);
        Set<String> lines = new TreeSet<>();
        for (RobotsTxt robots : byHost.getOrDefault(host(page), Set.of())) {
            lines.addAll(robots.linesFor(path(page)));
        }
        return List.copyOf(lines);
    }

    private static Matcher matched(String address) {
        return ADDRESS.matcher(address);
    }

    /** Host and port; the scheme does not matter, for crawlers are sent from one to the other. */
    private static String host(Matcher address) {
        if (!address.matches()) {
            return "";
        }
        String port = address.group(2);
        boolean usual = port == null || port.isEmpty() || port.equals("80") || port.equals("443");
        return address.group(1).toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }

    private static String path(Matcher address) {
        if (!address.matches()) {
            return "";
        }
        String path = address.group(3);
        return path.startsWith("/") ? path : "/" + path;
    }
}
