package org.florilegium.tag;

import java.io.Serializable;
import java.util.Map;
import net.openhft.hashing.LongHashFunction;
import org.florilegium.document.Score;

/**
 * Decides which passages the second tier scores: only in languages its card names, and then all, none, or those near a
 * decision on a harm label plus a random audit share.
 *
 * <p>Near means that tier one's probability is within the margin of being called yes. The audit share hashes the row's id
 * and the passage's offset with the seed, so the same passage is drawn whatever the order or the machine.
 */
record RoutingPolicy(TagSpec.Mode mode, double margin, double auditShare, long seed) implements Serializable {

    static RoutingPolicy of(TagSpec spec) {
        return new RoutingPolicy(spec.mode(), spec.margin(), spec.auditShare(), spec.seed());
    }

    /**
     * Whether {@code second} scores a passage.
     *
     * @param id of the row
     * @param start offset of the passage
     * @param language of the passage, BCP-47
     * @param first what tier one says
     * @param decisions from where tier one calls yes
     * @param second the classifier of tier two
     */
    public boolean sends(
            String id,
            int start,
            String language,
            Map<String, Score> first,
            Decisions decisions,
            ClassifierSpec second) {
        if (mode == TagSpec.Mode.TIER1 || !second.covers(language)) {
            return false;
        }
        return mode == TagSpec.Mode.ALL || audited(id, start) || near(first, language, decisions, second);
    }

    /** Whether the passage belongs to the random audit share. */
    public boolean audited(String id, int start) {
        long hash = LongHashFunction.xx3(seed).hashChars(id + "#" + start);
        return (hash >>> 11) * 0x1p-53 < auditShare;
    }

    private boolean near(Map<String, Score> first, String language, Decisions decisions, ClassifierSpec second) {
        for (LabelSpec label : second.labels()) {
            Score score = first.get(label.name());
            if (score != null
                    && label.family().equals("harm")
                    && decisions.isNear(label.name(), score.p(), language, margin)) {
                return true;
            }
        }
        return false;
    }
}
