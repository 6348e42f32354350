package org.florilegium.language;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Says which language and script a text is in.
 *
 * <p>Three kinds of evidence, the strongest first: a script that only one language uses much; for languages unknown to
 * the model, their most frequent words; and an n-gram model whose answers are kept to languages of the script seen. It
 * looks at a bounded sample spread over the text, so its cost does not grow with the text. An instance is used by one
 * thread at a time.
 */
public final class LanguageIdentifier {
    /** Version of the rules and of the model, for lineage. */
    public static final String VERSION = "1-opennlp-langdetect-183";

    private static final String MODEL = "/langdetect-183.bin";
    private static final int SAMPLE = 8_000;
    private static final int SLICES = 8;
    private static final double UNSURE = 0.35;
    private static final Pattern NOISE = Pattern.compile("https?://\\S+|\\S+@\\S+|[\\p{N}_<>|*#]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final LanguageDetectorModel LOADED = load();

    private final LanguageDetectorME detector = new LanguageDetectorME(LOADED);
    private final FrequentWords frequentWords = FrequentWords.load();

    /** The language and script of {@code text}. */
    public Identification identify(String text) {
        String sample = clean(sample(text));
        Scripts scripts = Scripts.of(sample);
        int majority = scripts.majority();
        if (majority == UScript.COMMON) {
            return Identification.NOTHING;
        }
        Identification alone = SoleLanguages.of(scripts, sample);
        return alone.isDetermined() ? alone : byModel(sample, scripts, majority);
    }

    /** The script of {@code text} as {@link #identify} reports it, without the cost of the language. */
    public String script(String text) {
        Scripts scripts = Scripts.of(text);
        Identification alone = SoleLanguages.of(scripts, "");
        return alone.isDetermined() ? alone.script() : UScript.getShortName(scripts.majority());
    }

    private Identification byModel(String sample, Scripts scripts, int majority) {
        String script = UScript.getShortName(majority);
        double certainty = Math.min(1, scripts.letters() / 12.0);
        FrequentWords.Match words = frequentWords.best(sample, script);
        Guess guess = guess(sample, script);
        if (words.isClear()) {
            return new Identification(words.language(), script, certainty * words.probability());
        }
        double probability = certainty * guess.probability;
        String language = probability < UNSURE ? Identification.UNDETERMINED : guess.language;
        return new Identification(language, script, probability);
    }

    private Guess guess(String sample, String script) {
        Map<String, String> spelled = ModelLanguages.of(script);
        double sum = 0;
        Guess best = new Guess(Identification.UNDETERMINED, 0);
        for (Language each : detector.predictLanguages(sample)) {
            String tag = spelled.get(each.getLang());
            if (tag != null) {
                sum += each.getConfidence();
                if (each.getConfidence() > best.probability) {
                    best = new Guess(tag, each.getConfidence());
                }
            }
        }
        return sum > 0 ? new Guess(best.language, best.probability / sum) : best;
    }

    private static String clean(String sample) {
        String words = NOISE.matcher(sample).replaceAll(" ");
        return SPACE.matcher(words).replaceAll(" ").trim().toLowerCase(Locale.ROOT);
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

    /** SHA-256 of the model and of the word lists, hexadecimal. */
    public static String modelDigest() {
        return Digest.VALUE;
    }

    private static LanguageDetectorModel load() {
        try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("no language model on the class path, looked for " + MODEL);
            }
            return new LanguageDetectorModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("language model " + MODEL + " cannot be read", e);
        }
    }

    /** Computed when first asked for, as it reads the model once more. */
    private static final class Digest {
        private static final String VALUE = compute();

        private static String compute() {
            try (InputStream model = LanguageDetectorModel.class.getResourceAsStream(MODEL);
                    InputStream words = FrequentWords.class.getResourceAsStream(FrequentWords.RESOURCE)) {
                if (model == null || words == null) {
                    throw new IllegalStateException("no language model on the class path, looked for " + MODEL);
                }
                return DigestUtils.sha256Hex(new SequenceInputStream(model, words));
            } catch (IOException e) {
                throw new UncheckedIOException("language model " + MODEL + " cannot be read", e);
            }
        }
    }

    private record Guess(String language, double probability) {}
}
