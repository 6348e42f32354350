package org.florilegium.inspect;

import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Walks over the struct of structs that holds the scores of a row. */
final class Scores {
    private Scores() {}

    /** Hands out each score that is there, by label. */
    static void forEach(GenericRecord scores, BiConsumer<String, GenericRecord> consumer) {
        for (Schema.Field family : scores.getSchema().getFields()) {
            if (scores.get(family.pos()) instanceof GenericRecord names) {
                for (Schema.Field name : names.getSchema().getFields()) {
                    if (names.get(name.pos()) instanceof GenericRecord score) {
                        consumer.accept(family.name() + "." + name.name(), score);
                    }
                }
            }
        }
    }
}
