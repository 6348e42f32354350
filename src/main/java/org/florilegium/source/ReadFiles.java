package org.florilegium.source;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.florilegium.flow.MemberReader;
import org.florilegium.flow.MemberSink;
import org.jspecify.annotations.Nullable;

/** Spreads listed files over the workers; {@link #members} reads them there. */
public final class ReadFiles extends PTransform<PBegin, PCollection<SourceFile>> {
    private static final long serialVersionUID = 1L;

    private final transient List<SourceFile> files;

    /** @param files what {@link ListFiles} found */
    public ReadFiles(List<SourceFile> files) {
        this.files = List.copyOf(files);
    }

    /** Reads the members of the files of {@code sources}. */
    public static MemberReader<SourceFile> members(List<SourceSpec> sources) {
        return new FileMembers(sources);
    }

    @Override
    public PCollection<SourceFile> expand(PBegin begin) {
        return begin.apply("ListFiles", Create.of(files).withCoder(new SourceFileCoder()))
                .apply("SpreadFiles", Reshuffle.viaRandomKey());
    }

    private static final class FileMembers implements MemberReader<SourceFile> {
        private static final long serialVersionUID = 1L;

        private final List<SourceSpec> sources;
        private transient @Nullable FileReader reader;

        FileMembers(List<SourceSpec> sources) {
            this.sources = List.copyOf(sources);
        }

        @Override
        public void read(SourceFile file, MemberSink sink) {
            if (reader == null) {
                reader = new FileReader(sources, ReadLimits.STANDARD);
            }
            reader.read(file, sink);
        }
    }

    /** Codes a listed file: a version byte, then its fields. */
    private static final class SourceFileCoder extends AtomicCoder<SourceFile> {
        private static final long serialVersionUID = 1L;
        private static final int VERSION = 1;

        @Override
        public void encode(SourceFile file, OutputStream out) throws IOException {
            new DataOutputStream(out).writeByte(VERSION);
            StringUtf8Coder.of().encode(file.source(), out);
            StringUtf8Coder.of().encode(file.absolutePath(), out);
            StringUtf8Coder.of().encode(file.relativeUri(), out);
            VarLongCoder.of().encode(file.bytes(), out);
        }

        @Override
        public SourceFile decode(InputStream in) throws IOException {
            int version = new DataInputStream(in).readByte();
            if (version != VERSION) {
                throw new IOException("listed file must have version " + VERSION + ", was " + version);
            }
            return new SourceFile(
                    StringUtf8Coder.of().decode(in),
                    StringUtf8Coder.of().decode(in),
                    StringUtf8Coder.of().decode(in),
                    VarLongCoder.of().decode(in));
        }
    }
}
