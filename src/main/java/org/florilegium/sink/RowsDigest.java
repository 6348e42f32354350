package org.florilegium.sink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Hashes ids and texts of rows in their order, so that a shard's content can be checked apart from its encoding. */
public final class RowsDigest {
    private final MessageDigest sha256 = DigestUtils.getSha256Digest();

    public void add(GenericRecord row) {
        update(row.get("id"));
        update(row.get("text"));
    }

    /** SHA-256 of all rows added, hexadecimal; ends the digest. */
    public String hex() {
        return Hex.encodeHexString(sha256.digest());
    }

    private void update(Object value) {
        sha256.update(value.toString().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
    }
}
