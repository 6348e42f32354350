package org.florilegium.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a recipe changes in a text; it measures what it changes. */
interface TextEdit extends Aspect<TextEdit.Edited> {

    /**
     * What became of a text.
     *
     * @param text the text as edited; empty where the edit found the text unfit and stopped
     * @param measurements by the names of {@link #measures()}; absent is what was not reached
     */
    record Edited(Optional<String> text, Map<String, Double> measurements) {
        public Edited {
            measurements = Map.copyOf(measurements);
        }
    }

    /** Names of what the edit measures. */
    List<String> measures();

    /** A measure of this edit. */
    default Measure measure(String key) {
        return Measure.number(
                key, (text, dialect) -> text.get(this).measurements().getOrDefault(key, Double.NaN));
    }
}
