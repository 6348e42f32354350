/**
 * The values that every stage passes on: documents, passages, scores and where they come from. Imports nothing of ours.
 *
 * <p>An absent string is the empty string, never null; offsets are code points in the text of the row they stand in.
 */
@NullMarked
package org.florilegium.document;

import org.jspecify.annotations.NullMarked;
