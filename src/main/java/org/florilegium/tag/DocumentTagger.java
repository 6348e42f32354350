package org.florilegium.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.florilegium.document.Call;
import org.florilegium.document.Document;
import org.florilegium.document.Passage;
import org.florilegium.document.Score;
import org.florilegium.document.UnprocessableDocumentException;

/** Fills the passages of a document and the scores of the whole row. */
final class DocumentTagger {
    private final PassageTagger tagger;
    private final LabelList labels;
    private final WordCount words = new WordCount();

    DocumentTagger(PassageTagger tagger, LabelList labels) {
        this.tagger = tagger;
        this.labels = labels;
    }

    Document tag(Document document) throws UnprocessableDocumentException {
        RowScores row = new RowScores();
        List<Passage> tagged = new ArrayList<>();
        for (Passage passage : document.tags().passages()) {
            String text = passage.of(document.content().text());
            String language = passage.language().isEmpty() ? document.content().language() : passage.language();
            TaggedText found = tagger.tag(document.id(), passage.start(), text, language);
            row.add(found.scores(), words.of(text));
            tagged.add(filled(passage, found, Stance.of(text, language)));
        }
        return document.withTags(document.tags().withScores(tagged, row.whole()));
    }

    private Passage filled(Passage passage, TaggedText found, String stance) {
        List<String> names = labels.names();
        float[] p = new float[names.size()];
        byte[] calls = new byte[names.size()];
        Arrays.fill(p, Float.NaN);
        Arrays.fill(calls, Call.ABSENT);
        for (int i = 0; i < p.length; i++) {
            Score score = found.scores().get(names.get(i));
            if (score != null) {
                p[i] = (float) score.p();
                calls[i] = score.call().code();
            }
        }
        return new Passage(
                passage.start(),
                passage.end(),
                passage.language(),
                found.tier(),
                p,
                calls,
                Conflicts.of(found.scores()),
                stance);
    }
}
