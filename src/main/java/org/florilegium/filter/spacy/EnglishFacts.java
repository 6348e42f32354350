package org.florilegium.filter.spacy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;

/** The resource {@code english.yaml}, which explains its own fields; ranges are hexadecimal code points. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record EnglishFacts(
        List<Contraction> contractions,
        List<String> leftAlone,
        List<String> split,
        List<String> clipped,
        List<List<String>> whole,
        String cased,
        String noLetters,
        String alsoSmall,
        String alsoCapital,
        String withoutCase,
        String icons,
        String sentenceEnds,
        String punctuation,
        String quotes,
        String currency,
        List<String> dollars,
        String units) {
    private static final String RESOURCE = "english.yaml";

    static final EnglishFacts INSTANCE = read();

    /** Words before endings; spaces part the tokens of an ending. */
    record Contraction(List<String> words, List<String> endings) {}

    private static EnglishFacts read() {
        try (InputStream in = EnglishFacts.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is not on the class path");
            }
            return new YAMLMapper().readValue(in, EnglishFacts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code points of hexadecimal {@code ranges}, for example {@code 0021-002F 3002}. */
    static BitSet points(String ranges) {
        BitSet points = new BitSet();
        for (String range : ranges.strip().split("\\s+")) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            points.set(first, Integer.parseInt(range.substring(dash + 1), 16) + 1);
        }
        return points;
    }

    /** The characters of {@code text} as a set. */
    static BitSet characters(String text) {
        BitSet points = new BitSet();
        text.codePoints().forEach(points::set);
        return points;
    }
}
