package org.florilegium.dedup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.openhft.hashing.LongHashFunction;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.florilegium.language.Words;

/**
 * Finds the paragraphs and lines of one text that are long enough to be compared.
 *
 * <p>A line ends at a line feed, a paragraph at a line without visible text. Two are the same when they are in lower case
 * with every run of white space as one space, so that a paragraph wrapped otherwise is the same one.
 */
final class UnitFinder {
    private static final LongHashFunction XXH64 = LongHashFunction.xx();

    private final RepeatSpec paragraphs;
    private final RepeatSpec lines;
    private final String text;
    private final Words words;
    private final List<TextUnit> found = new ArrayList<>();
    private int codePoint; // number of the code point at char offset `at`
    private int at;
    private int visible;

    private UnitFinder(RepeatSpec paragraphs, RepeatSpec lines, String text) {
        this.paragraphs = paragraphs;
        this.lines = lines;
        this.text = text;
        this.words = Words.of(text);
    }

    static TextUnits find(RepeatSpec paragraphs, RepeatSpec lines, String text) {
        return new UnitFinder(paragraphs, lines, text).find();
    }

    private TextUnits find() {
        List<Span> paragraph = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int bound = text.indexOf('\n', start);
            int end = bound < 0 ? text.length() : bound;
            Span line = span(start, end);
            if (line.visible == 0) {
                endParagraph(paragraph);
            } else {
                paragraph.add(line);
                add(TextUnit.Kind.LINE, lines, line);
            }
            start = end + 1;
        }
        endParagraph(paragraph);
        return new TextUnits(visible, found);
    }

    private void endParagraph(List<Span> its) {
        if (!its.isEmpty()) {
            Span whole = its.get(0);
            for (Span line : its.subList(1, its.size())) {
                whole = whole.upTo(line);
            }
            add(TextUnit.Kind.PARAGRAPH, paragraphs, whole);
            its.clear();
        }
    }

    private void add(TextUnit.Kind kind, RepeatSpec spec, Span span) {
        if (spec.isOn() && words.between(span.from, span.to) >= spec.minWords()) {
            long hash =
                    XXH64.hashBytes(normal(text.substring(span.from, span.to)).getBytes(StandardCharsets.UTF_8));
            found.add(TextUnit.found(kind, span.start, span.end, span.visible, hash));
        }
    }

    /** A stretch without white space at its ends: char offsets, code points, and how many are visible. */
    private record Span(int from, int to, int start, int end, int visible) {
        Span upTo(Span last) {
            return new Span(from, last.to, start, last.end, visible + last.visible);
        }
    }

    /** The visible stretch between two char offsets, of which the first is not before any asked for earlier. */
    private Span span(int start, int end) {
        codePoint += text.codePointCount(at, start);
        at = start;
        Span span = new Span(start, start, codePoint, codePoint, 0);
        while (at < end) {
            int value = text.codePointAt(at);
            int next = at + Character.charCount(value);
            if (!isSpace(value)) {
                boolean first = span.visible == 0;
                span = new Span(
                        first ? at : span.from, next, first ? codePoint : span.start, codePoint + 1, span.visible + 1);
                visible++;
            }
            at = next;
            codePoint++;
        }
        return span;
    }

    private static String normal(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        StringBuilder normal = new StringBuilder(lower.length());
        lower.codePoints().forEach(value -> {
            if (!isSpace(value)) {
                normal.appendCodePoint(value);
            } else if (normal.length() > 0 && normal.charAt(normal.length() - 1) != ' ') {
                normal.append(' ');
            }
        });
        return normal.toString();
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
