/** Parquet files: the only package that imports Parquet. */
@NullMarked
package org.florilegium.parquet;

import org.jspecify.annotations.NullMarked;
