package org.florilegium.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Hashed character n-grams (1 to 5, word ends included) and whole words, each with a small vector; their sum, divided by
 * the root of their number, is compared with a vector for each language of the script (Joulin et al., Bag of Tricks for
 * Efficient Text Classification, 2017, with the sum in place of the mean, so that longer texts are surer).
 *
 * <p>The resource holds weights only; {@code classifiers/training/language/card.md} says how they were made. An instance is
 * immutable.
 */
final class LanguageModel {
    static final String RESOURCE = "language_model.gz";
    private static final int MAGIC = 0x464C4944;
    private static final int LONGEST_GRAM = 5;
    private static final int LONGEST_WORD = 62;
    private static final int PRIME = 16777619;
    private static final int GRAM_SEED = 0x811C9DC5;
    private static final int WORD_SEED = 0x9747B28C;
    private static final char WORD_END = '_';

    private final int mask;
    private final int width;
    private final long[] vectors;
    private final Map<String, List<Language>> byScript;

    private LanguageModel(int width, long[] vectors, Map<String, List<Language>> byScript) {
        this.mask = vectors.length / (width / VectorSum.LANES) - 1;
        this.width = width;
        this.vectors = vectors;
        this.byScript = byScript;
    }

    static LanguageModel load() {
        try (InputStream in = LanguageModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " beside " + LanguageModel.class.getName());
            }
            return read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static LanguageModel read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC || in.readInt() != 1) {
            throw new IOException(RESOURCE + ": expected a language model of version 1");
        }
        int buckets = in.readInt();
        int width = in.readInt();
        int classes = in.readInt();
        Map<String, List<Language>> byScript = new LinkedHashMap<>();
        for (int c = 0; c < classes; c++) {
            String[] tags = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8).split(" ");
            float bias = in.readFloat();
            float[] weights = new float[width];
            for (int d = 0; d < width; d++) {
                weights[d] = in.readFloat();
            }
            byScript.computeIfAbsent(tags[0], script -> new ArrayList<>()).add(new Language(tags[1], bias, weights));
        }
        return new LanguageModel(width, VectorSum.pack(in.readNBytes(buckets * width)), byScript);
    }

    /** Whether the languages of {@code script} (ISO 15924) are told apart here. */
    boolean knows(String script) {
        return byScript.containsKey(script);
    }

    /** The likeliest language of {@code letters}, as {@link Letters} makes them, among those of {@code script}. */
    Guess guess(char[] letters, String script) {
        List<Language> languages = byScript.getOrDefault(script, List.of());
        VectorSum total = new VectorSum(width);
        add(letters, total);
        if (total.count() == 0 || languages.isEmpty()) {
            return new Guess(Identification.UNDETERMINED, 0);
        }
        float[] sum = total.overRootOfCount();
        double[] scores = new double[languages.size()];
        int best = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = languages.get(i).score(sum);
            best = scores[i] > scores[best] ? i : best;
        }
        double odds = 0;
        for (double score : scores) {
            odds += Math.exp(score - scores[best]);
        }
        return new Guess(languages.get(best).tag, 1 / odds);
    }

    /** Adds the vectors of all features to {@code sum}. */
    private void add(char[] letters, VectorSum sum) {
        int at = 1;
        char[] word = new char[LONGEST_WORD + 2];
        word[0] = WORD_END;
        while (at < letters.length) {
            int size = 1;
            while (letters[at] != ' ') {
                if (size < LONGEST_WORD) {
                    word[size++] = letters[at];
                }
                at++;
            }
            at++;
            if (size > 1) {
                word[size++] = WORD_END;
                addWord(word, size, sum);
            }
        }
    }

    private void addWord(char[] word, int size, VectorSum sum) {
        int whole = WORD_SEED;
        for (int i = 0; i < size; i++) {
            whole = (whole ^ word[i]) * PRIME;
            int gram = GRAM_SEED;
            int end = Math.min(size, i + LONGEST_GRAM);
            for (int j = i; j < end; j++) {
                gram = (gram ^ word[j]) * PRIME;
                if (j > i || word[j] != WORD_END) {
                    sum.add(vectors, row(gram));
                }
            }
        }
        sum.add(vectors, row(whole));
    }

    private int row(int hash) {
        int h = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
        h = (h ^ (h >>> 12)) * 0x297A2D39;
        return ((h ^ (h >>> 15)) & mask) * (width / VectorSum.LANES);
    }

    /**
     * The likeliest language.
     *
     * @param probability among the languages of the script, 0 to 1
     */
    record Guess(String language, double probability) {}

    private record Language(String tag, float bias, float[] weights) {
        double score(float[] sum) {
            float first = bias;
            float second = 0;
            float third = 0;
            float fourth = 0;
            for (int d = 0; d < weights.length; d += 4) {
                first += weights[d] * sum[d];
                second += weights[d + 1] * sum[d + 1];
                third += weights[d + 2] * sum[d + 2];
                fourth += weights[d + 3] * sum[d + 3];
            }
            return (first + second) + (third + fourth);
        }
    }
}
