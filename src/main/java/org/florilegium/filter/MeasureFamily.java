package org.florilegium.filter;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A family of dialects with its own measures, beside those that are the same in every one. */
enum MeasureFamily {
    /** As datatrove 0.10 counts. */
    DATATROVE,
    /** As dolma 1.2's newer taggers count ({@code gopher_v2}): lines lie between runs of line feeds. */
    DOLMA,
    /** As dolma 1.2's older taggers count ({@code gopher_v1}): an empty line is a line. */
    DOLMA_V1,
    /** As DCLM's heuristics count. */
    DCLM;

    private List<Measure> own() {
        return switch (this) {
            case DATATROVE -> DatatroveMeasures.all();
            case DOLMA -> DolmaMeasures.over(DolmaLineCounts.RUNS);
            case DCLM -> DclmMeasures.all();
            case DOLMA_V1 -> DolmaMeasures.over(DolmaLineCounts.SINGLE);
        };
    }

    private static final Map<MeasureFamily, Map<String, Measure>> ALL = new EnumMap<>(MeasureFamily.class);

    static {
        for (MeasureFamily family : values()) {
            ALL.put(family, family.all());
        }
    }

    /** All measures by name. */
    Map<String, Measure> measures() {
        return Collections.unmodifiableMap(ALL.getOrDefault(this, Map.of()));
    }

    private Map<String, Measure> all() {
        Map<String, Measure> all = new TreeMap<>();
        CharacterMeasures.all().forEach(measure -> all.put(measure.key(), measure));
        own().forEach(measure -> all.put(measure.key(), measure));
        return all;
    }

    /** The word for it in a recipe. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words for it, in order. */
    static List<String> words() {
        return Arrays.stream(values()).map(MeasureFamily::word).toList();
    }

    /** The family called {@code word}, one of {@link #words()}. */
    static MeasureFamily named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
