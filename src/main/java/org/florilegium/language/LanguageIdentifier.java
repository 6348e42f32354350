package org.florilegium.language;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Says which language and script a text is in.
 *
 * <p>Two kinds of evidence: a script that only one language uses much, and for the others a model of words and character
 * n-grams whose answers are kept to languages of the script seen. What the model takes for a language it was not taught,
 * and what reads like program code, is undetermined. It looks at a bounded sample spread over the text, so its cost does
 * not grow with the text. An instance is used by one thread at a time.
 */
public final class LanguageIdentifier {
    /** Version of the rules and of the model, for lineage. */
    public static final String VERSION = "2-ngram-words";

    private static final int SAMPLE = 2_400;
    private static final int SLICES = 8;
    private static final double UNSURE = 0.35;

    /** Letters under which a text of Latin script, which most languages use, is too short to tell. */
    private static final int ENOUGH_LETTERS = 8;

    /** A text with more than one mark of program code for this many letters is not prose. */
    private static final int LETTERS_PER_MARK = 8;

    private static final String CODE_MARKS = "{}[]();=<>_/\\$#*+&|";
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|www\\.\\S+|\\S+@\\S+");
    private static final LanguageModel MODEL = LanguageModel.load();
    private static final List<Set<String>> NEIGHBOURS = List.of(
            Set.of("bs", "hr", "sr"),
            Set.of("nb", "nn", "da"),
            Set.of("id", "ms"),
            Set.of("cs", "sk"),
            Set.of("xh", "zu", "nr", "ss"),
            Set.of("st", "tn", "nso"),
            Set.of("es", "gl", "ast", "an"),
            Set.of("pt", "gl"),
            Set.of("hi", "bho", "mai"),
            Set.of("zh", "yue", "lzh"));

    /** The language and script of {@code text}. */
    public Identification identify(String text) {
        String sample = withoutAddresses(sample(text));
        Scripts scripts = Scripts.of(sample);
        int majority = scripts.majority();
        if (majority == UScript.COMMON) {
            return Identification.NOTHING;
        }
        Identification alone = SoleLanguages.of(scripts);
        boolean decided = alone.isDetermined() && !MODEL.knows(alone.script());
        return decided ? alone : byModel(sample, scripts, alone);
    }

    /** The script of {@code text} as {@link #identify} reports it, without the cost of the language. */
    public String script(String text) {
        Scripts scripts = Scripts.of(text);
        Identification alone = SoleLanguages.of(scripts);
        return alone.isDetermined() ? alone.script() : UScript.getShortName(scripts.majority());
    }

    /** Whether two languages are so alike that a short text in one is often taken for the other. */
    public static boolean alike(String language, String other) {
        return language.equals(other)
                || NEIGHBOURS.stream().anyMatch(group -> group.contains(language) && group.contains(other));
    }

    private static Identification byModel(String sample, Scripts scripts, Identification alone) {
        String script = alone.isDetermined() ? alone.script() : UScript.getShortName(scripts.majority());
        LanguageModel.Guess guess = MODEL.guess(Letters.of(sample), script);
        boolean believed = guess.probability() >= UNSURE && !isTooShort(scripts) && !isCode(sample, scripts);
        return new Identification(
                believed ? guess.language() : Identification.UNDETERMINED, script, guess.probability());
    }

    private static boolean isTooShort(Scripts scripts) {
        return scripts.majority() == UScript.LATIN && scripts.letters() < ENOUGH_LETTERS;
    }

    private static boolean isCode(String sample, Scripts scripts) {
        if (scripts.majority() != UScript.LATIN) {
            return false;
        }
        int marks = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            marks += c < 0x80 && CODE_MARKS.indexOf(c) >= 0 ? 1 : 0;
        }
        return marks > 3 && marks * LETTERS_PER_MARK > scripts.letters();
    }

    private static String withoutAddresses(String sample) {
        boolean some = sample.contains("://") || sample.indexOf('@') >= 0 || sample.contains("www.");
        return some ? ADDRESS.matcher(sample).replaceAll(" ") : sample;
    }

    /** Up to {@value #SAMPLE} code points of {@code text}: all of it, or slices from begin to end at equal distances. */
    static String sample(String text) {
        if (text.length() <= SAMPLE) {
            return text;
        }
        List<String> slices = new ArrayList<>();
        int length = SAMPLE / SLICES;
        for (int slice = 0; slice < SLICES; slice++) {
            int from = (int) ((long) (text.length() - length) * slice / (SLICES - 1));
            slices.add(wholeWords(text, from, from + length));
        }
        return String.join("\n", slices);
    }

    private static String wholeWords(String text, int from, int to) {
        int start = from == 0 ? 0 : text.indexOf(' ', from);
        int end = to == text.length() ? to : text.lastIndexOf(' ', to);
        if (start < 0 || end <= start || end - start < (to - from) / 2) {
            start = Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
            end = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
        }
        return text.substring(start, end);
    }

    /** SHA-256 of the model, hexadecimal. */
    public static String modelDigest() {
        return Digest.VALUE;
    }

    /** Computed when first asked for, as it reads the model once more. */
    private static final class Digest {
        private static final String VALUE = compute();

        private static String compute() {
            try (InputStream model = LanguageModel.class.getResourceAsStream(LanguageModel.RESOURCE)) {
                if (model == null) {
                    throw new IllegalStateException("no language model on the class path");
                }
                return DigestUtils.sha256Hex(model);
            } catch (IOException e) {
                throw new UncheckedIOException("language model cannot be read", e);
            }
        }
    }
}
