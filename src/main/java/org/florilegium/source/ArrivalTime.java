package org.florilegium.source;

import java.io.Serializable;
import java.util.Optional;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.io.kafka.TimestampPolicy;
import org.apache.beam.sdk.io.kafka.TimestampPolicyFactory;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Instant;

/**
 * Time in a partition is the time at which its messages are read, so no message is ever late, whatever its own
 * timestamp says, and a partition without messages holds no window open.
 *
 * <p>With an idle limit, time ends in a partition that was read to its end and got no message for that long. A message
 * that still arrives sets time going again, unless the job has ended by then; it is then the next job's.
 */
final class ArrivalTime extends TimestampPolicy<byte[], byte[]> {
    /** An end offset older than this says nothing: the broker may be out of reach. */
    private static final long STALE_MILLIS = 10_000;
    /** Markers of transactions lie between the last message and the end offset, and are never read. */
    private static final int PATIENCE = 4;

    private final long idleMillis;
    private long watermark;
    private long lastMessage;

    private ArrivalTime(long idleMillis, long previousWatermark) {
        this.idleMillis = idleMillis;
        this.lastMessage = System.currentTimeMillis();
        boolean ended = previousWatermark >= BoundedWindow.TIMESTAMP_MAX_VALUE.getMillis();
        this.watermark = ended ? Long.MIN_VALUE : previousWatermark;
    }

    @Override
    public Instant getTimestampForRecord(PartitionContext context, KafkaRecord<byte[], byte[]> message) {
        lastMessage = System.currentTimeMillis();
        return advance(lastMessage);
    }

    @Override
    public Instant getWatermark(PartitionContext context) {
        long now = System.currentTimeMillis();
        return isOver(context, now) ? BoundedWindow.TIMESTAMP_MAX_VALUE : advance(now);
    }

    private boolean isOver(PartitionContext context, long now) {
        if (idleMillis == ReadKafka.FOREVER || now - lastMessage < idleMillis) {
            return false;
        }
        long checked = context.getBacklogCheckTime().getMillis();
        boolean known = checked >= lastMessage && now - checked < STALE_MILLIS && context.getMessageBacklog() >= 0;
        return known && (context.getMessageBacklog() == 0 || now - lastMessage >= PATIENCE * idleMillis);
    }

    /** Clocks may step back, on this machine or on the next one that resumes the job; time here does not. */
    private Instant advance(long now) {
        watermark = Math.max(watermark, now);
        return Instant.ofEpochMilli(watermark);
    }

    /** Makes the policy of each partition. */
    record Factory(ReadKafka.Spec spec) implements TimestampPolicyFactory<byte[], byte[]>, Serializable {
        @Override
        public TimestampPolicy<byte[], byte[]> createTimestampPolicy(
                TopicPartition partition, Optional<Instant> previousWatermark) {
            return new ArrivalTime(
                    ReadKafka.current(spec).idleMillis(),
                    previousWatermark.map(Instant::getMillis).orElse(Long.MIN_VALUE));
        }
    }
}
