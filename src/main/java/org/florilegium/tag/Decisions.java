package org.florilegium.tag;

import java.util.HashMap;
import java.util.Map;

/** The probability from which tier one calls a label yes, by label. */
final class Decisions {
    private final Map<String, Double> bounds = new HashMap<>();

    void add(ClassifierFolder folder) {
        for (int i = 0; i < folder.spec().labels().size(); i++) {
            Calibration calibration = folder.calibration(i);
            add(folder.spec().labels().get(i).name(), calibration.yes());
        }
    }

    void add(String label, double yes) {
        bounds.put(label, yes);
    }

    /** Whether {@code p} of {@code label} lies within {@code margin} of being called yes. */
    boolean isNear(String label, double p, double margin) {
        return Math.abs(bounds.getOrDefault(label, Double.POSITIVE_INFINITY) - p) <= margin;
    }
}
