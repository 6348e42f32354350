package org.florilegium.flow;

import java.io.Serializable;

/**
 * Reads the members of one element of a source: of a file, or of a message.
 *
 * @param <T> what the source lists
 */
public interface MemberReader<T> extends Serializable {

    /** Opens what the reader needs; called once before any element. */
    default void open() {}

    /** Closes what {@link #open()} opened. */
    default void close() {}

    /** Feeds every member of {@code element}, in order, to {@code sink}; a fault of the element becomes a dead letter. */
    void read(T element, MemberSink sink);
}
