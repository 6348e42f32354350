package org.florilegium.dedup;

import java.security.DigestException;
import java.security.MessageDigest;
import net.openhft.hashing.LongHashFunction;
import org.apache.commons.codec.digest.DigestUtils;

/** Hashes a stretch of bytes; each use is for one thread. */
@FunctionalInterface
interface ShingleHash {

    long of(byte[] bytes, int start, int length);

    /** The hash that {@code spec} names: XXH64, or the first 4 or 8 bytes of SHA-1 as a little-endian number. */
    static ShingleHash of(DedupSpec spec) {
        if (spec.hash().equals(DedupSpec.XXH64)) {
            LongHashFunction xxh64 = LongHashFunction.xx();
            return xxh64::hashBytes;
        }
        MessageDigest sha1 = DigestUtils.getSha1Digest();
        byte[] digest = new byte[sha1.getDigestLength()];
        int width = spec.precision() / Byte.SIZE;
        return (bytes, start, length) -> {
            sha1.update(bytes, start, length);
            return littleEndian(finish(sha1, digest), width);
        };
    }

    private static byte[] finish(MessageDigest sha1, byte[] digest) {
        try {
            sha1.digest(digest, 0, digest.length);
            return digest;
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-1 digest has " + digest.length + " bytes", e);
        }
    }

    private static long littleEndian(byte[] digest, int width) {
        long hash = 0;
        for (int i = width - 1; i >= 0; i--) {
            hash = (hash << 8) | (digest[i] & 0xFF);
        }
        return hash;
    }
}
