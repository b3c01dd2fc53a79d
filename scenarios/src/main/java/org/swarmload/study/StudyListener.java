package org.swarmload.study;

/** Hears how a study gets on. Called from engine threads, never from two at once; must return quickly. */
@FunctionalInterface
public interface StudyListener {
    void onProgress(Progress progress);

    /** Hears nothing. */
    static StudyListener none() {
        return progress -> {};
    }

    /**
     * @param finishedRuns runs that are over, of {@code plannedRuns}
     * @param fraction of the whole study's work that is done, an estimate from 0 to 1
     * @param delivery of the run that has moved on
     * @param replication of that run, from 0
     * @param simulatedMicros model time that this run has reached
     * @param viewersPresent viewers waiting, playing or stalled in it now
     */
    record Progress(
            int finishedRuns,
            int plannedRuns,
            double fraction,
            String delivery,
            int replication,
            long simulatedMicros,
            long viewersPresent) {}
}
