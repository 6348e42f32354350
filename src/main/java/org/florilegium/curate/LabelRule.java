package org.florilegium.curate;

import java.io.Serializable;
import java.util.List;

/**
 * One thing that a profile keeps out of its share: passages with a label, where their stance is one of those named.
 *
 * @param label a label such as {@code harm.hate}, or a family as {@code harm.*}
 * @param stances stances that count, for example {@code endorses}
 * @param unclearAbove a passage of unclear stance counts too where the lower bound of the row's score is at least this; above 1
 *     never
 */
public record LabelRule(String label, List<String> stances, double unclearAbove) implements Serializable {
    public LabelRule {
        stances = List.copyOf(stances);
    }

    /** True where {@code other} is the label of this rule or belongs to its family. */
    public boolean covers(String other) {
        return label.endsWith(".*") ? other.startsWith(label.substring(0, label.length() - 1)) : label.equals(other);
    }
}
