package org.swarmload.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.cell.MemoryEstimate;

/**
 * The memory that a study will need, known before anything is simulated.
 *
 * @param runs one for each delivery, in the order of the deliveries
 * @param atOnce most runs under way at the same time
 * @param runningBytes most that runs under way at the same time hold
 * @param keptBytes what the results of all runs hold until the report is written
 */
public record MemoryPlan(List<Run> runs, int atOnce, long runningBytes, long keptBytes) {
    /** The program itself with its libraries' objects, and what drawing a report takes. Measured: 20 to 30 MB. */
    private static final long PROGRAM_BYTES = 32_000_000;

    /** So many of the nights with most people are estimated, where nights differ. */
    private static final int NIGHTS = 3;

    /** A run of one delivery. */
    public record Run(String delivery, MemoryEstimate memory) {
        private long bytes() {
            return MemoryPlan.bytes(memory);
        }
    }

    public MemoryPlan {
        runs = List.copyOf(runs);
    }

    /** @param threads with which the engine will be started; runs side by side have no more cells together */
    public static MemoryPlan of(Scenario scenario, List<String> deliveries, int threads) {
        List<Run> runs = new ArrayList<>();
        List<Integer> nights = largestNights(scenario);
        for (String delivery : deliveries) {
            runs.add(new Run(delivery, largest(scenario, delivery, nights)));
        }
        int replications = scenario.run().replications();
        long kept = runs.stream().mapToLong(run -> run.memory().bytesOfResult()).sum() * replications;
        int most = 0;
        long bytes = 0;
        for (int first = 0; first < runs.size(); first++) {
            List<Run> together = together(runs, first, replications * runs.size(), threads);
            most = Math.max(most, together.size());
            bytes = Math.max(bytes, together.stream().mapToLong(Run::bytes).sum());
        }
        return new MemoryPlan(runs, most, bytes, kept);
    }

    /** The nights with most people: memory goes with their number first of all. */
    private static List<Integer> largestNights(Scenario scenario) {
        if (scenario.nights().areCertain()) {
            return List.of(0);
        }
        Map<Integer, Integer> viewers = new HashMap<>();
        for (int night = 0; night < scenario.run().replications(); night++) {
            viewers.put(night, scenario.night(night).audience().viewers());
        }
        return viewers.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(night -> -viewers.get(night))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NIGHTS)
                .toList();
    }

    /** Of these nights the one that needs most; others are taken to need as much. */
    private static MemoryEstimate largest(Scenario scenario, String delivery, List<Integer> nights) {
        return nights.stream()
                .map(night -> MemoryEstimate.of(ScenarioCompiler.compile(scenario.night(night), delivery, night)))
                .max(Comparator.comparingLong(MemoryPlan::bytes))
                .orElseThrow();
    }

    private static long bytes(MemoryEstimate memory) {
        return memory.stateBytes() + memory.bytesForResult();
    }

    /** The runs that begin together when it is this one's turn: as many as there are threads for, and one at least. */
    private static List<Run> together(List<Run> runs, int first, int all, int threads) {
        List<Run> together = new ArrayList<>();
        int cells = 0;
        for (int i = 0; i < all; i++) {
            Run next = runs.get((first + i) % runs.size());
            cells += next.memory().cells();
            if (i > 0 && cells > threads) {
                break;
            }
            together.add(next);
        }
        return together;
    }

    /** Memory that the heap must have. */
    public long bytes() {
        return PROGRAM_BYTES + runningBytes + keptBytes;
    }

    public boolean fits(long heapBytes) {
        return bytes() <= heapBytes;
    }

    /** The run that needs most; null if there is none. */
    public Run largest() {
        Run largest = null;
        for (Run run : runs) {
            largest = largest == null || run.bytes() > largest.bytes() ? run : largest;
        }
        return largest;
    }

    /** Part of the audience that would fit into the heap; 0 if not even the program does. */
    public double shareThatFits(long heapBytes) {
        return Math.max(0, (double) (heapBytes - PROGRAM_BYTES) / Math.max(1, runningBytes + keptBytes));
    }
}
