package org.florilegium.filter.redact;

import java.util.List;

/** Finds spans of one kind in one text, and keeps nothing between texts. */
interface Finder {
    /** Adds what it finds to {@code spans}, in any order; the time is bounded by the length of the text. */
    void find(MarkedText text, List<PersonalSpan> spans);
}
