package org.florilegium.language;

import com.ibm.icu.lang.UScript;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts that one language uses far more than any other decide without a model. */
final class SoleLanguages {
    private static final double SURE = 0.99;
    private static final double LIKELY = 0.9;

    private static final Map<Integer, String> ONE = Map.ofEntries(
            Map.entry(UScript.GREEK, "el"),
            Map.entry(UScript.ARMENIAN, "hy"),
            Map.entry(UScript.GEORGIAN, "ka"),
            Map.entry(UScript.THAI, "th"),
            Map.entry(UScript.LAO, "lo"),
            Map.entry(UScript.KHMER, "km"),
            Map.entry(UScript.SINHALA, "si"),
            Map.entry(UScript.TAMIL, "ta"),
            Map.entry(UScript.TELUGU, "te"),
            Map.entry(UScript.KANNADA, "kn"),
            Map.entry(UScript.MALAYALAM, "ml"),
            Map.entry(UScript.GUJARATI, "gu"),
            Map.entry(UScript.GURMUKHI, "pa"),
            Map.entry(UScript.ORIYA, "or"),
            Map.entry(UScript.THAANA, "dv"),
            Map.entry(UScript.CHEROKEE, "chr"),
            Map.entry(UScript.NKO, "nqo"),
            Map.entry(UScript.SYRIAC, "syr"),
            Map.entry(UScript.OL_CHIKI, "sat"),
            Map.entry(UScript.MONGOLIAN, "mn"),
            Map.entry(UScript.TIFINAGH, "zgh"),
            Map.entry(UScript.YI, "ii"),
            Map.entry(UScript.COPTIC, "cop"),
            Map.entry(UScript.GOTHIC, "got"),
            Map.entry(UScript.JAVANESE, "jv"),
            Map.entry(UScript.BALINESE, "ban"),
            Map.entry(UScript.MEITEI_MAYEK, "mni"),
            Map.entry(UScript.VAI, "vai"),
            Map.entry(UScript.ADLAM, "ff"));

    /** Scripts with one large language and small ones that need a closer look: language, another one, its marks. */
    private static final Map<Integer, Rivals> TWO = Map.of(
            UScript.ETHIOPIC, new Rivals("am", "ti", "እዩ|ኣብ|እቲ|ካብ|ናይ|ኣ|ኸ|ከም|ብዙሕ", 0.03),
            UScript.HEBREW, new Rivals("he", "yi", "ײ|װ|ױ|(?<!\\p{L})(און|פון|איז|נישט|דער|צו)(?!\\p{L})", 0.03),
            UScript.BENGALI, new Rivals("bn", "as", "[ৰৱ]", 0.01),
            UScript.MYANMAR, new Rivals("my", "mnw", "[ၚၛၜၝၠၞၟ]", 0.005),
            UScript.TIBETAN, new Rivals("bo", "dz", "ཨིན|འབད|མས།|ནུག", 0.012));

    private SoleLanguages() {}

    static Identification of(Scripts scripts, String sample) {
        int majority = scripts.majority();
        Identification eastAsian = eastAsian(scripts, majority);
        if (eastAsian.isDetermined()) {
            return eastAsian;
        }
        String script = UScript.getShortName(majority);
        double share = scripts.share(majority);
        String one = ONE.get(majority);
        if (one != null) {
            return new Identification(one, script, SURE * share);
        }
        Rivals rivals = TWO.get(majority);
        if (rivals != null) {
            return new Identification(rivals.choose(sample, scripts.letters(majority)), script, LIKELY * share);
        }
        return Identification.NOTHING;
    }

    private static Identification eastAsian(Scripts scripts, int majority) {
        int kana = scripts.letters(UScript.HIRAGANA) + scripts.letters(UScript.KATAKANA);
        int han = scripts.letters(UScript.HAN);
        int hangul = scripts.letters(UScript.HANGUL);
        int eastAsian = kana + han + hangul + scripts.letters(UScript.BOPOMOFO);
        if ((eastAsian * 2 < scripts.letters() && majority == UScript.LATIN) || eastAsian == 0) {
            return Identification.NOTHING;
        }
        double share = (double) eastAsian / scripts.letters();
        if (share < 0.4) {
            return Identification.NOTHING;
        }
        if (kana * 20 > eastAsian && kana > hangul) {
            return new Identification("ja", "Jpan", SURE * share);
        }
        if (hangul * 5 > eastAsian) {
            return new Identification("ko", "Kore", SURE * share);
        }
        return new Identification("zh", "Hani", 0.95 * share);
    }

    private record Rivals(String large, String small, Pattern marks, double rate) {
        Rivals(String large, String small, String marks, double rate) {
            this(large, small, Pattern.compile(marks), rate);
        }

        String choose(String sample, int letters) {
            int found = 0;
            Matcher matcher = marks.matcher(sample);
            while (matcher.find()) {
                found++;
            }
            return found > rate * letters ? small : large;
        }
    }
}
