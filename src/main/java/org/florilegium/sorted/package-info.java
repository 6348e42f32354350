/** Sorts on disk what is too much for memory: records of numbers, and bytes that they point at. */
@NullMarked
package org.florilegium.sorted;

import org.jspecify.annotations.NullMarked;
