package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.flow.DocumentCodec;
import org.florilegium.sorted.SortedRecords;

/**
 * Digest of what a reservoir holds: SHA-256 over its sorted row digests, so it depends neither on files nor on windows nor
 * on the order of arrival.
 *
 * <p>A document that stays for its cluster counts with all its tags. One that never can be chosen counts with its id and
 * origins alone: whether it was tagged depends on what arrived before it. Digests are sorted on disk.
 */
final class ContentDigest implements Closeable {
    private final DocumentCodec codec = DocumentCodec.forDigests();
    private final SortedRecords digests;

    /** @param temp folder for temporary files; it is made where it is not there */
    ContentDigest(Path temp) throws IOException {
        this.digests = new SortedRecords(Files.createDirectories(temp), "digests", 1);
    }

    /** Adds a row; its text need not be read, as the document id stands for it. */
    void add(Document document, boolean keeper) throws IOException {
        byte[] bytes;
        if (keeper) {
            bytes = codec.bytes(document.withContent(document.content().withText(""))
                    .withHygiene(document.hygiene().withoutKeys()));
        } else {
            StringBuilder text = new StringBuilder(document.id());
            text.append('\n').append(document.provenance().origin().label());
            for (Origin origin : document.provenance().otherOrigins()) {
                text.append('\n').append(origin.label());
            }
            bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        }
        digests.add(ByteBuffer.wrap(DigestUtils.sha256(bytes)).getLong());
    }

    /** SHA-256 of all rows added, hexadecimal; nothing may be added afterwards. */
    String hex() throws IOException {
        MessageDigest all = DigestUtils.getSha256Digest();
        ByteBuffer one = ByteBuffer.allocate(Long.BYTES);
        digests.read(numbers -> all.update(one.putLong(0, numbers[0]).array()));
        return Hex.encodeHexString(all.digest());
    }

    @Override
    public void close() throws IOException {
        digests.close();
    }
}
