package org.florilegium.tag.tradition;

import java.io.Serializable;

/**
 * How far evidence goes.
 *
 * @param work of a query for a named work that states no weight of its own, 0 to 5
 * @param person of a query for a person, 0 to 5
 * @param term of a query for a term, 0 to 5
 * @param cap most evidence that one passage gives one tradition, 0 to 100
 * @param spread power of the number of passages that their summed evidence is divided by, 0 (the sum) to 1 (the mean)
 * @param title factor on what the title matches, 0 to 5
 * @param declared probability of a tradition that the source declares, 0 to 1
 * @param declaredAgainstTitle the same where the title names another tradition, 0 to 1
 */
public record EvidenceWeights(
        double work,
        double person,
        double term,
        double cap,
        double spread,
        double title,
        double declared,
        double declaredAgainstTitle)
        implements Serializable {}
