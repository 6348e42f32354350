package org.florilegium.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/**
 * Counts the letters of a text by script.
 *
 * <p>Kana, Han and Hangul are counted apart; what they mean together is for the identifier to say.
 */
final class Scripts {
    /** An ideograph or syllable says as much as about three letters, so a note in Latin script does not outvote a short text. */
    private static final int EAST_ASIAN = 3;

    private final int[] letters = new int[UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT) + 1];
    private int total;

    private Scripts() {}

    static Scripts of(CharSequence text) {
        Scripts scripts = new Scripts();
        text.codePoints().forEach(scripts::add);
        return scripts;
    }

    private void add(int codePoint) {
        if (codePoint < 0x80) {
            int lower = codePoint | 0x20;
            if (lower >= 'a' && lower <= 'z') {
                letters[UScript.LATIN]++;
                total++;
            }
        } else if (UCharacter.isLetter(codePoint)) {
            int script = UScript.getScript(codePoint);
            if (script != UScript.COMMON && script != UScript.INHERITED) {
                int weight = isEastAsian(script) ? EAST_ASIAN : 1;
                letters[script] += weight;
                total += weight;
            }
        }
    }

    private static boolean isEastAsian(int script) {
        return script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || script == UScript.HANGUL;
    }

    int letters() {
        return total;
    }

    int letters(int script) {
        return letters[script];
    }

    /** The ICU code of the script with most letters, {@link UScript#COMMON} where there are no letters. */
    int majority() {
        int best = UScript.COMMON;
        for (int script = 0; script < letters.length; script++) {
            if (letters[script] > 0 && (best == UScript.COMMON || letters[script] > letters[best])) {
                best = script;
            }
        }
        return best;
    }

    double share(int script) {
        return total == 0 ? 0 : (double) letters[script] / total;
    }
}
