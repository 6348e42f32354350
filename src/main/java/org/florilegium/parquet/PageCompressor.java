package org.florilegium.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.InputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses the pages of one file with zstd, without Hadoop's codecs, whose runtime is 30 MB. */
final class PageCompressor implements BytesInputCompressor {
    private final ZstdCompressCtx zstd =
            new ZstdCompressCtx(); // one for all pages: its tables are larger than most of them

    /** @param level of zstd, 1 to 22 */
    PageCompressor(int level) {
        zstd.setLevel(level);
    }

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
        byte[] plain = new byte[Math.toIntExact(page.size())];
        try (InputStream in = page.toInputStream()) {
            int read = in.readNBytes(plain, 0, plain.length);
            if (read < plain.length) {
                throw new IOException("a page must have " + plain.length + " bytes, has " + read);
            }
        }
        return BytesInput.from(zstd.compress(plain));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
        zstd.close();
    }
}
