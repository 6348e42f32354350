/** Tests of the whole: architecture and class path. */
@NullMarked
package org.florilegium;

import org.jspecify.annotations.NullMarked;
