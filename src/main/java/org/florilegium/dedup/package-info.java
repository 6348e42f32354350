/** Finds the same and nearly the same text: exact by id, near by MinHash bands. */
@NullMarked
package org.florilegium.dedup;

import org.jspecify.annotations.NullMarked;
