/** How documents and exclusions look as Avro records: the one mapping behind coders and Parquet files alike. */
@NullMarked
package org.florilegium.row;

import org.jspecify.annotations.NullMarked;
