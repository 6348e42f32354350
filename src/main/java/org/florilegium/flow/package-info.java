/** What every stage shares: steps, their outcomes, the coders of what crosses a shuffle, and the one DoFn that runs steps. */
@NullMarked
package org.florilegium.flow;

import org.jspecify.annotations.NullMarked;
