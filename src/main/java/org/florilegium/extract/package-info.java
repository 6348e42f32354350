/** Bytes to clean text: media types, extraction, main content of pages, normalizing, language. */
@NullMarked
package org.florilegium.extract;

import org.jspecify.annotations.NullMarked;
