package org.florilegium.balance;

import java.io.Serializable;

/**
 * A wish that could not be met; it is reported and never renormalized away.
 *
 * @param dimension what the cell is a cell of
 * @param cell cell name, or {@code budget} for the whole
 * @param wished tokens asked for
 * @param reached tokens that are possible
 * @param reason {@code no_supply}, {@code supply_times_copies}, {@code cap}, {@code floors_of_other_cells},
 *     {@code caps_hold_less_than_the_budget}, {@code conflicts_with_other_targets}, {@code source_share} or
 *     {@code too_few_sources}
 */
public record Shortfall(String dimension, String cell, double wished, double reached, String reason)
        implements Serializable {}
