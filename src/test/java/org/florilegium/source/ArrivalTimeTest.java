package org.florilegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.io.kafka.KafkaTimestampType;
import org.apache.beam.sdk.io.kafka.TimestampPolicy;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;

class ArrivalTimeTest {
    private static final TopicPartition PARTITION = new TopicPartition("post", 0);
    private static final Instant END = BoundedWindow.TIMESTAMP_MAX_VALUE;

    @Test
    void timeGoesOnInAPartitionWithoutMessages() throws Exception {
        TimestampPolicy<byte[], byte[]> policy = policy(ReadKafka.FOREVER, Optional.empty());

        Instant first = policy.getWatermark(backlog(0));
        Thread.sleep(5);

        assertThat(policy.getWatermark(backlog(0))).isGreaterThan(first).isLessThan(END);
    }

    @Test
    void timeEndsInAPartitionThatWasReadToItsEndAndStaysIdle() throws Exception {
        TimestampPolicy<byte[], byte[]> policy = policy(20, Optional.empty());

        assertThat(policy.getWatermark(backlog(0))).isLessThan(END);
        Thread.sleep(25);

        assertThat(policy.getWatermark(backlog(0))).isEqualTo(END);
    }

    @Test
    void timeDoesNotEndWhileMessagesWaitOrNobodyKnows() throws Exception {
        TimestampPolicy<byte[], byte[]> policy = policy(1000, Optional.empty());
        Thread.sleep(1005);

        assertThat(policy.getWatermark(backlog(7))).isLessThan(END);
        assertThat(policy.getWatermark(backlog(-1))).isLessThan(END);
        assertThat(policy.getWatermark(context(0, Instant.now().minus(Duration.standardMinutes(1)))))
                .isLessThan(END);
    }

    @Test
    void aMessageSetsTimeGoingAgain() throws Exception {
        TimestampPolicy<byte[], byte[]> policy = policy(20, Optional.empty());
        Thread.sleep(25);
        policy.getWatermark(backlog(0));

        Instant arrival = policy.getTimestampForRecord(backlog(1), message());

        assertThat(arrival).isLessThan(END);
        assertThat(policy.getWatermark(backlog(0))).isLessThan(END);
    }

    @Test
    void timeNeverStepsBackBehindTheCheckpointThatWasRestored() {
        Instant ahead = Instant.now().plus(Duration.standardHours(1));

        TimestampPolicy<byte[], byte[]> policy = policy(ReadKafka.FOREVER, Optional.of(ahead));

        assertThat(policy.getTimestampForRecord(backlog(1), message())).isEqualTo(ahead);
    }

    @Test
    void aCheckpointTakenAfterTheEndOfTimeGoesOnFromNow() {
        TimestampPolicy<byte[], byte[]> policy = policy(1000, Optional.of(END));

        assertThat(policy.getWatermark(backlog(0))).isLessThan(END);
    }

    private static TimestampPolicy<byte[], byte[]> policy(long idleMillis, Optional<Instant> previous) {
        return new ArrivalTime.Factory(new ReadKafka.Spec("localhost:9092", "arrival", idleMillis, Map.of()))
                .createTimestampPolicy(PARTITION, previous);
    }

    private static KafkaRecord<byte[], byte[]> message() {
        return new KafkaRecord<>(
                "post", 0, 0, 0, KafkaTimestampType.CREATE_TIME, null, KV.of(new byte[0], new byte[0]));
    }

    private static TimestampPolicy.PartitionContext backlog(long messages) {
        return context(messages, Instant.now());
    }

    private static TimestampPolicy.PartitionContext context(long messages, Instant checked) {
        return new TimestampPolicy.PartitionContext() {
            @Override
            public long getMessageBacklog() {
                return messages;
            }

            @Override
            public Instant getBacklogCheckTime() {
                return checked;
            }
        };
    }
}
