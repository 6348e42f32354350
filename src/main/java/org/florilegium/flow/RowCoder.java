package org.florilegium.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.beam.sdk.coders.CustomCoder;
import org.jspecify.annotations.Nullable;

/** Codes rows of one schema: a version byte, then Avro binary. */
public final class RowCoder extends CustomCoder<GenericRecord> {
    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    private final String json;
    private transient @Nullable Schema schema;

    public RowCoder(Schema schema) {
        this.json = schema.toString();
    }

    @Override
    public void encode(GenericRecord row, OutputStream out) throws IOException {
        out.write(VERSION);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema()).write(row, encoder);
        encoder.flush();
    }

    @Override
    public GenericRecord decode(InputStream in) throws IOException {
        int version = in.read();
        if (version != VERSION) {
            throw new IOException("row must have version " + VERSION + ", was " + version);
        }
        return new GenericDatumReader<GenericRecord>(schema())
                .read(null, DecoderFactory.get().directBinaryDecoder(in, null));
    }

    @Override
    public void verifyDeterministic() throws NonDeterministicException {
        throw new NonDeterministicException(this, "maps inside a row have no fixed order; rows are values, not keys");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowCoder coder && coder.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    private Schema schema() {
        if (schema == null) {
            schema = new Schema.Parser().parse(json);
        }
        return schema;
    }
}
