package org.florilegium.source;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its first message, or from given offsets, and goes on reading; its elements carry the time of their
 * arrival, see {@link ArrivalTime}. Where it was is part of the engine's checkpoints, nothing is committed to the broker.
 */
public final class ReadKafka extends PTransform<PBegin, PCollection<KafkaMessage>> {
    private static final long serialVersionUID = 1L;
    static final long FOREVER = -1;
    private static final int ASK_MILLIS = 15_000;
    /** What a job that is restored reads by: its checkpoint also holds the spec it was first started with. */
    private static final Map<String, Spec> CURRENT = new ConcurrentHashMap<>();

    /**
     * @param bootstrapServers {@code host:port,...}
     * @param topic name of the topic
     * @param idleMillis how long every partition has to be without a message until the stream ends; -1 for never
     * @param offsets first offset to read of each partition; partitions that are not named begin at their first message
     */
    public record Spec(String bootstrapServers, String topic, long idleMillis, Map<Integer, Long> offsets)
            implements Serializable {
        public Spec {
            offsets = Map.copyOf(offsets);
            if (bootstrapServers.isEmpty() || topic.isEmpty()) {
                throw new IllegalArgumentException("bootstrap_servers and topic must not be empty, were '"
                        + bootstrapServers + "' and '" + topic + "'");
            }
            if (idleMillis != FOREVER && idleMillis <= 0) {
                throw new IllegalArgumentException("until_idle must be positive, was " + idleMillis + " ms");
            }
        }

        /** The whole topic, without end. */
        public static Spec of(String bootstrapServers, String topic) {
            return new Spec(bootstrapServers, topic, FOREVER, Map.of());
        }

        /** This topic until no partition had a message for {@code idle}. */
        public Spec untilIdle(Duration idle) {
            return new Spec(bootstrapServers, topic, idle.toMillis(), offsets);
        }

        /** This topic from where an earlier job ended; a checkpoint that is restored overrides it. */
        public Spec from(Map<Integer, Long> itsOffsets) {
            return new Spec(bootstrapServers, topic, idleMillis, itsOffsets);
        }
    }

    private final Spec spec;

    public ReadKafka(Spec spec) {
        this.spec = spec;
    }

    /** The spec of this run where the job runs in this process; on a cluster the one it was first started with. */
    static Spec current(Spec restored) {
        return CURRENT.getOrDefault(restored.topic(), restored);
    }

    @Override
    public PCollection<KafkaMessage> expand(PBegin begin) {
        CURRENT.put(spec.topic(), spec);
        return begin.apply(
                        "ReadTopic",
                        KafkaIO.<byte[], byte[]>read()
                                .withBootstrapServers(spec.bootstrapServers())
                                .withTopic(spec.topic())
                                .withKeyDeserializer(ByteArrayDeserializer.class)
                                .withValueDeserializer(ByteArrayDeserializer.class)
                                .withConsumerConfigUpdates(consumerSettings())
                                .withConsumerFactoryFn(new ConsumerFrom(spec))
                                .withTimestampPolicyFactory(new ArrivalTime.Factory(spec)))
                .apply("TakeMessages", ParDo.of(new MessageFn()))
                .setCoder(KafkaMessageCoder.of());
    }

    /**
     * Number of partitions of the topic. A stream's parallelism must not be above it: a reader without a partition would
     * never learn that the stream has ended.
     *
     * @throws IllegalArgumentException when there is no such topic, or no such broker
     */
    public static int partitions(Spec spec) {
        Map<String, Object> settings = new HashMap<>(consumerSettings());
        settings.put("bootstrap.servers", spec.bootstrapServers());
        settings.put("default.api.timeout.ms", ASK_MILLIS);
        settings.put("allow.auto.create.topics", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> found = consumer.partitionsFor(spec.topic());
            if (found == null || found.isEmpty()) {
                throw new IllegalArgumentException(
                        "topic: no topic '" + spec.topic() + "' at " + spec.bootstrapServers());
            }
            return found.size();
        } catch (KafkaException unreachable) {
            throw new IllegalArgumentException(
                    "bootstrap_servers: no broker answers at '" + spec.bootstrapServers() + "': "
                            + unreachable.getMessage(),
                    unreachable);
        }
    }

    private static Map<String, Object> consumerSettings() {
        return Map.of(
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false,
                "isolation.level", "read_committed");
    }

    private static final class MessageFn extends DoFn<KafkaRecord<byte[], byte[]>, KafkaMessage> {
        private static final long serialVersionUID = 1L;
        private static final byte[] ABSENT = {};

        @ProcessElement
        public void process(@Element KafkaRecord<byte[], byte[]> message, OutputReceiver<KafkaMessage> out) {
            out.output(new KafkaMessage(
                    message.getTopic(),
                    message.getPartition(),
                    message.getOffset(),
                    message.getTimestamp(),
                    Optional.ofNullable(message.getKV().getKey()).orElse(ABSENT),
                    Optional.ofNullable(message.getKV().getValue()).orElse(ABSENT)));
        }
    }
}
