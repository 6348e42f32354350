package org.florilegium.filter.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Decides between spans that claim the same text: the kind named first has it, then the longer span, then the earlier. */
final class Overlaps {
    private static final Comparator<PersonalSpan> PRECEDENCE = Comparator.comparing(PersonalSpan::kind)
            .thenComparing(span -> span.start() - span.end())
            .thenComparing(PersonalSpan::start);

    private Overlaps() {}

    /** Those of {@code found} that stay, apart from each other and in the order of the text. */
    static List<PersonalSpan> resolve(List<PersonalSpan> found) {
        if (found.size() < 2) {
            return found;
        }
        List<PersonalSpan> ranked = new ArrayList<>(found);
        ranked.sort(PRECEDENCE);
        NavigableMap<Integer, PersonalSpan> kept = new TreeMap<>();
        for (PersonalSpan span : ranked) {
            var before = kept.lowerEntry(span.end());
            if (before == null || before.getValue().end() <= span.start()) {
                kept.put(span.start(), span);
            }
        }
        return List.copyOf(kept.values());
    }
}
