package org.florilegium.language;

import com.ibm.icu.lang.UScript;
import java.util.Map;

/** Scripts that one language uses far more than any other decide without a model. */
final class SoleLanguages {
    private static final double SURE = 0.99;

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

    private SoleLanguages() {}

    static Identification of(Scripts scripts) {
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
}
