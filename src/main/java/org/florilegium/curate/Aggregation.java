package org.florilegium.curate;

/** How the wishes of several profiles become one release; the others are computed beside the chosen one and shown. */
public enum Aggregation {
    /** Each profile spends its own part of the budget on its own target; every document is charged to one profile. */
    QUOTA,
    /** One target by truthful medians with phantoms (Freeman and others 2021). */
    INDEPENDENT_MARKETS,
    /** One target that maximizes the product of the profiles' utilities. */
    NASH,
    /** One target that maximizes the smallest utility. */
    MAXIMIN;

    /** Lower-case name as written in pipeline files and audits. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
