package org.florilegium.segment;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.florilegium.language.Words;

/**
 * Cuts a text into passages on paragraph and sentence bounds.
 *
 * <p>Paragraphs are gathered until a passage has the target number of words; a paragraph longer than the maximum is taken
 * sentence by sentence, and a sentence longer than that at word ends. Passages do not overlap and leave out whitespace
 * only.
 */
public final class Segmenter {
    private final SegmentSpec spec;

    public Segmenter(SegmentSpec spec) {
        this.spec = spec;
    }

    /**
     * Where a passage lies.
     *
     * @param start first code point
     * @param end code point after the last
     */
    public record Span(int start, int end) {}

    /** The passages of {@code text}, in order; none where it is blank. */
    public List<Span> passages(String text) {
        Words words = Words.of(text);
        List<Piece> gathered = new ArrayList<>();
        for (Piece unit : units(text, words)) {
            Piece last = gathered.isEmpty() ? null : gathered.get(gathered.size() - 1);
            boolean open = last != null && last.words < spec.targetWords();
            if (last != null && open && last.words + unit.words <= spec.maxWords()) {
                gathered.set(gathered.size() - 1, last.with(unit));
            } else {
                gathered.add(unit);
            }
        }
        return spans(text, withoutShortOnes(gathered));
    }

    /** Joins a passage that stayed too short to its neighbour, where both together are not much too long. */
    private List<Piece> withoutShortOnes(List<Piece> gathered) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : gathered) {
            Piece last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            boolean stunted = last != null && Math.min(last.words, piece.words) < spec.minWords();
            if (last != null && stunted && last.words + piece.words <= spec.maxWords()) {
                joined.set(joined.size() - 1, last.with(piece));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private List<Piece> units(String text, Words words) {
        List<Piece> units = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int bound = text.indexOf("\n\n", start);
            int end = bound < 0 ? text.length() : bound;
            Piece paragraph = piece(text, start, end, words);
            if (paragraph.words <= spec.maxWords()) {
                add(units, paragraph);
            } else {
                addSentences(units, text, paragraph, words);
            }
            start = bound < 0 ? text.length() : bound + 2;
        }
        return units;
    }

    private void addSentences(List<Piece> units, String text, Piece paragraph, Words words) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.ROOT);
        sentences.setText(text.substring(paragraph.start, paragraph.end));
        int from = 0;
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            Piece sentence = piece(text, paragraph.start + from, paragraph.start + to, words);
            if (sentence.words <= spec.maxWords()) {
                add(units, sentence);
            } else {
                addWords(units, text, sentence, words);
            }
            from = to;
        }
    }

    private void addWords(List<Piece> units, String text, Piece sentence, Words words) {
        int first = words.endingUpTo(sentence.start);
        int start = sentence.start;
        for (int word = first + spec.targetWords(); word < first + sentence.words; word += spec.targetWords()) {
            int end = words.end(word - 1);
            add(units, piece(text, start, end, words));
            start = end;
        }
        add(units, piece(text, start, sentence.end, words));
    }

    private static void add(List<Piece> units, Piece piece) {
        if (piece.start < piece.end) {
            units.add(piece);
        }
    }

    /** The piece from {@code start} to {@code end} without whitespace at its ends. */
    private static Piece piece(String text, int start, int end, Words words) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return new Piece(from, to, words.between(from, to));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static List<Span> spans(String text, List<Piece> pieces) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        int codePoints = 0;
        for (Piece piece : pieces) {
            int start = codePoints + text.codePointCount(at, piece.start);
            int end = start + text.codePointCount(piece.start, piece.end);
            spans.add(new Span(start, end));
            at = piece.end;
            codePoints = end;
        }
        return spans;
    }

    /** A stretch in char offsets with its words. */
    private record Piece(int start, int end, int words) {
        Piece with(Piece next) {
            return new Piece(start, next.end, words + next.words);
        }
    }
}
