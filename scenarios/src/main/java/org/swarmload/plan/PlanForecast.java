package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.scenario.PlanDef;
import org.swarmload.scenario.PlanDef.Ladder;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.RunNote;

/**
 * About how many simulations a plan takes and how long. The numbers of runs are those of a search without surprises; the
 * time of each comes from one run of the largest order on the crowd that is searched, which also tells whether there will
 * be a search at all. Nights without room take longer than that one, and searches see many of them.
 *
 * @param deliveries one for each, in the plan's order
 * @param seconds of all of it with so many threads
 */
public record PlanForecast(List<Part> deliveries, double seconds) {
    /** Orders around the guess, and two rounds of a step less on each ladder. */
    private static final int ROUNDS_AT_FULL_SIZE = 2;

    private static final int AROUND_A_GUESS = 4;
    private static final int CASES_OF_A_TORNADO = 11;
    private static final int CASES_OF_HEADROOM = 2;

    /**
     * Orders that fail simulate stalls, refusals and short rounds, and a run at the end of a batch has a thread to itself:
     * together, measured on premiere-night and the plans of the tests.
     */
    private static final double SURPRISES = 1.5;

    public PlanForecast {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * @param viewers of the crowd that is searched
     * @param smallRuns simulations of it
     * @param fullRuns simulations of everybody, where that is another crowd
     * @param secondsEach of a simulation of the crowd that is searched, with one thread
     */
    public record Part(
            String delivery, boolean largestHolds, int viewers, int smallRuns, int fullRuns, double secondsEach) {}

    /** Simulates a delivery once and says how long that took with one thread. */
    public interface Pilot {
        /** What it measured and the seconds that it took. */
        record Timed(RunNote note, double seconds) {}

        Timed run(Scenario scenario, String delivery);
    }

    public static PlanForecast of(Scenario scenario, int threads, Pilot pilot) {
        PlanDef def = scenario.plan();
        double factor = Candidate.factor(scenario);
        List<Part> parts = new ArrayList<>();
        double small = 0;
        double full = 0;
        boolean first = true;
        for (String delivery : def.deliveries()) {
            Space space = new Space(scenario, delivery);
            Scenario largest = SmallCrowd.of(space.scenario(space.largest()), factor);
            if (first) {
                // Java compiles what it runs: the first simulation is slow.
                pilot.run(largest, delivery);
            }
            Pilot.Timed timed = pilot.run(largest, delivery);
            boolean holds = !Judged.hopeless(largest, List.of(timed.note()), 1);
            Part part = part(scenario, space, factor, holds, first && holds, timed.seconds());
            first = first && !holds;
            parts.add(part);
            small += part.smallRuns() * timed.seconds();
            full += part.fullRuns() * timed.seconds() * factor;
        }
        return new PlanForecast(parts, SURPRISES * (small + full) / threads);
    }

    /** @param settled whether this one is taken to be recommended: only that one goes all the way */
    private static Part part(
            Scenario scenario, Space space, double factor, boolean holds, boolean settled, double seconds) {
        PlanDef def = scenario.plan();
        boolean everybody = factor == 1 || !scenario.nights().areCertain();
        int nights = everybody ? def.nights(scenario) : 1;
        int probes = 1;
        for (Ladder ladder : space.ladders()) {
            probes +=
                    Integer.SIZE - Integer.numberOfLeadingZeros(ladder.values().size() - 1);
        }
        int searched = holds ? (probes + 1) * (nights + 1) / 2 : nights;
        int ladders = space.ladders().size();
        int whatIf = settled ? CASES_OF_A_TORNADO : 0;
        int rest = settled ? def.nights(scenario) + CASES_OF_HEADROOM + 1 : 1;
        int settling =
                settled && !everybody ? AROUND_A_GUESS + ROUNDS_AT_FULL_SIZE * ladders + def.nights(scenario) : 0;
        int small = searched + whatIf + (factor == 1 ? rest : 0);
        int full = factor == 1 ? 0 : rest + settling;
        return new Part(
                space.delivery(),
                holds,
                factor == 1 ? scenario.audience().viewers() : def.screenViewers(),
                small,
                full,
                seconds);
    }
}
