package org.swarmload.sim.picker;

import java.lang.management.ManagementFactory;

/** Bytes that a piece of work allocates on this thread. */
public final class Allocation {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Of the last of several times, so that what happens once (classes, call sites) is over. */
    public static long bytes(int times, Runnable work) {
        long allocated = 0;
        for (int i = 0; i < times; i++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            work.run();
            allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }
        return allocated;
    }
}
