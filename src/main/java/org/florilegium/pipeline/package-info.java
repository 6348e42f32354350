/** Joins the stages into pipelines and runs them on an engine. */
@NullMarked
package org.florilegium.pipeline;

import org.jspecify.annotations.NullMarked;
