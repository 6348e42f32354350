package org.florilegium.flow;

import java.util.concurrent.atomic.LongAdder;

/** Documents that workers in this process have read, for a progress display only; on a cluster it stays 0. */
public final class DocumentsRead {
    private static final LongAdder COUNT = new LongAdder();

    private DocumentsRead() {}

    static void increment() {
        COUNT.increment();
    }

    /** Documents read since this process started. */
    public static long count() {
        return COUNT.sum();
    }
}
