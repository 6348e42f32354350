package org.florilegium.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.florilegium.document.Attribution;
import org.florilegium.document.Call;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Exclusion;
import org.florilegium.document.Hygiene;
import org.florilegium.document.Lineage;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Score;
import org.florilegium.document.Tags;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.florilegium.document.Tier;

/** Documents of a seed, with absent values, empty lists and characters of all sizes. */
public final class RandomDocuments {
    /** Labels of the documents' scores. */
    public static final List<String> LABELS = List.of("harm.hate", "harm.fraud", "virtue.wisdom");

    private static final List<String> TEXTS =
            List.of("", "a", "straße", "市場の朝", "𝔘𝔫 🌿 e\u0301", "שלום\n\nعليكم", "\u0000\t");

    private final Random random;

    public RandomDocuments(long seed) {
        random = new Random(seed);
    }

    /** A document of which anything may be absent. */
    public Document next() {
        Origin origin = origin();
        TreeSet<Origin> others = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            others.add(origin());
        }
        Declared declared = new Declared(text(), text(), text(), text());
        Provenance provenance = new Provenance(origin, declared, List.of(), lineage()).withOtherOrigins(others);
        Content content = new Content(
                text() + text(), text(), "en", "Latn", random.nextDouble(), random.nextInt(Integer.MAX_VALUE));
        return new Document(
                DocumentId.of("document " + random.nextLong()),
                random.nextInt(3),
                content,
                provenance,
                hygiene(),
                tags());
    }

    /** An exclusion of which anything may be absent. */
    public Exclusion exclusion() {
        Exclusion.Kind kind = random.nextBoolean() ? Exclusion.Kind.DROPPED : Exclusion.Kind.DEAD_LETTER;
        return random.nextBoolean()
                ? Exclusion.of(kind, "source", "empty_file", text(), origin())
                : Exclusion.of(kind, "filter", "too_short", text(), next()).withDuplicateOf(text());
    }

    private Origin origin() {
        String digest = DocumentId.sha256Hex("bytes " + random.nextLong());
        return new Origin("source", "folder/" + text(), text(), text(), text(), digest, text(), text());
    }

    private List<Lineage> lineage() {
        List<Lineage> lineage = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            lineage.add(new Lineage("stage_" + i, "version-" + i, text(), text()));
        }
        return lineage;
    }

    private Hygiene hygiene() {
        Map<String, Double> measurements = new TreeMap<>();
        Map<String, Integer> redactions = new TreeMap<>();
        List<Long> bands = new ArrayList<>();
        for (int i = random.nextInt(14); i > 0; i--) {
            measurements.put("measure_" + i, random.nextDouble());
            redactions.put("kind_" + i, random.nextInt());
            bands.add(random.nextLong());
        }
        return new Hygiene(
                measurements, texts(), redactions, bands, List.of(random.nextInt()), units(), random.nextBoolean());
    }

    private TextUnits units() {
        List<TextUnit> units = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            TextUnit.Kind kind = random.nextBoolean() ? TextUnit.Kind.LINE : TextUnit.Kind.PARAGRAPH;
            units.add(new TextUnit(kind, i, i + 9, 7, random.nextLong(), random.nextInt(9), random.nextInt(5)));
        }
        return units.isEmpty() ? TextUnits.NONE : new TextUnits(1 + random.nextInt(99), units);
    }

    private Tags tags() {
        List<Passage> passages = new ArrayList<>();
        List<Attribution> traditions = new ArrayList<>();
        Map<String, Score> scores = new TreeMap<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            passages.add(passage(i));
            traditions.add(new Attribution("stoic_" + i, random.nextDouble(), "of", texts()));
        }
        for (String label : LABELS) {
            if (random.nextBoolean()) {
                scores.put(label, new Score(.5, random.nextDouble() / 2, .75, any(Call.values()), any(Tier.values())));
            }
        }
        return new Tags(passages, scores, traditions, texts(), "insider");
    }

    private Passage passage(int number) {
        boolean untagged = random.nextInt(4) == 0;
        if (untagged) {
            return Passage.untagged(number * 10, number * 10 + 10, text());
        }
        float[] p = new float[LABELS.size()];
        byte[] calls = new byte[p.length];
        for (int i = 0; i < p.length; i++) {
            boolean absent = random.nextBoolean();
            p[i] = absent ? Float.NaN : random.nextFloat();
            calls[i] = absent ? Call.ABSENT : any(Call.values()).code();
        }
        return new Passage(number * 10, number * 10 + 10, text(), any(Tier.values()), p, calls, texts(), text());
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
