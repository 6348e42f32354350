package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** Hands over the records of a web archive one by one; behind a broken one it goes on with the next. */
final class WebArchiveReader {
    private static final int HEAD_BYTES = 16;

    private final InputStream in;
    private final ReadLimits limits;

    WebArchiveReader(InputStream in, ReadLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** Takes a record, and finishes it. */
    interface RecordReader {
        /** @param offset where the record begins in the decompressed file, in bytes */
        void read(WarcRecord record, long offset, Ending ending) throws IOException;
    }

    /** Reads over what is left of a record, and complains where it is not as long as it says. */
    interface Ending {
        void finish() throws IOException;
    }

    /** Takes what is no record. */
    interface FaultSink {
        void fault(long offset, String reason, String message);
    }

    /** Every record by itself; where one is broken, the next record start is looked for. */
    void read(RecordReader reader, FaultSink faults) throws IOException {
        ArchiveRecords cuts = new ArchiveRecords(in, kind(in), limits.memberBytes());
        BrokenInputException fault = null;
        do {
            fault = readUpToFault(cuts, fault, reader, faults);
        } while (fault != null && (isCompression(fault) ? isBehind(in, cuts) : !cuts.failed()));
    }

    /**
     * Reads records up to the next fault, which becomes a dead letter unless it lies in the same record as the last one.
     *
     * @return null at the end
     */
    private @Nullable BrokenInputException readUpToFault(
            ArchiveRecords cuts, @Nullable BrokenInputException last, RecordReader reader, FaultSink faults)
            throws IOException {
        long offset = cuts.offset();
        boolean found = last == null || isCompression(last);
        try {
            if (last != null) {
                cuts.resume();
                found = true;
            }
            for (Optional<ArchiveRecords.Cut> cut = cuts.next(); cut.isPresent(); cut = cuts.next()) {
                offset = cut.get().offset();
                readCut(cut.get(), cuts, reader);
                offset = cuts.offset();
            }
            return null;
        } catch (IOException | RuntimeException broken) {
            rethrow(broken);
            BrokenInputException fault =
                    BrokenInputException.within(broken, cuts.kind().broken());
            if (found || cuts.isBetweenMembers()) {
                faults.fault(offset, fault.reason(), shorten(fault));
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

    /** Whether the file goes on behind compressed bytes that are broken. */
    private static boolean isBehind(InputStream in, ArchiveRecords cuts) throws IOException {
        if (!CompressedStream.resume(in)) {
            return false;
        }
        cuts.breakOff();
        return true;
    }

    private static void readCut(ArchiveRecords.Cut cut, ArchiveRecords cuts, RecordReader reader) throws IOException {
        try (WarcReader parser = new WarcReader(cut.bytes())) {
            parser.setLenient(true); // real archives have spaces in URIs and sloppy line ends
            WarcRecord record = parser.next().orElseThrow(() -> new IOException("no record can be read"));
            reader.read(record, cut.offset(), cuts::finish);
        }
    }

    /** Parsers quote the bytes around a fault; a message must not hold text. */
    private static String shorten(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        int quote = message.indexOf(": ");
        return message.startsWith("invalid ") && quote > 0 ? message.substring(0, quote) : message;
    }

    /** Whether no record of the archive can be believed to lie where it should. */
    static boolean isAboutTheContainer(BrokenInputException broken) {
        String reason = broken.reason();
        return isCompression(broken) || reason.endsWith("_warc") || reason.endsWith("_arc");
    }

    private static boolean isCompression(BrokenInputException broken) {
        return broken.reason().endsWith("_gzip") || broken.reason().endsWith("_zstd");
    }
}
