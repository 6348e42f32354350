package org.florilegium.row;

import java.io.Serializable;

/**
 * A stretch that was left out of a released text.
 *
 * @param start first code point, in the text before
 * @param end code point after the last one, in the text before
 * @param reason why, snake case
 */
public record Excision(int start, int end, String reason) implements Serializable {}
