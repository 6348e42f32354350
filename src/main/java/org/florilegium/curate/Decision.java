package org.florilegium.curate;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.florilegium.row.Excision;

/**
 * What becomes of a row under one profile, or for everybody.
 *
 * @param kind what is decided
 * @param reason why, snake case; empty where it is simply kept
 * @param excised stretches to leave out, in the text before
 * @param single true where the row may have at most one copy
 */
public record Decision(Kind kind, String reason, List<Excision> excised, boolean single) implements Serializable {

    /** Decisions, mildest first. */
    public enum Kind {
        /** Wanted. */
        KEEP,
        /** Wanted without some passages. */
        EXCISE,
        /** A label that matters is undecided: kept with at most one copy, never dropped for it. */
        ABSTAIN,
        /** Not wanted by this profile; others may take it. */
        SET_ASIDE,
        /** Left out for everybody. */
        DROP;

        /** Lower-case name as written in rows and audits. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Decision {
        excised = List.copyOf(excised);
    }

    static Decision keep(boolean single) {
        return new Decision(Kind.KEEP, "", List.of(), single);
    }

    static Decision of(Kind kind, String reason) {
        return new Decision(kind, reason, List.of(), true);
    }

    /** True where the profile takes the row, whole or in part. */
    public boolean taken() {
        return kind.compareTo(Kind.SET_ASIDE) < 0;
    }
}
