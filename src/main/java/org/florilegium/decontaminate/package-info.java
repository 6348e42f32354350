/**
 * Keeps evaluation sets out of a corpus: drops documents that share a long run of words with one.
 *
 * <p>Start with {@link org.florilegium.decontaminate.Decontaminate}.
 */
@NullMarked
package org.florilegium.decontaminate;

import org.jspecify.annotations.NullMarked;
