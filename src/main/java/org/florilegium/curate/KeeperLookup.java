package org.florilegium.curate;

import java.io.Serializable;

/** Says which document of a cluster of near duplicates stays. */
@FunctionalInterface
public interface KeeperLookup extends Serializable {
    /** No document has a near duplicate. */
    KeeperLookup ALL = id -> true;

    /** True where {@code documentId} is the lowest id of its cluster, or has none. */
    boolean isKeeper(String documentId);
}
