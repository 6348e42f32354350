/**
 * English words and sentences as spaCy's blank English pipeline splits them, for recipes that were made with it.
 *
 * <p>The rules are those of spaCy 3.8: white space first, then prefixes and suffixes from the outside in, then what splits
 * inside; contractions, abbreviations and faces by list.
 */
@NullMarked
package org.florilegium.filter.spacy;

import org.jspecify.annotations.NullMarked;
