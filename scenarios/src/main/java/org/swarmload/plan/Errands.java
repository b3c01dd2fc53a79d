package org.swarmload.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.RunNote;

/**
 * Simulates nights that will be wanted at the end while something else leaves a thread without work. What comes out is the
 * same whenever that is. Counts what was simulated.
 */
final class Errands implements Simulation {
    private final Simulation simulation;
    private final Deque<Night> waiting = new ArrayDeque<>();
    private final Map<Night, RunNote> done = new IdentityHashMap<>();
    private int runs;

    Errands(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Nights that will be asked for with {@link #of}; the longest are best begun first. */
    void later(List<Night> nights) {
        waiting.addAll(nights);
    }

    /** What was kept of nights that were announced. */
    List<RunNote> of(List<Night> nights) {
        if (!waiting.isEmpty()) {
            run(List.of(), waiting.size());
        }
        return nights.stream().map(done::get).toList();
    }

    @Override
    public List<RunNote> run(List<Night> nights) {
        int idle = Math.floorMod(-nights.size(), simulation.atOnce());
        return run(nights, isAsLong(nights) ? Math.min(idle, waiting.size()) : 0);
    }

    private List<RunNote> run(List<Night> nights, int errands) {
        List<Night> together = new ArrayList<>(nights);
        for (int i = 0; i < errands; i++) {
            together.add(waiting.remove());
        }
        runs += together.size();
        List<RunNote> notes = simulation.run(together);
        for (int i = nights.size(); i < notes.size(); i++) {
            done.put(together.get(i), notes.get(i));
        }
        return notes.subList(0, nights.size());
    }

    /** Nobody waits for a long night because of short ones. */
    private boolean isAsLong(List<Night> nights) {
        return !waiting.isEmpty() && nights.stream().anyMatch(night -> viewers(night) >= viewers(waiting.element()));
    }

    private static int viewers(Night night) {
        return night.variant().scenario().audience().viewers();
    }

    /** Nights that were simulated, errands too. */
    int runs() {
        return runs;
    }

    @Override
    public int atOnce() {
        return simulation.atOnce();
    }

    @Override
    public void announce(String what) {
        simulation.announce(what);
    }
}
