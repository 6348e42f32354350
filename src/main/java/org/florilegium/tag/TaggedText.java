package org.florilegium.tag;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;

/**
 * What the tiers say of one text.
 *
 * @param scores by label, sorted; a label that was not scored is absent
 * @param tier the highest tier that took part
 */
public record TaggedText(Map<String, Score> scores, Tier tier) {
    public TaggedText {
        scores = Collections.unmodifiableMap(new TreeMap<>(scores));
    }
}
