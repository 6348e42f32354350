package org.florilegium.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.florilegium.document.Document;
import org.florilegium.document.Hygiene;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.florilegium.row.Excision;

/**
 * Notes in a part which of its paragraphs and lines stand elsewhere too, and says what is left out of it for that.
 *
 * @param document the part with its measurements, with the counts of what stays, and with the tokens that stay
 * @param cut what is left out, in the order of the text; without the white space around it
 * @param remaining visible share of the text that stays, 0 to 1; 0 only where nothing does
 */
public record RepeatMarks(Document document, List<Excision> cut, double remaining) {
    public RepeatMarks {
        cut = List.copyOf(cut);
    }

    /** A part in which nothing was looked for. */
    public static RepeatMarks none(Document document) {
        return new RepeatMarks(document, List.of(), 1);
    }

    /** Whether nothing but white space stays. */
    public boolean isEmptied() {
        return remaining == 0;
    }

    /**
     * Marks one part.
     *
     * @param document as the reservoir holds it
     *
     * @param paragraphs what was found of its paragraphs, by their number
     * @param lines what was found of its lines; those inside paragraphs that are left out were not asked about
     */
    public static RepeatMarks of(
            Document document, DedupSpec spec, List<UnitRepeats.Repeat> paragraphs, List<UnitRepeats.Repeat> lines) {
        Map<String, Double> measurements = new TreeMap<>();
        List<String> flags = new ArrayList<>();
        List<TextUnit> staying = new ArrayList<>();
        List<TextUnit> leaving = new ArrayList<>();
        Kind paragraph = new Kind(TextUnit.Kind.PARAGRAPH, spec.paragraphs(), byNumber(paragraphs));
        paragraph.sort(document, measurements, flags, staying, leaving);
        Kind line = new Kind(TextUnit.Kind.LINE, spec.lines(), byNumber(lines));
        line.sort(document, measurements, flags, staying, leaving);

        TextUnits units = document.hygiene().units();
        int gone = leaving.stream().mapToInt(TextUnit::visible).sum();
        double remaining = units.visible() == 0 ? 1 : (double) (units.visible() - gone) / units.visible();
        Hygiene hygiene = document.hygiene()
                .withMeasurements(measurements)
                .withFlags(flags)
                .withUnits(new TextUnits(units.visible() - gone, remaining == 0 ? List.of() : staying));
        int tokens = (int) Math.round(document.content().tokens() * remaining);
        return new RepeatMarks(
                document.withHygiene(hygiene).withContent(document.content().withTokens(tokens)),
                excisions(leaving),
                remaining);
    }

    /**
     * Numbers of the lines of {@code document} that lie inside paragraphs that are left out.
     *
     * @param paragraphs what was found of its paragraphs, in their order
     */
    public static Set<Integer> linesCutWithParagraphs(
            Document document, RepeatSpec spec, List<UnitRepeats.Repeat> paragraphs) {
        Set<Integer> cut = new HashSet<>();
        if (spec.policy() != RepeatSpec.Policy.EDIT || paragraphs.isEmpty()) {
            return cut;
        }
        TextUnits units = document.hygiene().units();
        List<TextUnit> all = units.of(TextUnit.Kind.PARAGRAPH).toList();
        List<TextUnit> lines = units.of(TextUnit.Kind.LINE).toList();
        int line = 0;
        for (UnitRepeats.Repeat repeat : paragraphs) {
            TextUnit paragraph = all.get(repeat.number());
            while (line < lines.size() && lines.get(line).start() < paragraph.start()) {
                line++;
            }
            for (; repeat.further() && line < lines.size() && lines.get(line).end() <= paragraph.end(); line++) {
                cut.add(line);
            }
        }
        return cut;
    }

    private static Map<Integer, UnitRepeats.Repeat> byNumber(List<UnitRepeats.Repeat> repeats) {
        Map<Integer, UnitRepeats.Repeat> byNumber = new HashMap<>();
        repeats.forEach(repeat -> byNumber.put(repeat.number(), repeat));
        return byNumber;
    }

    private static List<Excision> excisions(List<TextUnit> leaving) {
        return leaving.stream()
                .map(Excision::repeated)
                .sorted(Comparator.comparingInt(Excision::start))
                .toList();
    }

    /** The units of one kind, and what is done with them. */
    private record Kind(TextUnit.Kind kind, RepeatSpec spec, Map<Integer, UnitRepeats.Repeat> repeats) {

        void sort(
                Document document,
                Map<String, Double> measurements,
                List<String> flags,
                List<TextUnit> staying,
                List<TextUnit> leaving) {
            if (!spec.isOn()) {
                return;
            }
            List<TextUnit> units = document.hygiene().units().of(kind).toList();
            int furtherCopies = 0;
            int furtherVisible = 0;
            int mostOccurrences = 0;
            int mostDocuments = 0;
            for (int number = 0; number < units.size(); number++) {
                UnitRepeats.Repeat repeat = repeats.get(number);
                if (repeat == null) {
                    continue;
                }
                TextUnit counted = units.get(number).counted(repeat.occurrences(), repeat.documents());
                furtherCopies += repeat.further() ? 1 : 0;
                furtherVisible += repeat.further() ? counted.visible() : 0;
                mostOccurrences = Math.max(mostOccurrences, repeat.occurrences());
                mostDocuments = Math.max(mostDocuments, repeat.documents());
                (repeat.further() && spec.policy() == RepeatSpec.Policy.EDIT ? leaving : staying).add(counted);
            }
            int visible = document.hygiene().units().visible();
            String name = "dedup." + kind.word() + "s_";
            measurements.put(name + "compared", (double) units.size());
            measurements.put(name + "repeated", (double) repeats.size());
            measurements.put(name + "further", (double) furtherCopies);
            measurements.put(name + "further_share", visible == 0 ? 0 : (double) furtherVisible / visible);
            measurements.put(name + "most_occurrences", (double) mostOccurrences);
            measurements.put(name + "most_documents", (double) mostDocuments);
            if (furtherCopies > 0 && spec.policy() == RepeatSpec.Policy.TAG) {
                flags.add("dedup:repeated_" + kind.word() + "s");
            }
        }
    }
}
