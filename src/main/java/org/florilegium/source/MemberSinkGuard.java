package org.florilegium.source;

import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;

/** Counts callbacks, and marks what the sink itself throws, so that it is not mistaken for a fault of the file. */
final class MemberSinkGuard implements MemberSink {

    /** What a sink threw. */
    private static final class SinkFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SinkFault(RuntimeException thrown) {
            super(thrown);
        }
    }

    private final MemberSink sink;
    private long callbacks;

    MemberSinkGuard(MemberSink sink) {
        this.sink = sink;
    }

    long callbacks() {
        return callbacks;
    }

    @Override
    public void document(RawDocument raw) {
        pass(() -> sink.document(raw));
    }

    @Override
    public void dropped(Origin origin, String reason, String message) {
        pass(() -> sink.dropped(origin, reason, message));
    }

    @Override
    public void deadLetter(Origin origin, String cause, String message) {
        pass(() -> sink.deadLetter(origin, cause, message));
    }

    private void pass(Runnable callback) {
        callbacks++;
        try {
            callback.run();
        } catch (RuntimeException thrown) {
            throw new SinkFault(thrown);
        }
    }

    /** Throws on what came from the sink; returns for everything else. */
    static void rethrowSinkFault(Throwable thrown) {
        if (thrown instanceof SinkFault fault) {
            throw fault;
        }
    }

    /** What the sink threw, when {@code thrown} is that. */
    static void unwrapSinkFault(Throwable thrown) {
        if (thrown instanceof SinkFault && thrown.getCause() instanceof RuntimeException original) {
            throw original;
        }
    }
}
