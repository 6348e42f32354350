package org.florilegium.balance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns intensities into copies with a keyed hash of the content id, so that the draw does not depend on order, workers
 * or retries, and a larger intensity never takes a copy away.
 *
 * <p>One instance a thread.
 */
public final class Copies {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /**
     * @param seed the pipeline's seed
     * @param purpose keeps independent choices apart, for example {@code copies} and {@code charge}
     */
    public Copies(String seed, String purpose) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec((purpose + "/" + seed).getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** A number in [0, 1) that depends on the seed, the purpose and {@code id} only. */
    public double unit(String id) {
        byte[] digest = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * Copies whose expected value is {@code intensity}: its whole part, and one more where {@code unit} is below the rest.
     *
     * @param intensity expected copies, 0 or more
     * @param unit number in [0, 1)
     */
    public static int of(double intensity, double unit) {
        double whole = Math.floor(intensity);
        return (int) whole + (unit < intensity - whole ? 1 : 0);
    }
}
