package org.florilegium.tag;

import java.util.HashMap;
import java.util.Map;

/** The probability from which tier one calls a label yes, by label and language. */
final class Decisions {
    private final Map<String, LabelCalibration> calibrations = new HashMap<>();

    void add(ClassifierFolder folder) {
        for (int i = 0; i < folder.spec().labels().size(); i++) {
            calibrations.put(folder.spec().labels().get(i).name(), folder.calibration(i));
        }
    }

    /** Whether {@code p} of {@code label} lies within {@code margin} of being called yes in {@code language}. */
    boolean isNear(String label, double p, String language, double margin) {
        LabelCalibration calibration = calibrations.get(label);
        return calibration != null && Math.abs(calibration.in(language).yes() - p) <= margin;
    }
}
