package org.florilegium.document;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What taggers say of a row.
 *
 * @param passages in order, not overlapping
 * @param scores the value for the whole row, by label such as {@code harm.toxicity}; a label that was not scored is absent
 * @param traditions most probable first
 * @param regions UN M49 codes of the regions the text is about
 * @param voice insider, outsider, translated, ethnographic, institutional or unknown
 */
public record Tags(
        List<Passage> passages,
        Map<String, Score> scores,
        List<Attribution> traditions,
        List<String> regions,
        String voice)
        implements Serializable {

    /** Nothing tagged yet. */
    public static final Tags NONE = new Tags(List.of(), Map.of(), List.of(), List.of(), "unknown");

    public Tags {
        passages = List.copyOf(passages);
        scores = Collections.unmodifiableMap(new TreeMap<>(scores));
        traditions = List.copyOf(traditions);
        regions = List.copyOf(regions);
    }

    public Tags withPassages(List<Passage> cut) {
        return new Tags(cut, scores, traditions, regions, voice);
    }

    public Tags withScores(List<Passage> tagged, Map<String, Score> whole) {
        return new Tags(tagged, whole, traditions, regions, voice);
    }

    public Tags withTraditions(List<Attribution> found, List<String> itsRegions, String itsVoice) {
        return new Tags(passages, scores, found, itsRegions, itsVoice);
    }
}
