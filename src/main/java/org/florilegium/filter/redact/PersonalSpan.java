package org.florilegium.filter.redact;

/**
 * A stretch of text to be masked.
 *
 * @param start first UTF-16 unit
 * @param end unit after the last
 */
record PersonalSpan(PersonalKind kind, int start, int end) {}
