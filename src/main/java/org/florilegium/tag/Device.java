package org.florilegium.tag;

import java.io.Serializable;

/**
 * Where encoders run.
 *
 * @param provider {@code cpu} or {@code cuda}
 * @param number of the GPU, from 0; 0 for the CPU
 */
public record Device(String provider, int number) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The default; nothing needs another. */
    public static final Device CPU = new Device("cpu", 0);

    private static final String CUDA = "cuda";
    private static final int MOST = 99;

    /**
     * The device written as {@code word}: {@code cpu}, {@code cuda} or {@code cuda:N}.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Device of(String word) {
        if (word.equals("cpu")) {
            return CPU;
        }
        if (word.equals(CUDA) || word.matches("cuda:[0-9]{1,2}")) {
            return new Device(CUDA, word.equals(CUDA) ? 0 : Integer.parseInt(word.substring(5)));
        }
        throw new IllegalArgumentException(
                "device must be cpu or cuda:N with N of 0 to " + MOST + ", was '" + word + "'");
    }

    /** Whether it is a GPU. */
    public boolean isCuda() {
        return provider.equals(CUDA);
    }

    @Override
    public String toString() {
        return isCuda() ? provider + ":" + number : provider;
    }
}
