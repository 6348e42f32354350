/** Writes reservoirs and releases: data first under temporary names, the manifest last. */
@NullMarked
package org.florilegium.sink;

import org.jspecify.annotations.NullMarked;
