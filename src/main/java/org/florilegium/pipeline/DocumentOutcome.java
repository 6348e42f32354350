package org.florilegium.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.florilegium.curate.Choice;
import org.florilegium.curate.Decision;
import org.florilegium.document.Document;
import org.florilegium.document.Exclusion;
import org.jspecify.annotations.Nullable;

/** Follows the parts of one document and notes it where none of them is released. */
final class DocumentOutcome {
    /** Reason of a document of which nothing stays but what is repeated elsewhere. */
    static final String REPEATED = "repeated_text";

    private final LeftOut left;
    private final List<Exclusion> reasons = new ArrayList<>();
    private String id = "";
    private boolean anyReleased;
    private @Nullable Document part;

    DocumentOutcome(LeftOut left) {
        this.left = left;
    }

    /** Turns to the next part; returns 1 where that ends a document of which something was released. */
    int beginPart(Document next) throws IOException {
        int ended = next.documentId().equals(id) ? 0 : end();
        id = next.documentId();
        part = next;
        return ended;
    }

    void nearDuplicate(String keeper) {
        note("cluster", "near_duplicate", "shares a MinHash band with a lower document id", keeper);
    }

    /** All of the part is left out as repeated. */
    void repeated() {
        note("cluster", REPEATED, "all of its paragraphs and lines stand in lower document ids too", "");
    }

    void chosen(Choice choice) {
        if (choice.released()) {
            anyReleased = true;
        } else if (choice.decision().taken()) {
            note("rebalance", choice.reason(), "intensity " + choice.intensity() + ", unit " + choice.unit(), "");
        } else {
            String who = choice.decision().kind() == Decision.Kind.DROP ? "for everybody" : "by every profile";
            note("decide", choice.reason(), choice.decision().kind().word() + " " + who, "");
        }
    }

    int end() throws IOException {
        int released = anyReleased ? 1 : 0;
        if (!anyReleased && !reasons.isEmpty()) {
            left.add(reasons.get(0));
        }
        reasons.clear();
        anyReleased = false;
        id = "";
        return released;
    }

    private void note(String stage, String reason, String message, String duplicateOf) {
        Document document = part;
        if (document != null && reasons.isEmpty()) {
            reasons.add(Exclusion.of(Exclusion.Kind.DROPPED, stage, reason, message, document)
                    .withDuplicateOf(duplicateOf));
        }
    }
}
