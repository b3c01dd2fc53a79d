package org.swarmload.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: the simulation is asked to stop, and the process lives on until what was finished is written, but no longer
 * than {@value #PATIENCE_SECONDS} s.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private volatile Runnable cancel = () -> {};
    private volatile boolean happened;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What to do when the user interrupts; may be done several times. */
    void onInterrupt(Runnable action) {
        cancel = action;
    }

    boolean happened() {
        return happened;
    }

    private void interrupted() {
        happened = true;
        try {
            // Again and again: the study may be about to begin, and would not hear a word said too early.
            for (int i = 0; i < PATIENCE_SECONDS * 5; i++) {
                cancel.run();
                if (written.await(200, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is written: the process may end. */
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending because of the interruption; the hook is what lets it end.
            happened = true;
        }
    }
}
