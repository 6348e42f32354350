package org.florilegium.curate;

import java.util.ArrayList;
import java.util.List;
import org.florilegium.document.Content;
import org.florilegium.document.Document;
import org.florilegium.document.Passage;
import org.florilegium.row.Excision;

/**
 * Leaves passages out of a row: the text is written without them, all offsets are those of the text as written, and the
 * excisions keep the offsets of the text before.
 *
 * <p>Excisions cover whole passages, so a passage is either gone or moved. Scores and tags stay those of the row before: they say
 * why the passages went.
 */
public final class Excise {
    private Excise() {}

    /**
     * @param excised whole passages, in order, not overlapping
     */
    public static Document from(Document document, List<Excision> excised) {
        if (excised.isEmpty()) {
            return document;
        }
        String text = document.content().text();
        int[] points = text.codePoints().toArray();
        boolean[] gone = new boolean[points.length];
        for (Excision excision : excised) {
            requireWithin(excision, points.length, document.id());
            java.util.Arrays.fill(gone, excision.start(), excision.end(), true);
        }
        int[] moved = new int[points.length + 1];
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < points.length; i++) {
            if (!gone[i]) {
                written.appendCodePoint(points[i]);
            }
            moved[i + 1] = moved[i] + (gone[i] ? 0 : 1);
        }
        Content content = document.content();
        int tokens = Math.round((float) content.tokens() * moved[points.length] / points.length);
        return document.withContent(content.withText(written.toString()).withTokens(tokens))
                .withTags(document.tags().withPassages(passages(document, gone, moved)));
    }

    private static List<Passage> passages(Document document, boolean[] gone, int[] moved) {
        List<Passage> stay = new ArrayList<>();
        for (Passage passage : document.tags().passages()) {
            if (!gone[passage.start()]) {
                stay.add(new Passage(
                        moved[passage.start()],
                        moved[passage.end()],
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

    private static void requireWithin(Excision excision, int length, String id) {
        if (excision.start() < 0 || excision.end() > length || excision.start() >= excision.end()) {
            throw new IllegalArgumentException("excision of '" + id + "' must lie within 0 to " + length + ", was "
                    + excision.start() + " to " + excision.end());
        }
    }
}
