package org.florilegium.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Decompresses the pages of Parquet files without Hadoop's codecs, whose runtime is 30 MB. Zstd, snappy, gzip and plain
 * pages are read.
 */
final class ReadingCodecs implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("these codecs read only");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD -> new PageDecompressor(codec);
            default ->
                throw new UnsupportedOperationException(
                        "codec must be zstd, snappy, gzip or uncompressed, was " + codec);
        };
    }

    @Override
    public void release() {}

    private record PageDecompressor(CompressionCodecName codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput page, int size) throws IOException {
            return BytesInput.from(bytes(page.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer in, int compressed, ByteBuffer out, int size) throws IOException {
            byte[] page = new byte[compressed];
            in.get(page);
            out.put(bytes(page, size));
        }

        private byte[] bytes(byte[] page, int size) throws IOException {
            byte[] plain = switch (codec) {
                case SNAPPY -> Snappy.uncompress(page);
                case GZIP -> inflated(new GZIPInputStream(new ByteArrayInputStream(page)), size);
                case ZSTD -> unzstd(page, size);
                default -> page;
            };
            if (plain.length != size) {
                throw new IOException("a page must have " + size + " bytes, has " + plain.length);
            }
            return plain;
        }

        private static byte[] unzstd(byte[] page, int size) throws IOException {
            try {
                return Zstd.decompress(page, size);
            } catch (ZstdException e) {
                throw new IOException("a page is no zstd of " + size + " bytes: " + e.getMessage(), e);
            }
        }

        private static byte[] inflated(InputStream in, int size) throws IOException {
            try (in) {
                return in.readNBytes(size);
            }
        }

        @Override
        public void release() {}
    }
}
