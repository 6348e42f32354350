package org.florilegium.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;

/**
 * Opens one file and hands its members, in order, to a {@link MemberSink}; never holds a whole container in memory.
 *
 * <p><b>What is a member.</b> A plain file is exactly one. A container is as many as it has records (WARC, WET, ARC), lines
 * (JSON lines, blank ones included), elements (a JSON array of objects with the text field) or rows (Parquet). Each member
 * is one callback. A container that breaks adds one dead letter for all that is left of it, a web archive one for each broken
 * record, behind which it is read on; a file without content or members is one dead letter, {@code empty_file}. So the
 * callbacks for a file are its readable members, plus one for each break, or one where it is empty;
 * there is always at least one, and the sum over files is what accounting calls {@code in}.
 *
 * <p><b>Formats</b> are told by bytes, not by names. Gzip (also of many members) and zstd are taken off first.
 *
 * <p><b>Digests</b> are SHA-256 of the bytes as they lie in the decompressed file, where a member has such bytes: a whole
 * file, a JSON line. Of an archived record it is the payload without its encodings, of an array element or a Parquet row
 * the text in UTF-8.
 *
 * <p>One reader may serve any number of files, one thread at a time.
 */
public final class FileReader {
    private final Map<String, SourceSpec> specs;
    private final ReadLimits limits;

    /** A reader for files of {@code sources}. */
    public FileReader(List<SourceSpec> sources, ReadLimits limits) {
        this.specs = new LinkedHashMap<>();
        sources.forEach(spec -> specs.put(spec.name(), spec));
        this.limits = limits;
    }

    /**
     * Hands every member of {@code file} to {@code sink}. Faults of the file become dead letters; what the sink throws,
     * an interrupt and a lack of memory reach the caller.
     *
     * @throws IllegalArgumentException when the file belongs to none of this reader's sources
     */
    public void read(SourceFile file, MemberSink sink) {
        SourceSpec spec = specs.get(file.source());
        if (spec == null) {
            throw new IllegalArgumentException(
                    "no source '" + file.source() + "' for file '" + file.relativeUri() + "'");
        }
        MemberOrigins origins = new MemberOrigins(spec, file.relativeUri());
        MemberSinkGuard guard = new MemberSinkGuard(sink);
        try {
            readMembers(Path.of(file.absolutePath()), origins, guard);
            if (guard.callbacks() == 0) {
                guard.deadLetter(origins.file(""), "empty_file", "the file holds no members");
            }
        } catch (IOException | RuntimeException | StackOverflowError thrown) {
            MemberSinkGuard.unwrapSinkFault(thrown);
            BrokenInputException fault = faultOf(thrown);
            sink.deadLetter(origins.file(""), fault.reason(), String.valueOf(fault.getMessage()));
        }
    }

    private void readMembers(Path path, MemberOrigins origins, MemberSink sink) throws IOException {
        requireCompressedContent(path, origins.uri());
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = plain(raw, origins.spec())) {
            WebArchiveReader.FaultSink faults = (offset, reason, message) ->
                    sink.deadLetter(origins.member("offset " + offset, ""), reason, message);
            switch (format(in, origins, faults)) {
                case EMPTY -> {} // reported by the caller, which sees that nothing came
                case WEB_ARCHIVE -> new WebArchiveMembers(origins, robots(path, origins), limits).read(in, sink);
                case PARQUET -> readParquet(path, in, origins, sink);
                case JSON_LINES -> new JsonLinesMembers(origins, limits).read(in, sink);
                case JSON_ELEMENTS -> new JsonMembers(origins, limits).readElements(in, sink);
                case JSON_WHOLE -> new JsonMembers(origins, limits).readWhole(in, sink);
                case OTHER -> readWhole(in, origins, sink);
            }
        }
    }

    /** Reads the archive once before its pages, for the rules may stand behind them. */
    private RobotsRecords robots(Path path, MemberOrigins origins) throws IOException {
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = plain(raw, origins.spec())) {
            format(in, origins, (offset, reason, message) -> {});
            return RobotsRecords.of(in, limits);
        }
    }

    /** The format; where the first gzip member is broken, that of what follows it, if that is a web archive. */
    private static Format format(InputStream in, MemberOrigins origins, WebArchiveReader.FaultSink faults)
            throws IOException {
        try {
            return Format.of(in, origins.uri(), origins.spec().textField());
        } catch (BrokenInputException fault) {
            boolean goesOn = CompressedStream.resume(in)
                    && Format.of(in, origins.uri(), origins.spec().textField()) == Format.WEB_ARCHIVE;
            if (!goesOn) {
                throw fault;
            }
            faults.fault(0, fault.reason(), String.valueOf(fault.getMessage()));
            return Format.WEB_ARCHIVE;
        }
    }

    /** An empty file whose name promises compressed content is broken, not merely empty. */
    private static void requireCompressedContent(Path path, String name) throws IOException {
        String format = name.endsWith(".gz") ? "gzip" : name.endsWith(".zst") ? "zstd" : "";
        if (!format.isEmpty() && Files.size(path) == 0) {
            throw new BrokenInputException("truncated_" + format, "0 bytes where a " + format + " stream should be");
        }
    }

    private static InputStream plain(InputStream raw, SourceSpec spec) throws IOException {
        return spec.compression().equals("none") ? new java.io.BufferedInputStream(raw) : CompressedStream.unwrap(raw);
    }

    private void readParquet(Path path, InputStream in, MemberOrigins origins, MemberSink sink) throws IOException {
        ParquetMembers members = new ParquetMembers(origins, limits);
        byte[] magic;
        try (InputStream start = Files.newInputStream(path)) {
            magic = start.readNBytes(4);
        }
        if (new String(magic, java.nio.charset.StandardCharsets.ISO_8859_1).equals("PAR1")) {
            members.read(path, sink);
        } else {
            members.readCompressed(in, sink);
        }
    }

    private void readWhole(InputStream in, MemberOrigins origins, MemberSink sink) throws IOException {
        byte[] bytes = BoundedBytes.read(in, limits.memberBytes());
        sink.document(new RawDocument(
                origins.file(MemberOrigins.sha256(bytes)), origins.spec().declared(), bytes, "", "", ""));
    }

    private static BrokenInputException faultOf(Throwable thrown) {
        if (thrown instanceof ClosedByInterruptException || thrown instanceof InterruptedIOException) {
            throw new UncheckedIOException((IOException) thrown);
        }
        if (thrown instanceof NoSuchFileException || thrown instanceof AccessDeniedException) {
            return new BrokenInputException("unreadable_file", thrown.getClass().getSimpleName(), thrown);
        }
        String otherwise = thrown instanceof EOFException ? "truncated_file" : "broken_file";
        return BrokenInputException.within(thrown, otherwise);
    }
}
