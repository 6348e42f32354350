package org.florilegium.parquet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Writes rows to one Parquet file, zstd, under a temporary name until it is whole, and hashes it meanwhile.
 *
 * <p>The bytes depend on the rows, their order, the schema and the footer alone.
 */
public final class RowWriter implements Closeable {
    private static final int SMALL = 3; // levels of zstd
    private static final int FAST = 1;

    /** Columns whose values are mostly different: a dictionary is tried in vain, which costs more than all else. */
    private static final List<String> HARDLY_REPEATED = List.of(
            "id",
            "document_id",
            "text",
            "text_bytes",
            "title",
            "source.record",
            "source.digest",
            "origins.list.element.record",
            "origins.list.element.digest",
            "rules.measurements.key_value.value",
            "bands.list.element",
            "sketch.list.element",
            "cluster.id",
            "message",
            "duplicate_of");

    /**
     * A file that is whole but still has its temporary name.
     *
     * @param temporary where it is
     * @param digest SHA-256 of its bytes, hexadecimal
     * @param bytes its length
     * @param rows rows in it
     */
    public record Written(Path temporary, String digest, long bytes, long rows) {

        /** Gives the file its final name, in one move within the same file system. */
        public void moveTo(Path target) throws IOException {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private final Path temporary;
    private final HashingFile file;
    private final RowGroups groups;
    private long rows;

    /**
     * @param temporary where to write; its folder is made, an older file of that name replaced
     * @param schema schema of the rows
     * @param footer key-value metadata of the file
     */
    public RowWriter(Path temporary, Schema schema, Map<String, String> footer) throws IOException {
        this(temporary, schema, footer, SMALL);
    }

    /** The same for a file that is read soon and by few, in less time and somewhat larger. */
    public static RowWriter inHaste(Path temporary, Schema schema, Map<String, String> footer) throws IOException {
        return new RowWriter(temporary, schema, footer, FAST);
    }

    private RowWriter(Path temporary, Schema schema, Map<String, String> footer, int level) throws IOException {
        Files.createDirectories(temporary.toAbsolutePath().getParent());
        this.temporary = temporary;
        this.file = new HashingFile(temporary);
        this.groups = new RowGroups(file, schema, HARDLY_REPEATED, new PageCompressor(level), new TreeMap<>(footer));
    }

    public void write(GenericRecord row) throws IOException {
        groups.write(row);
        rows++;
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    /** Bytes written so far and waiting in memory. */
    public long bytes() {
        return groups.bytes();
    }

    /** Finishes the file; it keeps its temporary name until it is moved. */
    public Written finish() throws IOException {
        groups.close();
        return new Written(temporary, file.digest(), Files.size(temporary), rows);
    }

    /** Gives up an unfinished file; after {@link #finish()} nothing happens. */
    @Override
    public void close() throws IOException {
        groups.close();
    }

    private static final class HashingFile implements OutputFile {
        private final Path path;
        private final MessageDigest sha256 = DigestUtils.getSha256Digest();

        HashingFile(Path path) {
            this.path = path;
        }

        String digest() {
            return Hex.encodeHexString(sha256.digest());
        }

        @Override
        public PositionOutputStream create(long blockSizeHint) throws IOException {
            return createOrOverwrite(blockSizeHint);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
            OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), sha256);
            return new Counted(out);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Counted extends PositionOutputStream {
        private final OutputStream out;
        private long position;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
