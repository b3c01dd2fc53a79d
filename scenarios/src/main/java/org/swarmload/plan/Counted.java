package org.swarmload.plan;

import java.util.List;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;

/** Counts runs. */
final class Counted implements Simulation {
    private final Simulation simulation;
    private int runs;

    Counted(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public List<List<RunNote>> run(List<Variant> variants, int from, int to) {
        runs += variants.size() * (to - from);
        return simulation.run(variants, from, to);
    }

    @Override
    public void announce(String what) {
        simulation.announce(what);
    }

    int runs() {
        return runs;
    }
}
