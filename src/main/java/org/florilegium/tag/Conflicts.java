package org.florilegium.tag;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.florilegium.document.Call;
import org.florilegium.document.Score;

/**
 * Names values that pull apart in one passage; they are recorded, never resolved.
 *
 * <p>{@code harm_with_<family>}: a harm is called yes, and so is a label of a positive family. {@code
 * compassion_against_justice}: empathy or humanity is called yes, and so is justice.
 */
final class Conflicts {
    private Conflicts() {}

    static List<String> of(Map<String, Score> scores) {
        TreeSet<String> families = new TreeSet<>();
        scores.forEach((label, score) -> {
            if (score.call() == Call.YES) {
                families.add(LabelSpec.family(label));
            }
        });
        TreeSet<String> found = new TreeSet<>();
        if (families.remove("harm")) {
            families.remove("counterfeit");
            families.forEach(family -> found.add("harm_with_" + family));
        }
        if ((yes(scores, "relational.empathy") || yes(scores, "virtue.humanity")) && yes(scores, "virtue.justice")) {
            found.add("compassion_against_justice");
        }
        return List.copyOf(found);
    }

    private static boolean yes(Map<String, Score> scores, String label) {
        Score score = scores.get(label);
        return score != null && score.call() == Call.YES;
    }
}
