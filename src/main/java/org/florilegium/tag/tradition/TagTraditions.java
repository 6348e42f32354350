package org.florilegium.tag.tradition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.util.Version;
import org.florilegium.document.Attribution;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.document.Passage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.jspecify.annotations.Nullable;

/**
 * Attributes a document to traditions, by what its source declares and by works, persons and terms that it names.
 *
 * <p>The text's evidence E, summed as {@link EvidenceWeights} says, gives all traditions together 1 - exp(-E). A declared
 * tradition takes its probability first, and the text shares the rest. Where the title names other traditions but not the
 * declared one, the declared one counts less and {@code title_disagrees} stands in its evidence: catalogues lie. What is
 * left over is unknown and belongs to nobody.
 *
 * <p>Regions and voice are those that the source declares.
 */
public final class TagTraditions implements Step {
    private static final double LEAST = 0.02;
    private static final int MOST = 6;

    private final Traditions traditions;
    private transient @Nullable TraditionMatcher matcher;

    /** A step over the leaves of {@code traditions}. */
    public TagTraditions(Traditions traditions) {
        this.traditions = traditions;
    }

    @Override
    public String stage() {
        return "tag";
    }

    @Override
    public void open() {
        matcher = traditions.leaves().isEmpty() ? null : new TraditionMatcher(traditions);
    }

    @Override
    public void close() {
        TraditionMatcher open = matcher;
        matcher = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException("cannot close an index in memory", impossible);
            }
        }
    }

    @Override
    public Outcome apply(Document document) {
        Declared declared = document.provenance().declared();
        List<Attribution> found = attributions(document, declared);
        List<String> regions = declared.region().isEmpty() ? List.of() : List.of(declared.region());
        String voice = declared.voice().isEmpty() ? "unknown" : declared.voice();
        return Outcome.keep(document.withTags(document.tags().withTraditions(found, regions, voice)));
    }

    @Override
    public Lineage lineage() {
        return new Lineage("tag", "lucene-monitor-" + Version.LATEST, traditions.digest(), "");
    }

    private List<Attribution> attributions(Document document, Declared declared) {
        EvidenceSum sum = new EvidenceSum(traditions.weights());
        if (traditions.leaves().isEmpty()) {
            return attributions(sum, new DeclaredLeaf(declared.tradition(), declared.voice(), false));
        }
        TraditionMatcher open = matcher;
        if (open == null) {
            throw new IllegalStateException("tag: a step must be opened before it is applied");
        }
        List<String> passages = passages(document);
        double share = Math.pow(passages.size(), -traditions.weights().spread());
        for (String passage : passages) {
            sum.addPassage(open.match(passage), share);
        }
        String title = document.content().title();
        List<TraditionQuery> named = title.isEmpty() ? List.of() : open.match(title);
        sum.addTitle(named);
        String leaf = traditions.find(declared.tradition()).map(Tradition::name).orElse(declared.tradition());
        boolean disagrees = !leaf.isEmpty()
                && !named.isEmpty()
                && named.stream().noneMatch(query -> query.tradition().equals(leaf));
        return attributions(sum, new DeclaredLeaf(leaf, declared.voice(), disagrees));
    }

    private List<Attribution> attributions(EvidenceSum sum, DeclaredLeaf declared) {
        Map<String, Double> byText = sum.probabilities();
        double taken = declared.probability(traditions.weights());
        TreeSet<String> names = new TreeSet<>(byText.keySet());
        if (!declared.name().isEmpty()) {
            names.add(declared.name());
        }
        List<Attribution> all = new ArrayList<>();
        for (String name : names) {
            boolean isDeclared = name.equals(declared.name());
            double probability = (isDeclared ? taken : 0) + (1 - taken) * byText.getOrDefault(name, 0.0);
            List<String> evidence = new ArrayList<>(isDeclared ? declared.evidence() : List.of());
            evidence.addAll(sum.strongest(name));
            String relation = isDeclared ? declared.relation(sum.relation(name)) : sum.relation(name);
            double rounded = Math.round(probability * 1e4) / 1e4;
            if (rounded >= LEAST) {
                all.add(new Attribution(name, rounded, relation, evidence));
            }
        }
        all.sort(Comparator.comparingDouble(Attribution::probability).reversed().thenComparing(Attribution::name));
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** Texts of the passages, or the whole text where it was not cut into passages. */
    private static List<String> passages(Document document) {
        String text = document.content().text();
        List<Passage> cut = document.tags().passages();
        if (cut.isEmpty()) {
            return List.of(text);
        }
        List<String> texts = new ArrayList<>();
        int codePoint = 0;
        int index = 0;
        for (Passage passage : cut) {
            index = text.offsetByCodePoints(index, passage.start() - codePoint);
            int end = text.offsetByCodePoints(index, passage.end() - passage.start());
            texts.add(text.substring(index, end));
            index = end;
            codePoint = passage.end();
        }
        return texts;
    }

    /** What a source says; an empty name where it says nothing. */
    private record DeclaredLeaf(String name, String voice, boolean titleDisagrees) {

        double probability(EvidenceWeights weights) {
            if (name.isEmpty()) {
                return 0;
            }
            return titleDisagrees ? weights.declaredAgainstTitle() : weights.declared();
        }

        List<String> evidence() {
            String itself = "declared:" + name;
            return titleDisagrees ? List.of(itself, "title_disagrees") : List.of(itself);
        }

        /** Who speaks tells more than what words are used. */
        String relation(String byText) {
            return switch (voice) {
                case "insider", "translated" -> "of";
                case "ethnographic" -> "about";
                default -> byText;
            };
        }
    }
}
