/** Where documents come from: files and archives listed, opened and taken apart into raw documents. */
@NullMarked
package org.florilegium.source;

import org.jspecify.annotations.NullMarked;
