package org.florilegium.curate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.florilegium.document.Content;
import org.florilegium.document.Document;
import org.florilegium.document.Passage;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.florilegium.row.Excision;

/**
 * Leaves passages, and repeated paragraphs and lines, out of a row: the text is written without them, all offsets are those of
 * the text as written, and the excisions keep the offsets of the text before.
 *
 * <p>A passage is gone, moved, or, where a paragraph or line of it is left out, shorter. Scores and tags stay those of the row
 * before: they say why the passages went. Tokens that went with passages are estimated; those of paragraphs and lines have been
 * taken off before.
 */
public final class Excise {
    private final Document document;
    private final int[] points;
    private final boolean[] gone;
    private final int[] moved;

    private Excise(Document document) {
        this.document = document;
        this.points = document.content().text().codePoints().toArray();
        this.gone = new boolean[points.length];
        this.moved = new int[points.length + 1];
    }

    /**
     * @param excised stretches in order, not overlapping
     */
    public static Document from(Document document, List<Excision> excised) {
        return excised.isEmpty() ? document : new Excise(document).without(excised);
    }

    private Document without(List<Excision> excised) {
        int judged = 0;
        boolean repeats = false;
        for (Excision excision : excised) {
            requireWithin(excision);
            Arrays.fill(gone, excision.start(), excision.end(), true);
            repeats |= excision.leavesOutACopy();
            judged += excision.leavesOutACopy() ? 0 : excision.end() - excision.start();
        }
        if (repeats) {
            CloseGaps.in(points, gone);
        }
        StringBuilder written = new StringBuilder(points.length);
        for (int i = 0; i < points.length; i++) {
            if (!gone[i]) {
                written.appendCodePoint(points[i]);
            }
            moved[i + 1] = moved[i] + (gone[i] ? 0 : 1);
        }
        Content content = document.content();
        int tokens = Math.round((float) content.tokens() * (points.length - judged) / points.length);
        return document.withContent(content.withText(written.toString()).withTokens(tokens))
                .withTags(document.tags().withPassages(passages(repeats)))
                .withHygiene(document.hygiene().withUnits(units()));
    }

    private List<Passage> passages(boolean trimmed) {
        List<Passage> stay = new ArrayList<>();
        for (Passage passage : document.tags().passages()) {
            int start = passage.start();
            int end = passage.end();
            while (trimmed && start < end && isEmpty(start)) {
                start++;
            }
            while (trimmed && end > start && isEmpty(end - 1)) {
                end--;
            }
            if (moved[start] < moved[end]) {
                stay.add(new Passage(
                        moved[start],
                        moved[end],
                        passage.language(),
                        passage.tier(),
                        passage.p(),
                        passage.calls(),
                        passage.conflicts(),
                        passage.stance()));
            }
        }
        return stay;
    }

    private boolean isEmpty(int place) {
        return gone[place] || CloseGaps.isSpace(points[place]);
    }

    /** Those that stay, whole or in part. */
    private TextUnits units() {
        List<TextUnit> stay = new ArrayList<>();
        for (TextUnit unit : document.hygiene().units().list()) {
            if (moved[unit.start()] < moved[unit.end()]) {
                stay.add(unit.at(moved[unit.start()], moved[unit.end()]));
            }
        }
        return new TextUnits(document.hygiene().units().visible(), stay);
    }

    private void requireWithin(Excision excision) {
        if (excision.start() < 0 || excision.end() > points.length || excision.start() >= excision.end()) {
            throw new IllegalArgumentException("excision of '" + document.id() + "' must lie within 0 to "
                    + points.length + ", was " + excision.start() + " to " + excision.end());
        }
    }
}
