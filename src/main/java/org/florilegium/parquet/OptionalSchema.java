package org.florilegium.parquet;

import java.util.List;
import org.apache.avro.Schema;

/** Schemas of what may be absent: unions of null and one other. */
final class OptionalSchema {
    private OptionalSchema() {}

    /** The schema of a value that is there. */
    static Schema present(Schema union) {
        List<Schema> present = union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        if (present.size() != 1 || union.getTypes().size() != 2) {
            throw new IllegalArgumentException("a union in a row must be of null and one other type, was " + union);
        }
        return present.get(0);
    }
}
