package org.florilegium.filter.spacy;

import java.util.BitSet;

/** Kinds of characters that the rules ask for, by code point. */
final class Letters {
    private static final BitSet CASED = cased();
    private static final BitSet WITHOUT_CASE = EnglishFacts.points(EnglishFacts.INSTANCE.withoutCase());
    private static final BitSet SMALL = withCase(Character.LOWERCASE_LETTER, EnglishFacts.INSTANCE.alsoSmall());
    private static final BitSet CAPITAL = withCase(Character.UPPERCASE_LETTER, EnglishFacts.INSTANCE.alsoCapital());
    private static final BitSet ICONS = EnglishFacts.points(EnglishFacts.INSTANCE.icons());
    private static final BitSet QUOTES = EnglishFacts.characters(EnglishFacts.INSTANCE.quotes());
    private static final BitSet MARKS = marks();
    private static final BitSet CURRENCY = EnglishFacts.characters(EnglishFacts.INSTANCE.currency());
    private static final BitSet BEFORE_A_STOP = beforeAStop();

    private Letters() {}

    private static BitSet cased() {
        BitSet cased = EnglishFacts.points(EnglishFacts.INSTANCE.cased());
        cased.andNot(EnglishFacts.points(EnglishFacts.INSTANCE.noLetters()));
        return cased;
    }

    /** The cased letters of a category and those of scripts without case, which count as both. */
    private static BitSet withCase(byte category, String more) {
        BitSet letters = new BitSet();
        CASED.stream().filter(c -> Character.getType(c) == category).forEach(letters::set);
        letters.or(EnglishFacts.points(more));
        letters.or(WITHOUT_CASE);
        return letters;
    }

    private static BitSet marks() {
        BitSet marks = EnglishFacts.characters(EnglishFacts.INSTANCE.punctuation());
        marks.or(QUOTES);
        marks.or(ICONS);
        marks.or(EnglishFacts.characters("—–"));
        return marks;
    }

    /** A full stop is a suffix after these; the bar is there because the release writes its list with bars. */
    private static BitSet beforeAStop() {
        BitSet before = EnglishFacts.characters(EnglishFacts.INSTANCE.punctuation() + "0123456789%²-+|");
        before.or(SMALL);
        before.or(QUOTES);
        return before;
    }

    static boolean isLetter(int c) {
        return CASED.get(c) || WITHOUT_CASE.get(c);
    }

    static boolean isSmall(int c) {
        return SMALL.get(c);
    }

    static boolean isCapital(int c) {
        return CAPITAL.get(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isIcon(int c) {
        return ICONS.get(c);
    }

    static boolean isQuote(int c) {
        return QUOTES.get(c);
    }

    static boolean isCurrency(int c) {
        return CURRENCY.get(c);
    }

    /** Punctuation, quotes, icons and dashes: tokens of their own at either end of a word. */
    static boolean isMark(int c) {
        return MARKS.get(c);
    }

    /** Whether a full stop behind {@code c} is a token of its own. */
    static boolean isBeforeAStop(int c) {
        return BEFORE_A_STOP.get(c);
    }
}
