/** Documents to parts, and parts to passages. */
@NullMarked
package org.florilegium.segment;

import org.jspecify.annotations.NullMarked;
