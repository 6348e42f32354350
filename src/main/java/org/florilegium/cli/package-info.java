/** The command line: one class a verb. Results go to standard output, everything else to standard error. */
@NullMarked
package org.florilegium.cli;

import org.jspecify.annotations.NullMarked;
