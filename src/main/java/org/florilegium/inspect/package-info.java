/** Looks at what a run has written: verifies it, explains single documents, prints its figures. */
@NullMarked
package org.florilegium.inspect;

import org.jspecify.annotations.NullMarked;
