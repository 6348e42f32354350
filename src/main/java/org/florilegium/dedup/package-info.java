/**
 * Duplicates: the sketch by which near duplicates meet, and the clusters they form.
 *
 * <p>Start with {@link org.florilegium.dedup.MinHash}; {@link org.florilegium.dedup.SketchDocument} is the step that
 * stores its band hashes with a document, and {@link org.florilegium.dedup.ClusterDuplicates} joins documents by them.
 */
@NullMarked
package org.florilegium.dedup;

import org.jspecify.annotations.NullMarked;
