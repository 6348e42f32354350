package org.florilegium.source;

import java.util.Collection;
import java.util.Map;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Makes consumers that begin where a reservoir ends.
 *
 * @param offsets first offset to read of each partition; partitions that are not named begin at their first message
 */
record ConsumerFrom(Map<Integer, Long> offsets)
        implements SerializableFunction<Map<String, Object>, Consumer<byte[], byte[]>> {

    ConsumerFrom {
        offsets = Map.copyOf(offsets);
    }

    @Override
    public Consumer<byte[], byte[]> apply(Map<String, Object> settings) {
        return new Positioned(settings, offsets);
    }

    private static final class Positioned extends KafkaConsumer<byte[], byte[]> {
        private final Map<Integer, Long> offsets;

        Positioned(Map<String, Object> settings, Map<Integer, Long> offsets) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.offsets = offsets;
        }

        @Override
        public void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
            for (TopicPartition partition : partitions) {
                Long from = offsets.get(partition.partition());
                if (from != null) {
                    seek(partition, from);
                }
            }
        }
    }
}
