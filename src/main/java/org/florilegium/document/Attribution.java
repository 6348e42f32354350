package org.florilegium.document;

import java.io.Serializable;
import java.util.List;

/**
 * One tradition that a document belongs to or speaks about, with what says so.
 *
 * @param name a leaf of the tradition file
 * @param probability 0 to 1; what all attributions leave over is unknown
 * @param relation {@code of} where it speaks from the tradition, {@code about} where it describes it, otherwise
 *     {@code unknown}
 * @param evidence what matched, strongest first, for example {@code declared:stoic} or {@code work:Enchiridion}
 */
public record Attribution(String name, double probability, String relation, List<String> evidence)
        implements Serializable {
    public Attribution {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "probability of tradition '" + name + "' must be 0 to 1, was " + probability);
        }
        evidence = List.copyOf(evidence);
    }
}
