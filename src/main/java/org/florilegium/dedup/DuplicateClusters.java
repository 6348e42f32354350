package org.florilegium.dedup;

/** Which documents are near duplicates of which. */
public final class DuplicateClusters {
    private final DocumentNumbers documents;
    private final int[] keepers; // the keeper's number; for a keeper, minus the size of its cluster

    DuplicateClusters(DocumentNumbers documents, int[] keepers) {
        this.documents = documents;
        this.keepers = keepers;
    }

    /** The lowest document id of the cluster of {@code documentId}; itself where it has no near duplicate. */
    public String keeperOf(String documentId) {
        int number = documents.find(DocumentKey.of(documentId));
        return number < 0 || keepers[number] < 0
                ? documentId
                : documents.key(keepers[number]).documentId();
    }

    /** Documents in the cluster of {@code documentId}, itself included: 1 where it has no near duplicate. */
    public int sizeOf(String documentId) {
        int number = documents.find(DocumentKey.of(documentId));
        if (number < 0) {
            return 1;
        }
        return keepers[number] < 0 ? -keepers[number] : -keepers[keepers[number]];
    }

    /** Documents held in memory: those with a near duplicate, and a few more. */
    public int held() {
        return documents.count();
    }
}
