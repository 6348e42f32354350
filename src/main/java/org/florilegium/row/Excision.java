package org.florilegium.row;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.florilegium.document.TextUnit;

/**
 * A stretch that was left out of a released text.
 *
 * @param start first code point, in the text before
 * @param end code point after the last one, in the text before
 * @param reason why, snake case
 */
public record Excision(int start, int end, String reason) implements Serializable {
    private static final String REPEATED = "repeated_";

    /** A further copy of a paragraph or line that stands elsewhere. */
    public static Excision repeated(TextUnit unit) {
        return new Excision(unit.start(), unit.end(), REPEATED + unit.kind().word());
    }

    /** Whether it was left out as a further copy. */
    public boolean leavesOutACopy() {
        return reason.startsWith(REPEATED);
    }

    /** Both lists as one in the order of the text; where two overlap, the later one begins where the earlier ends. */
    public static List<Excision> merged(List<Excision> some, List<Excision> others) {
        List<Excision> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparingInt(Excision::start));
        List<Excision> apart = new ArrayList<>(all.size());
        int reached = 0;
        for (Excision excision : all) {
            if (excision.end() > reached) {
                apart.add(new Excision(Math.max(reached, excision.start()), excision.end(), excision.reason()));
                reached = excision.end();
            }
        }
        return apart;
    }
}
