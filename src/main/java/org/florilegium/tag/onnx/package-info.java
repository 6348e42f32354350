/** Taggers that run on ONNX Runtime; nothing else imports it. */
@NullMarked
package org.florilegium.tag.onnx;

import org.jspecify.annotations.NullMarked;
