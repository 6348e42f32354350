package org.florilegium.curate;

import java.io.Serializable;
import java.util.List;

/**
 * What becomes of a row in a release.
 *
 * @param decision decision of the profile that is charged; where no profile takes the row, the mildest decision
 * @param profiles profiles that take it, in their order
 * @param chargedTo profile whose budget it uses, empty where none takes it
 * @param intensity expected copies, 0 or more
 * @param unit keyed hash of the document id, from 0 up to 1, that drew the copies
 * @param copies 0 or more
 * @param weightsVersion digest of the weights, empty where none takes it
 */
public record Choice(
        Decision decision,
        List<String> profiles,
        String chargedTo,
        double intensity,
        double unit,
        int copies,
        String weightsVersion)
        implements Serializable {
    /** Reason of a row that a profile takes but the draw leaves out. */
    public static final String NOT_DRAWN = "not_drawn";

    public Choice {
        profiles = List.copyOf(profiles);
    }

    static Choice without(Decision decision) {
        return new Choice(decision, List.of(), "", 0, 0, 0, "");
    }

    /** True where the row is released. */
    public boolean released() {
        return copies > 0;
    }

    /** Why the row is left out, or for what it was cut or held to one copy; empty where there is nothing to say. */
    public String reason() {
        return decision.taken() && copies == 0 ? NOT_DRAWN : decision.reason();
    }
}
