package org.florilegium.extract;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.language.Identification;
import org.florilegium.language.LanguageIdentifier;

/** Extracts single files, as the command {@code extract} does, outside any pipeline. */
public final class ExtractFile implements AutoCloseable {
    private final ExtractSpec spec;
    private final ExtractText extractor;
    private final LanguageIdentifier identifier = new LanguageIdentifier();

    public ExtractFile(ExtractSpec spec) {
        this.spec = spec;
        this.extractor = new ExtractText(spec);
        extractor.open();
    }

    /**
     * Text and title of a file, normalized.
     *
     * @param id the file's name without {@code .gz}, {@code .zst} and {@code .html}
     * @param mediaType media type of the bytes, as detected
     * @param language BCP-47 tag, {@code und} where unsure
     */
    public record Result(String id, String text, String title, String mediaType, String language) {}

    /**
     * Extracts {@code file}; gzip and zstd are unpacked first.
     *
     * @param mediaType what the caller says it is, empty to find out
     * @throws IOException when the file cannot be read
     * @throws UnprocessableDocumentException when its bytes cannot be read as what they are
     */
    public Result extract(Path file, String mediaType) throws IOException, UnprocessableDocumentException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = read(file);
        Origin origin = new Origin("file", name, "", "", "", DigestUtils.sha256Hex(bytes), "", "");
        RawDocument raw = new RawDocument(origin, Declared.NOTHING, bytes, mediaType, "", "");
        Document document = extractor.extract(raw);
        Content content = document.content();
        String text = NormalText.of(Mojibake.repair(content.text()));
        String title = NormalText.of(content.title()).replace('\n', ' ');
        Identification language = identifier.identify(text);
        return new Result(id(name), text, title, document.provenance().origin().mediaType(), language.language());
    }

    @Override
    public void close() {
        extractor.close();
    }

    private byte[] read(Path file) throws IOException, UnprocessableDocumentException {
        try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file)))) {
            byte[] bytes = in.readNBytes(spec.maxBytes());
            if (in.read() >= 0) {
                throw new UnprocessableDocumentException("too_large", "at most " + spec.maxBytes() + " bytes are read");
            }
            return bytes;
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] start = in.readNBytes(4);
        in.reset();
        if (start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
            return new GZIPInputStream(in);
        }
        boolean zstd = start.length == 4
                && start[0] == 0x28
                && start[1] == (byte) 0xB5
                && start[2] == 0x2F
                && start[3] == (byte) 0xFD;
        return zstd ? new ZstdInputStream(in) : in;
    }

    private static String id(String name) {
        return name.replaceFirst("\\.(gz|zst)$", "").replaceFirst("\\.html$", "");
    }
}
