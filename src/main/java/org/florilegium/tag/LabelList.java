package org.florilegium.tag;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels of all installed classifiers in their published order: families as the taxonomy lists them, names of a family
 * in alphabetical order, families it does not know last.
 *
 * @param names identifiers {@code family.name}, without repeats; the order of {@code passages.p}
 * @param statuses for each name: calibrated where a classifier is that scores it, for then only its scores are used
 * @param theories for each name, the theories of the good life that count it
 */
public record LabelList(List<String> names, Map<String, LabelSpec.Status> statuses, Map<String, List<String>> theories)
        implements Serializable {

    private static final List<String> FAMILIES = List.of(
            "harm",
            "virtue",
            "relational",
            "epistemic",
            "wisdom",
            "prosocial",
            "flourishing",
            "ecological",
            "autonomy",
            "counterfeit");

    public LabelList {
        names = List.copyOf(names);
        statuses = Map.copyOf(statuses);
        theories = Map.copyOf(theories);
    }

    /** The labels of every classifier under {@code home}. */
    public static LabelList of(Path home) {
        return of(ClassifierFolder.readAll(home).stream()
                .map(ClassifierFolder::spec)
                .toList());
    }

    /** The labels of {@code classifiers}. */
    public static LabelList of(List<ClassifierSpec> classifiers) {
        Map<String, LabelSpec.Status> statuses = new TreeMap<>();
        Map<String, List<String>> theories = new TreeMap<>();
        for (ClassifierSpec classifier : classifiers) {
            for (LabelSpec label : classifier.labels()) {
                statuses.merge(label.name(), label.status(), (a, b) -> a == b ? a : LabelSpec.Status.CALIBRATED);
                theories.putIfAbsent(label.name(), label.theories());
            }
        }
        List<String> names = new ArrayList<>(statuses.keySet());
        names.sort(java.util.Comparator.<String>comparingInt(name -> rank(LabelSpec.family(name)))
                .thenComparing(java.util.Comparator.naturalOrder()));
        return new LabelList(names, statuses, theories);
    }

    /** Names without the family, by family, both in published order. */
    public Map<String, List<String>> families() {
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (String name : names) {
            families.computeIfAbsent(LabelSpec.family(name), family -> new ArrayList<>())
                    .add(name.substring(name.indexOf('.') + 1));
        }
        return families;
    }

    private static int rank(String family) {
        int at = FAMILIES.indexOf(family);
        return at < 0 ? FAMILIES.size() : at;
    }
}
