package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.flow.DocumentCodec;

/**
 * Digest of what a reservoir holds: SHA-256 over its sorted row digests, so it depends neither on files nor on windows nor
 * on the order of arrival.
 *
 * <p>A document that stays for its cluster counts with all its tags. One that never can be chosen counts with its id and
 * origins alone: whether it was tagged depends on what arrived before it.
 */
final class ContentDigest {
    private final DocumentCodec codec = new DocumentCodec();
    private long[] digests = new long[1024];
    private int count;

    /** Adds a row; its text need not be read, as the document id stands for it. */
    void add(Document document, boolean keeper) throws IOException {
        byte[] bytes;
        if (keeper) {
            bytes = codec.bytes(document.withContent(document.content().withText(""))
                    .withHygiene(document.hygiene().withBands(List.of()).withSketch(List.of())));
        } else {
            StringBuilder text = new StringBuilder(document.id());
            text.append('\n').append(document.provenance().origin().label());
            for (Origin origin : document.provenance().otherOrigins()) {
                text.append('\n').append(origin.label());
            }
            bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (count == digests.length) {
            digests = Arrays.copyOf(digests, count * 2);
        }
        digests[count++] = ByteBuffer.wrap(DigestUtils.sha256(bytes)).getLong();
    }

    /** SHA-256 of all rows added, hexadecimal. */
    String hex() {
        Arrays.sort(digests, 0, count);
        ByteBuffer sorted = ByteBuffer.allocate(count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            sorted.putLong(digests[i]);
        }
        return Hex.encodeHexString(DigestUtils.sha256(sorted.array()));
    }
}
