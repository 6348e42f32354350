package org.florilegium.tag.tradition;

import java.io.Serializable;
import java.util.List;

/**
 * One thing to look for, in all its spellings.
 *
 * @param tradition leaf that it speaks for
 * @param kind {@code work}, {@code person} or {@code term}
 * @param forms phrases, each of which counts; the first is its name
 * @param weight evidence that one match gives, 0 to 5
 * @param relation {@code of}, {@code about} or {@code unknown}
 */
public record TraditionQuery(String tradition, String kind, List<String> forms, double weight, String relation)
        implements Serializable {
    public TraditionQuery {
        forms = List.copyOf(forms);
    }

    /** What an attribution shows, for example {@code work:Analects}. */
    public String evidence() {
        return kind + ":" + forms.get(0);
    }

    /** Unique in a file. */
    String id() {
        return tradition + "/" + evidence();
    }
}
