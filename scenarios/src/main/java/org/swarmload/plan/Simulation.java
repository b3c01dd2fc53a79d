package org.swarmload.plan;

import java.util.List;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.RunNote;

/** Simulates nights of scenarios that vary; a night is the same audience for all of them. */
public interface Simulation {
    /**
     * @return what was kept of each night, in their order
     * @throws Interrupted when somebody ended the study
     */
    List<RunNote> run(List<Night> nights);

    /** How many nights are simulated at the same time; what comes out does not depend on it. */
    int atOnce();

    /** Says what comes next, for people who wait. */
    void announce(String what);

    /** Somebody ended the study before its end. */
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
