package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Members of a WARC, WET or ARC file: every record is one. Documents are the payloads of responses with status 200, of
 * resources and of conversions; all other records are dropped with a reason. A broken record is one dead letter, as is what
 * lies between it and the next record.
 */
final class WebArchiveMembers {
    private static final int HEAD_BYTES = 16;

    private final MemberOrigins origins;
    private final ReadLimits limits;

    WebArchiveMembers(MemberOrigins origins, ReadLimits limits) {
        this.origins = origins;
        this.limits = limits;
    }

    /** Every record by itself; where one is broken, the next record start is looked for. */
    void read(InputStream in, MemberSink sink) throws IOException {
        ArchiveKind kind = kind(in);
        ArchiveRecords cuts = new ArchiveRecords(in, kind, limits.memberBytes());
        BrokenInputException fault = null;
        do {
            fault = readUpToFault(cuts, fault, sink);
        } while (fault != null && (isCompression(fault) ? isBehind(in, cuts) : !cuts.failed()));
    }

    /**
     * Reads records up to the next fault, which becomes a dead letter unless it lies in the same record as the last one.
     *
     * @return null at the end
     */
    private @Nullable BrokenInputException readUpToFault(
            ArchiveRecords cuts, @Nullable BrokenInputException last, MemberSink sink) throws IOException {
        long offset = cuts.offset();
        boolean found = last == null || isCompression(last);
        try {
            if (last != null) {
                cuts.resume();
                found = true;
            }
            for (Optional<ArchiveRecords.Cut> cut = cuts.next(); cut.isPresent(); cut = cuts.next()) {
                offset = cut.get().offset();
                readCut(cut.get(), cuts, sink);
                offset = cuts.offset();
            }
            return null;
        } catch (IOException | RuntimeException broken) {
            rethrow(broken);
            BrokenInputException fault =
                    BrokenInputException.within(broken, cuts.kind().broken());
            if (found || cuts.isBetweenMembers()) {
                sink.deadLetter(at(offset), fault.reason(), "record at byte " + offset + ": " + shorten(fault));
            }
            return fault;
        }
    }

    private static void rethrow(Exception thrown) throws IOException {
        MemberSinkGuard.rethrowSinkFault(thrown);
        if (thrown instanceof ClosedByInterruptException || thrown instanceof InterruptedIOException) {
            throw (IOException) thrown;
        }
    }

    private static ArchiveKind kind(InputStream in) throws IOException {
        in.mark(HEAD_BYTES);
        try {
            return ArchiveKind.of(in.readNBytes(HEAD_BYTES));
        } finally {
            in.reset();
        }
    }

    private Origin at(long offset) {
        return origins.member("offset " + offset, "");
    }

    /** Whether the file goes on behind compressed bytes that are broken. */
    private static boolean isBehind(InputStream in, ArchiveRecords cuts) throws IOException {
        if (!CompressedStream.resume(in)) {
            return false;
        }
        cuts.breakOff();
        return true;
    }

    private void readCut(ArchiveRecords.Cut cut, ArchiveRecords cuts, MemberSink sink) throws IOException {
        try (WarcReader reader = new WarcReader(cut.bytes())) {
            reader.setLenient(true); // real archives have spaces in URIs and sloppy line ends
            WarcRecord record = reader.next().orElseThrow(() -> new IOException("no record can be read"));
            readRecord(record, locator(record, cut.offset()), cuts::finish, sink);
        }
    }

    /** Parsers quote the bytes around a fault; a message must not hold text. */
    private static String shorten(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        int quote = message.indexOf(": ");
        return message.startsWith("invalid ") && quote > 0 ? message.substring(0, quote) : message;
    }

    private static String locator(WarcRecord record, long position) {
        return record.headers()
                .first("WARC-Record-ID")
                .map(id -> id.replaceAll("^<|>$", ""))
                .orElse("offset " + position);
    }

    private void readRecord(WarcRecord record, String locator, Ending ending, MemberSink sink) throws IOException {
        String target = record.headers().first("WARC-Target-URI").orElse("").replaceAll("^<|>$", "");
        String date = record.headers().first("WARC-Date").orElse("");
        RecordAddress address = new RecordAddress(target, locator, date);
        String skipped = skipReason(record, target);
        if (!skipped.isEmpty()) {
            ending.finish();
            sink.dropped(address.origin(origins, "", ""), skipped, "record type " + record.type());
            return;
        }
        ArchivedPayload payload;
        try {
            payload = payload(record);
            ending.finish();
        } catch (BrokenInputException broken) {
            if (isAboutTheContainer(broken)) {
                throw broken;
            }
            ending.finish();
            sink.deadLetter(address.origin(origins, "", ""), broken.reason(), String.valueOf(broken.getMessage()));
            return;
        }
        emit(payload, address, sink);
    }

    private ArchivedPayload payload(WarcRecord record) throws IOException {
        if (!record.type().equals("response") || !isHttp(record.contentType())) {
            return ArchivedPayload.plain(record, limits.memberBytes());
        }
        HttpResponse response;
        try {
            response = ArchivedPayload.http(record);
        } catch (IOException | RuntimeException broken) {
            BrokenInputException fault = BrokenInputException.within(broken, "broken_http");
            throw fault.reason().equals("broken_http")
                    ? new BrokenInputException("broken_http", "the HTTP header cannot be read", broken)
                    : fault;
        }
        return ArchivedPayload.of(response, limits.memberBytes());
    }

    private void emit(ArchivedPayload payload, RecordAddress address, MemberSink sink) {
        String digest = MemberOrigins.sha256(payload.bytes());
        Origin origin = address.origin(origins, digest, payload.signals());
        if (payload.status() != 200) {
            sink.dropped(origin, "http_status_" + payload.status(), "only responses with status 200 are read");
        } else if (payload.bytes().length == 0) {
            sink.dropped(origin, "empty_text", "the payload is empty");
        } else {
            sink.document(new RawDocument(
                    origin, origins.spec().declared(), payload.bytes(), payload.mediaType(), payload.charset(), ""));
        }
    }

    private static boolean isHttp(MediaType type) {
        return type.type().equals("application") && type.subtype().equals("http");
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

    private static boolean isAboutTheContainer(BrokenInputException broken) {
        String reason = broken.reason();
        return isCompression(broken) || reason.endsWith("_warc") || reason.endsWith("_arc");
    }

    private static boolean isCompression(BrokenInputException broken) {
        return broken.reason().endsWith("_gzip") || broken.reason().endsWith("_zstd");
    }

    /** Reads over what is left of a record, and complains where it is not as long as it says. */
    private interface Ending {
        void finish() throws IOException;
    }

    /** Where a record is from. */
    private record RecordAddress(String target, String locator, String date) {
        Origin origin(MemberOrigins origins, String digest, String signals) {
            return origins.archived(target, locator, date, digest, signals);
        }
    }
}
