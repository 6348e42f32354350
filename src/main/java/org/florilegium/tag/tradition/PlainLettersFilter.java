package org.florilegium.tag.tradition;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Folds case and width, and drops accents, Arabic and Hebrew points and apostrophes, so that {@code Qurʾān} is {@code
 * quran}. Vowel signs of Indic and Southeast Asian scripts stay: they are letters.
 *
 * <p>It stands in for Lucene's ICUFoldingFilter, whose data file is bound to one version of ICU.
 */
final class PlainLettersFilter extends TokenFilter {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
    private static final String APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\u02be\u02bf";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    PlainLettersFilter(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!isPlain()) {
            String letters = plain(term);
            term.setEmpty().append(letters.isEmpty() ? term.toString() : letters);
        }
        return true;
    }

    private boolean isPlain() {
        for (int at = 0; at < term.length(); at++) {
            char letter = term.charAt(at);
            boolean lower = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (!lower) {
                return false;
            }
        }
        return true;
    }

    private static String plain(CharSequence word) {
        StringBuilder kept = new StringBuilder();
        DECOMPOSE.normalize(FOLD.normalize(word)).codePoints().forEach(letter -> {
            if (!isMark(letter) && APOSTROPHES.indexOf(letter) < 0) {
                kept.appendCodePoint(letter);
            }
        });
        return COMPOSE.normalize(kept);
    }

    private static boolean isMark(int letter) {
        if (UCharacter.getType(letter) != UCharacter.NON_SPACING_MARK) {
            return false;
        }
        int script = UScript.getScript(letter);
        return script == UScript.INHERITED || script == UScript.HEBREW || script == UScript.ARABIC;
    }
}
