package org.florilegium.filter.spacy;

import org.jspecify.annotations.Nullable;

/**
 * Splits a text into tokens as spaCy's English tokenizer does.
 *
 * <p>Runs of white space and of anything else come first; a single space parts them and is no token. Of a run, prefixes and
 * suffixes are split off in turn, unless what is left is listed; the rest is split inside, unless it is an address.
 */
public final class EnglishTokens {
    private final SpecialCases cases;
    private final Tokens tokens;
    private final Tokens suffixes;
    private final String text;

    private EnglishTokens(String text, SpecialCases cases) {
        this.text = text;
        this.cases = cases;
        this.tokens = new Tokens(text);
        this.suffixes = new Tokens(text);
    }

    /** The tokens of {@code text}, those of white space included. */
    public static Tokens of(String text) {
        return SpecialRuns.ENGLISH.joined(split(text, SpecialCases.ENGLISH));
    }

    /** Tokens with {@code cases} as whole stretches only, not where other rules have split them. */
    static Tokens split(String text, SpecialCases cases) {
        EnglishTokens splitter = new EnglishTokens(text, cases);
        splitter.splitRuns();
        return splitter.tokens;
    }

    private void splitRuns() {
        int start = 0;
        boolean inSpace = !text.isEmpty() && isSpace(text.charAt(0));
        for (int i = 0; i < text.length(); i++) {
            if (isSpace(text.charAt(i)) == inSpace) {
                continue;
            }
            if (start < i) {
                splitRun(start, i);
            }
            start = text.charAt(i) == ' ' ? i + 1 : i;
            inSpace = !inSpace;
        }
        if (start < text.length()) {
            splitRun(start, text.length());
        }
    }

    /** Whether Python counts {@code c} as white space. */
    static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
        }
        return c == 0x85 || Character.isSpaceChar(c);
    }

    private void splitRun(int from, int to) {
        int start = from;
        int end = to;
        int firstSuffix = suffixes.count();
        while (start < end && !cases.has(text, start, end)) {
            int prefix = Affixes.prefix(text, start, end);
            if (prefix > 0 && start + prefix < end && cases.has(text, start + prefix, end)) {
                tokens.add(start, start + prefix);
                start += prefix;
                break;
            }
            int suffix = Affixes.suffix(text, start + prefix, end);
            if (suffix > 0 && start < end - suffix && cases.has(text, start, end - suffix)) {
                suffixes.add(end - suffix, end);
                end -= suffix;
                break;
            }
            if (prefix + suffix == 0) {
                break;
            }
            if (prefix > 0) {
                tokens.add(start, start + prefix);
            }
            if (suffix > 0) {
                suffixes.add(end - suffix, end);
            }
            start += prefix;
            end -= suffix;
        }
        splitMiddle(start, end);
        for (int i = suffixes.count() - 1; i >= firstSuffix; i--) {
            tokens.add(suffixes.start(i), suffixes.end(i));
        }
    }

    private void splitMiddle(int start, int end) {
        int @Nullable [] listed = cases.of(text, start, end);
        if (listed != null) {
            addAll(start, listed);
        } else if (start < end && WebAddress.matches(text, start, end)) {
            tokens.add(start, end);
        } else if (start < end) {
            splitInside(start, end);
        }
    }

    private void addAll(int from, int[] lengths) {
        int at = from;
        for (int length : lengths) {
            tokens.add(at, at + length);
            at += length;
        }
    }

    private void splitInside(int from, int end) {
        int start = from;
        int at = from;
        while (at < end) {
            int infix = Affixes.infix(text, from, at, end);
            if (infix > 0 && at > from) {
                if (start < at) {
                    tokens.add(start, at);
                }
                tokens.add(at, at + infix);
                start = at + infix;
            }
            at += infix > 0 ? infix : Character.charCount(text.codePointAt(at));
        }
        if (start < end) {
            tokens.add(start, end);
        }
    }
}
