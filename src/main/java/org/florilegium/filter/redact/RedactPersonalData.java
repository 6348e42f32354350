package org.florilegium.filter.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Content;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Lineage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what names or reaches a person in text and title by a mask such as {@code <EMAIL>} or {@code <IBAN>}, and counts
 * the masks by kind.
 *
 * <p>Every span of a kind gets the same mask, whatever came before it, so the outcome does not depend on order, and nothing
 * but the source leads back.
 */
public final class RedactPersonalData implements Step {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "redact-2";

    private final RedactSpec spec;
    private transient @Nullable List<Finder> finders;

    public RedactPersonalData(RedactSpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "redact";
    }

    @Override
    public Outcome apply(Document document) {
        if (finders().isEmpty()) {
            return Outcome.keep(document); // a text is not looked through for nothing
        }
        Map<String, Integer> counts = new TreeMap<>();
        Content content = document.content();
        String text = mask(content.text(), content.language(), counts);
        String title = mask(content.title(), content.language(), counts);
        if (counts.isEmpty()) {
            return Outcome.keep(document);
        }
        Content masked = new Content(
                text, title, content.language(), content.script(), content.languageProbability(), content.tokens());
        return Outcome.keep(
                document.withContent(masked).withHygiene(document.hygiene().withRedactions(counts)));
    }

    private String mask(String text, String language, Map<String, Integer> counts) {
        List<PersonalSpan> spans = find(text, language);
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (PersonalSpan span : spans) {
            masked.append(text, from, span.start()).append(span.kind().mask());
            from = span.end();
            counts.merge(span.kind().key(), 1, Integer::sum);
        }
        return masked.append(text, from, text.length()).toString();
    }

    /** The spans to mask, in order and without overlaps. */
    List<PersonalSpan> find(String text, String language) {
        if (text.isEmpty()) {
            return List.of();
        }
        MarkedText marked = new MarkedText(text, language);
        List<PersonalSpan> found = new ArrayList<>();
        for (Finder finder : finders()) {
            finder.find(marked, found);
        }
        return Overlaps.resolve(found);
    }

    private List<Finder> finders() {
        List<Finder> known = finders;
        if (known == null) {
            known = Arrays.stream(PersonalKind.values())
                    .filter(spec::masks)
                    .map(PersonalKind::finder)
                    .toList();
            finders = known;
        }
        return known;
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), VERSION, DocumentId.sha256Hex(spec.canonical()), "");
    }
}
