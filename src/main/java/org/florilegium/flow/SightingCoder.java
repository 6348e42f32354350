package org.florilegium.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;
import org.apache.commons.io.IOUtils;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.jspecify.annotations.Nullable;

/** Codes a {@link Sighting}: a version byte, a kind byte, then Avro binary of documents or of an exclusion. */
public final class SightingCoder extends CustomCoder<Sighting> {
    private static final long serialVersionUID = 1L;
    private static final int VERSION = 4;
    private static final int ROOM = 8192;
    private static final int KEPT = 1;
    private static final int EXCLUDED = 2;
    private static final int LOWER_TWIN = 3;
    private static final int KNOWN = 4;

    private transient @Nullable DocumentCodec codec;

    @Override
    public void encode(Sighting value, OutputStream out) throws IOException {
        out.write(VERSION);
        if (value instanceof Sighting.Kept kept) {
            out.write(KEPT);
            VarInt.encode(kept.parts().size(), out);
            for (Document part : kept.parts()) {
                byte[] bytes = codec().bytes(part);
                VarInt.encode(bytes.length, out);
                out.write(bytes);
            }
        } else if (value instanceof Sighting.Excluded excluded) {
            out.write(EXCLUDED);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            codec().write(excluded.exclusion(), encoder);
            encoder.flush();
        } else if (value instanceof Sighting.Known known) {
            out.write(KNOWN);
            writeKnown(known, out);
        } else {
            out.write(LOWER_TWIN);
        }
    }

    /** The bytes of a sighting. */
    public byte[] bytes(Sighting value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROOM);
        encode(value, bytes);
        return bytes.toByteArray();
    }

    /** The sighting of {@link #bytes}. */
    public Sighting sighting(byte[] bytes) throws IOException {
        return decode(new ByteArrayInputStream(bytes));
    }

    @Override
    public Sighting decode(InputStream in) throws IOException {
        int version = in.read();
        if (version < 0) {
            throw new EOFException("no sighting left to read");
        }
        if (version != VERSION) {
            throw new IOException("sighting must have version " + VERSION + ", was " + version);
        }
        int kind = in.read();
        return switch (kind) {
            case KEPT -> readKept(in);
            case EXCLUDED ->
                new Sighting.Excluded(codec().readExclusion(DecoderFactory.get().directBinaryDecoder(in, null)));
            case LOWER_TWIN -> new Sighting.LowerTwin();
            case KNOWN -> readKnown(in);
            default -> throw new IOException("kind of a sighting must be 1 to 4, was " + kind);
        };
    }

    private Sighting readKept(InputStream in) throws IOException {
        int count = VarInt.decodeInt(in);
        List<Document> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[VarInt.decodeInt(in)];
            IOUtils.readFully(in, bytes);
            parts.add(codec().document(bytes));
        }
        return new Sighting.Kept(parts);
    }

    private static void writeKnown(Sighting.Known known, OutputStream out) throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        DocumentCodec.writeOrigin(known.origin(), encoder);
        encoder.writeInt(known.bands().size());
        for (long band : known.bands()) {
            encoder.writeLong(band);
        }
        encoder.flush();
    }

    private static Sighting readKnown(InputStream in) throws IOException {
        Decoder decoder = DecoderFactory.get().directBinaryDecoder(in, null);
        Origin origin = DocumentCodec.readOrigin(decoder);
        List<Long> bands = new ArrayList<>();
        for (int left = decoder.readInt(); left > 0; left--) {
            bands.add(decoder.readLong());
        }
        return new Sighting.Known(origin, bands);
    }

    @Override
    public void verifyDeterministic() throws NonDeterministicException {
        throw new NonDeterministicException(
                this, "maps inside a row have no fixed order; sightings are values, not keys");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SightingCoder;
    }

    @Override
    public int hashCode() {
        return VERSION;
    }

    private DocumentCodec codec() {
        if (codec == null) {
            codec = new DocumentCodec();
        }
        return codec;
    }
}
