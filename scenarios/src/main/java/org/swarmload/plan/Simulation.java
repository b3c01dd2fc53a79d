package org.swarmload.plan;

import java.util.List;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;

/** Simulates variants of a scenario on the same audiences. */
public interface Simulation {
    /**
     * Replications {@code from} to {@code to - 1} of every variant.
     *
     * @return replication by replication what was kept of each variant, in their order
     * @throws Interrupted when somebody ended the study
     */
    List<List<RunNote>> run(List<Variant> variants, int from, int to);

    /** Says what comes next, for people who wait. */
    void announce(String what);

    /** Somebody ended the study before its end. */
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
