/**
 * Scores passages: classifiers read from folders, a policy for which tier scores what, and the step that fills tags. ONNX
 * Runtime is behind {@link org.florilegium.tag.TaggerOpener}.
 */
@NullMarked
package org.florilegium.tag;

import org.jspecify.annotations.NullMarked;
