/** Traditions: the file of them that stewards edit, its queries matched by Lucene Monitor, and what follows for a document. */
@NullMarked
package org.florilegium.tag.tradition;

import org.jspecify.annotations.NullMarked;
