package org.florilegium.filter.redact;

import java.util.ArrayList;
import java.util.Comparator;
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
 * Replaces email addresses, phone numbers and public IP addresses in text and title by {@code <EMAIL>}, {@code <PHONE>} and
 * {@code <IP>}, and counts them by kind.
 *
 * <p>Every address of a kind gets the same mask, whatever came before it, so the outcome does not depend on order.
 */
public final class RedactPersonalData implements Step {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "redact-1";

    private final RedactSpec spec;
    private transient @Nullable PhoneFinder phones;

    public RedactPersonalData(RedactSpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "redact";
    }

    @Override
    public Outcome apply(Document document) {
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

    /** The spans to mask, in order and without overlaps; of two that overlap, the one that starts first stays. */
    List<PersonalSpan> find(String text, String language) {
        List<PersonalSpan> found = new ArrayList<>();
        if (spec.masks(PersonalKind.EMAIL)) {
            EmailFinder.find(text, found);
        }
        if (spec.masks(PersonalKind.IP)) {
            MachineAddressFinder.find(text, found);
        }
        if (spec.masks(PersonalKind.PHONE)) {
            phones().find(text, language, found);
        }
        return withoutOverlaps(found);
    }

    private static List<PersonalSpan> withoutOverlaps(List<PersonalSpan> found) {
        found.sort(Comparator.comparingInt(PersonalSpan::start).thenComparing(PersonalSpan::kind));
        List<PersonalSpan> apart = new ArrayList<>();
        int end = 0;
        for (PersonalSpan span : found) {
            if (span.start() >= end) {
                apart.add(span);
                end = span.end();
            }
        }
        return apart;
    }

    private PhoneFinder phones() {
        PhoneFinder known = phones;
        if (known == null) {
            known = new PhoneFinder();
            phones = known;
        }
        return known;
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), VERSION, DocumentId.sha256Hex(spec.canonical()), "");
    }
}
