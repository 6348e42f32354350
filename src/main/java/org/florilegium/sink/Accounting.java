package org.florilegium.sink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Exclusion;

/**
 * Where every document went: for each stage in = out + dropped + dead-lettered, and each stage's out is the next one's in.
 *
 * @param stages in the order in which documents meet them
 */
public record Accounting(List<Stage> stages) {

    /**
     * One stage.
     *
     * @param stage its name
     * @param unit what is counted, {@code document}
     * @param in documents that reached it
     * @param out documents that went on
     * @param dropped documents left out by decision, by reason
     * @param deadLettered documents left out by fault, by cause
     */
    public record Stage(
            String stage, String unit, long in, long out, Map<String, Long> dropped, Map<String, Long> deadLettered) {
        public Stage {
            dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
            deadLettered = Collections.unmodifiableMap(new TreeMap<>(deadLettered));
        }
    }

    public Accounting {
        stages = List.copyOf(stages);
    }

    /** The stage of a name; an unknown name is an error. */
    public Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.stage().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage '" + name + "' in the accounting"));
    }

    /** Counts what each stage left out. */
    public static final class Counter {
        private final List<String> stages;
        private final Map<String, Map<String, Long>> dropped = new TreeMap<>();
        private final Map<String, Map<String, Long>> deadLettered = new TreeMap<>();

        /** @param stages names in the order in which documents meet them */
        public Counter(List<String> stages) {
            this.stages = List.copyOf(stages);
        }

        /** Counts {@code documents} that a stage left out; a stage not listed is an error. */
        public void add(Exclusion.Kind kind, String stage, String reason, long documents) {
            if (!stages.contains(stage)) {
                throw new IllegalArgumentException(
                        "stage '" + stage + "' is not one of " + stages + ", reason '" + reason + "'");
            }
            if (documents > 0) {
                (kind == Exclusion.Kind.DROPPED ? dropped : deadLettered)
                        .computeIfAbsent(stage, name -> new TreeMap<>())
                        .merge(reason, documents, Long::sum);
            }
        }

        /** The accounting of a run that kept {@code out} documents to the end. */
        public Accounting close(long out) {
            List<Stage> accounted = new ArrayList<>();
            long leaving = out;
            for (int i = stages.size() - 1; i >= 0; i--) {
                Map<String, Long> reasons = dropped.getOrDefault(stages.get(i), Map.of());
                Map<String, Long> causes = deadLettered.getOrDefault(stages.get(i), Map.of());
                long in = leaving + sum(reasons) + sum(causes);
                accounted.add(0, new Stage(stages.get(i), "document", in, leaving, reasons, causes));
                leaving = in;
            }
            return new Accounting(accounted);
        }

        private static long sum(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
