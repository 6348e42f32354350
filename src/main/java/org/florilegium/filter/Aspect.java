package org.florilegium.filter;

/**
 * A way of looking at a text whose result several measurements share, for example its words.
 *
 * <p>{@link TextParts} finds each aspect of a text once. Aspects are compared by {@code equals}: constants, enums, or
 * records of what they depend on.
 *
 * @param <T> what is found; it holds for the text as it is and never changes
 */
@FunctionalInterface
interface Aspect<T> {
    /** What is found in {@code text}, which other aspects of the same text may rest on. */
    T of(TextParts text);
}
