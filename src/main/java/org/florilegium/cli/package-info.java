/** The command line: one class for each command. */
@NullMarked
package org.florilegium.cli;

import org.jspecify.annotations.NullMarked;
