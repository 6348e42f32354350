package org.florilegium.tag.onnx;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.NgramHasher;
import org.florilegium.tag.Tagger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How many passages of 150 words tier 1 scores in a second, and how many of them are hashed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TierOneBenchmark {
    private static final int WORDS = 150;
    private static final String[] STEMS = {"neighbour", "river", "answer", "the", "of", "and", "promise", "old", "bridge", "was", "to", "kept"};

    private final Tagger tagger = new OnnxTaggers().open(ClassifierFolder.read(Path.of("classifiers", "ngrams")));
    private final NgramHasher hasher = new NgramHasher(tagger.spec().bits());
    private final String[] passages = passages();
    private int next;

    private static String[] passages() {
        String[] out = new String[64];
        for (int i = 0; i < out.length; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < WORDS; word++) {
                int at = i * 31 + word * 7 + word * word;
                text.append(STEMS[at % STEMS.length]).append(at % 97).append(' ');
            }
            out[i] = text.toString();
        }
        return out;
    }

    /** Scores of one passage. */
    @Benchmark
    public Object score() throws UnprocessableDocumentException {
        return tagger.score(passages[next++ % passages.length], "en");
    }

    /** N-grams of one passage. */
    @Benchmark
    public Object hash() {
        return hasher.of(passages[next++ % passages.length]);
    }

    /** Frees the model. */
    @TearDown
    public void close() {
        tagger.close();
    }
}
