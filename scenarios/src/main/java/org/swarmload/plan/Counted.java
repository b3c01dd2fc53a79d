package org.swarmload.plan;

import java.util.List;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.RunNote;

/** Counts runs. */
final class Counted implements Simulation {
    private final Simulation simulation;
    private int runs;

    Counted(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public List<RunNote> run(List<Night> nights) {
        runs += nights.size();
        return simulation.run(nights);
    }

    @Override
    public int atOnce() {
        return simulation.atOnce();
    }

    @Override
    public void announce(String what) {
        simulation.announce(what);
    }

    int runs() {
        return runs;
    }
}
