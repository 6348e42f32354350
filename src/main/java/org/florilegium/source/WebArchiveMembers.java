package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Members of a WARC, WET or ARC file: every record is one. Documents are the payloads of responses with status 200, of
 * resources and of conversions; all other records are dropped with a reason. A broken record is one dead letter, as is what
 * lies between it and the next record.
 */
final class WebArchiveMembers {
    private static final int INFO_BYTES = 1 << 16;
    private static final Pattern POLICY = Pattern.compile("(?im)^robots[ \\t]*:[ \\t]*(\\S[^\r\n]*)");

    private final MemberOrigins origins;
    private final RobotsRecords robots;
    private final ReadLimits limits;
    private String policy = "";

    /** @param robots what the archive's own records of robots.txt say */
    WebArchiveMembers(MemberOrigins origins, RobotsRecords robots, ReadLimits limits) {
        this.origins = origins;
        this.robots = robots;
        this.limits = limits;
    }

    /** Every record by itself; where one is broken, the next record start is looked for. */
    void read(InputStream in, MemberSink sink) throws IOException {
        new WebArchiveReader(in, limits)
                .read(
                        (record, offset, ending) -> readRecord(record, locator(record, offset), ending, sink),
                        (offset, reason, message) -> sink.deadLetter(
                                origins.member("offset " + offset, ""),
                                reason,
                                "record at byte " + offset + ": " + message));
    }

    private static String locator(WarcRecord record, long position) {
        return record.headers()
                .first("WARC-Record-ID")
                .map(id -> id.replaceAll("^<|>$", ""))
                .orElse("offset " + position);
    }

    private void readRecord(WarcRecord record, String locator, WebArchiveReader.Ending ending, MemberSink sink)
            throws IOException {
        String target = RobotsRecords.target(record);
        String date = record.headers().first("WARC-Date").orElse("");
        RecordAddress address = new RecordAddress(target, locator, date);
        String skipped = skipReason(record, target);
        if (record.type().equals("warcinfo")) {
            policy = policy(record);
        }
        if (!skipped.isEmpty()) {
            ending.finish();
            sink.dropped(address.origin(origins, "", ""), skipped, "record type " + record.type());
            return;
        }
        ArchivedPayload payload;
        try {
            payload = ArchivedPayload.of(record, limits.memberBytes());
            ending.finish();
        } catch (BrokenInputException broken) {
            if (WebArchiveReader.isAboutTheContainer(broken)) {
                throw broken;
            }
            ending.finish();
            sink.deadLetter(address.origin(origins, "", ""), broken.reason(), String.valueOf(broken.getMessage()));
            return;
        }
        emit(payload, address, sink);
    }

    private void emit(ArchivedPayload payload, RecordAddress address, MemberSink sink) {
        String digest = MemberOrigins.sha256(payload.bytes());
        Origin origin = address.origin(origins, digest, signals(payload, address.target()));
        if (payload.status() != 200) {
            sink.dropped(origin, "http_status_" + payload.status(), "only responses with status 200 are read");
        } else if (payload.bytes().length == 0) {
            sink.dropped(origin, "empty_text", "the payload is empty");
        } else if (RobotsRecords.isRobots(address.target())) {
            sink.dropped(origin, "robots_txt", "says what robots may do with pages, and is none");
        } else {
            sink.document(new RawDocument(
                    origin, origins.spec().declared(), payload.bytes(), payload.mediaType(), payload.charset(), ""));
        }
    }

    /** Signals between semicolons: of the response, of its host's robots.txt, and how its crawler took these. */
    private String signals(ArchivedPayload payload, String target) {
        List<String> signals = new ArrayList<>(List.of(payload.signals()));
        robots.linesFor(target).forEach(line -> signals.add("robots.txt: " + line.replace(';', ',')));
        signals.add(policy.isEmpty() ? "" : "warcinfo robots: " + policy.replace(';', ','));
        return String.join("; ", signals);
    }

    /** How the crawler says that it took robots.txt, for example {@code classic}; empty where it does not. */
    private static String policy(WarcRecord info) throws IOException {
        Matcher field = POLICY.matcher(new String(info.body().stream().readNBytes(INFO_BYTES), StandardCharsets.UTF_8));
        return field.find() ? field.group(1).strip() : "";
    }

    /** Why a record is not read, in snake case; empty for one that is. */
    private static String skipReason(WarcRecord record, String target) {
        String type = record.type();
        boolean read = type.equals("response") || type.equals("resource") || type.equals("conversion");
        if (!read) {
            boolean word = type.matches("[a-z]+");
            return "warc_" + (word ? type : "unknown");
        }
        if (target.startsWith("dns:")) {
            return "warc_dns";
        }
        return target.startsWith("metadata:") ? "warc_metadata" : ""; // a crawler's logs about itself
    }

    /** Where a record is from. */
    private record RecordAddress(String target, String locator, String date) {
        Origin origin(MemberOrigins origins, String digest, String signals) {
            return origins.archived(target, locator, date, digest, signals);
        }
    }
}
