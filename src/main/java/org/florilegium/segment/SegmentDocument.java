package org.florilegium.segment;

import com.ibm.icu.util.VersionInfo;
import java.util.ArrayList;
import java.util.List;
import org.florilegium.document.Content;
import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.document.Passage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.florilegium.language.Identification;
import org.florilegium.language.LanguageIdentifier;
import org.florilegium.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document into parts, and each part into passages.
 *
 * <p>A passage that is surely in another language than the document gets its own; all others have the document's.
 */
public final class SegmentDocument implements Step {
    private static final long serialVersionUID = 1L;

    /** Probability from which a passage of the document's script is believed to be in another language. */
    private static final double SURE = 0.9;

    /** Code points under which a passage of the document's script is too short to differ. */
    private static final int LONG_ENOUGH = 40;

    private final SegmentSpec spec;
    private transient @Nullable LanguageIdentifier identifier;

    public SegmentDocument(SegmentSpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "segment";
    }

    @Override
    public void open() {
        if (spec.passages()) {
            identifier = new LanguageIdentifier();
        }
    }

    @Override
    public Outcome apply(Document document) {
        List<Document> parts = new ArrayList<>();
        for (String text : Parts.of(document.content().text(), spec.maxPartCharacters())) {
            Content content = text.length() == document.content().text().length()
                    ? document.content()
                    : document.content().withText(text).withTokens(Words.count(text));
            parts.add(document.withIdentity(document.documentId(), parts.size())
                    .withContent(content)
                    .withTags(document.tags().withPassages(spec.passages() ? passages(content) : List.of())));
        }
        return Outcome.keep(parts);
    }

    @Override
    public Lineage lineage() {
        return new Lineage(
                stage(), "1-icu4j-" + VersionInfo.ICU_VERSION, spec.digest(), LanguageIdentifier.modelDigest());
    }

    private List<Passage> passages(Content content) {
        List<Passage> passages = new ArrayList<>();
        int at = 0;
        int codePoints = 0;
        for (Segmenter.Span span : new Segmenter(spec).passages(content.text())) {
            int start = content.text().offsetByCodePoints(at, span.start() - codePoints);
            int end = content.text().offsetByCodePoints(start, span.end() - span.start());
            String language = language(content, content.text().substring(start, end));
            passages.add(Passage.untagged(span.start(), span.end(), language));
            at = end;
            codePoints = span.end();
        }
        return passages;
    }

    private String language(Content content, String passage) {
        if (identifier == null) {
            throw new IllegalStateException("open() was not called");
        }
        Identification own = identifier.identify(passage);
        boolean same = !own.isDetermined() || own.language().equals(content.language());
        if (!same && own.script().equals(content.script())) {
            same = own.probability() < SURE
                    || passage.length() < LONG_ENOUGH
                    || LanguageIdentifier.alike(own.language(), content.language());
        }
        return same ? "" : own.language();
    }
}
