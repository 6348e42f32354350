/** Which language and script a text is in, and where its words end: what several stages ask of a text. */
@NullMarked
package org.florilegium.language;

import org.jspecify.annotations.NullMarked;
