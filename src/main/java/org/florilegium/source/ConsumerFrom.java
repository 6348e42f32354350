package org.florilegium.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers that begin at the offsets of a spec. */
record ConsumerFrom(ReadKafka.Spec spec)
        implements SerializableFunction<Map<String, Object>, Consumer<byte[], byte[]>> {

    @Override
    public Consumer<byte[], byte[]> apply(Map<String, Object> settings) {
        ReadKafka.Spec current = ReadKafka.current(spec);
        Map<String, Object> adjusted = new HashMap<>(settings);
        adjusted.put("bootstrap.servers", current.bootstrapServers());
        return new Positioned(adjusted, current.offsets());
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
