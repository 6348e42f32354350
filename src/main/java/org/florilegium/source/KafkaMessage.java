package org.florilegium.source;

/**
 * One message of a topic.
 *
 * @param topic name of the topic
 * @param partition 0 or more
 * @param offset place within the partition, 0 or more
 * @param timestamp milliseconds since 1970 as the broker states them, negative where it states none
 * @param key empty where absent; not copied, must not be changed
 * @param value empty where absent; not copied, must not be changed
 */
public record KafkaMessage(String topic, int partition, long offset, long timestamp, byte[] key, byte[] value) {

    /** {@code topic/partition}, the uri of its origin. */
    public String uri() {
        return topic + "/" + partition;
    }
}
