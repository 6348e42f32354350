/** Rules over a document's address: lists of domains, addresses and words that a user supplies. */
@NullMarked
package org.florilegium.filter.address;

import org.jspecify.annotations.NullMarked;
