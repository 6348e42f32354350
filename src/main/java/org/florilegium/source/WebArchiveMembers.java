package org.florilegium.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Members of a WARC, WET or ARC file: every record is one. Documents are the payloads of responses with status 200, of
 * resources and of conversions; all other records are dropped with a reason.
 */
final class WebArchiveMembers {
    private final MemberOrigins origins;
    private final ReadLimits limits;

    WebArchiveMembers(MemberOrigins origins, ReadLimits limits) {
        this.origins = origins;
        this.limits = limits;
    }

    void read(InputStream in, MemberSink sink) throws IOException {
        long records = 0;
        try (WarcReader reader = new WarcReader(in)) {
            reader.setLenient(true); // real archives have spaces in URIs and sloppy line ends
            for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                String locator = locator(next.get(), reader.position());
                readRecord(next.get(), locator, sink);
                records++;
            }
        } catch (BrokenInputException known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            MemberSinkGuard.rethrowSinkFault(broken);
            BrokenInputException fault = BrokenInputException.within(broken, "broken_warc");
            throw new BrokenInputException(fault.reason(), "after " + records + " records: " + shorten(fault), broken);
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

    private void readRecord(WarcRecord record, String locator, MemberSink sink) throws IOException {
        String target = record.headers().first("WARC-Target-URI").orElse("").replaceAll("^<|>$", "");
        String date = record.headers().first("WARC-Date").orElse("");
        RecordAddress address = new RecordAddress(target, locator, date);
        String skipped = skipReason(record, target);
        if (!skipped.isEmpty()) {
            finish(record);
            sink.dropped(address.origin(origins, "", ""), skipped, "record type " + record.type());
            return;
        }
        ArchivedPayload payload;
        try {
            payload = payload(record);
            finish(record);
        } catch (BrokenInputException broken) {
            if (isAboutTheContainer(broken)) {
                throw broken;
            }
            finish(record);
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

    /** Reads over the rest of a record; throws when the file ends in it. */
    private static void finish(WarcRecord record) throws IOException {
        boolean ended = false;
        try {
            record.body().consume();
        } catch (EOFException end) {
            ended = true;
        }
        if (ended || record.body().position() < record.body().size()) {
            String most = record.body().position() + " of " + record.body().size();
            throw new BrokenInputException("truncated_warc", "the file ends after " + most + " bytes of a record");
        }
    }

    private static boolean isAboutTheContainer(BrokenInputException broken) {
        String reason = broken.reason();
        return reason.endsWith("_gzip") || reason.endsWith("_zstd") || reason.equals("truncated_warc");
    }

    /** Where a record is from. */
    private record RecordAddress(String target, String locator, String date) {
        Origin origin(MemberOrigins origins, String digest, String signals) {
            return origins.archived(target, locator, date, digest, signals);
        }
    }
}
