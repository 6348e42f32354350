/** Reads pipeline files; reports all faults of a file at once, each with its path, the value and a remedy. */
@NullMarked
package org.florilegium.spec;

import org.jspecify.annotations.NullMarked;
