package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.swarmload.scenario.PlanDef;
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
    /** Of everybody, around the small crowd's guess; most that fail end early and are not counted. */
    private static final int NARROWING = 5;

    private static final int CASES_OF_A_TORNADO = 11;
    private static final int CASES_OF_HEADROOM = 2;

    /**
     * Orders that are just enough simulate more stalls and short rounds than the largest one, two runs at once slow each other
     * down, and one at the end of a batch has a thread to itself: together, measured on premiere-night and the plans of tests.
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
        boolean everybody = factor > 1 && scenario.nights().areCertain();
        int nights = def.nights(scenario);
        int ladders = space.ladders().size();
        int rest = settled ? nights + CASES_OF_HEADROOM + 1 : 1;
        int small = (settled ? CASES_OF_A_TORNADO : 0) + (factor == 1 ? rest : 0);
        int full = factor == 1 ? 0 : rest;
        if (everybody) {
            small += holds ? 1 + 2 * halvings(space).max().orElse(0) : 0;
            // Of the single steps less, too, about half fail early.
            full += 1 + (settled ? NARROWING + 2 * nights + (ladders + 1) / 2 : 0);
        } else {
            small += holds ? (2 + halvings(space).sum()) * (nights + 1) / 2 : nights;
        }
        return new Part(
                space.delivery(),
                holds,
                factor == 1 ? scenario.audience().viewers() : def.screenViewers(),
                small,
                full,
                seconds);
    }

    /** Of each ladder, how often it has to be halved to know the least step. */
    private static IntStream halvings(Space space) {
        return space.ladders().stream()
                .mapToInt(ladder -> Integer.SIZE
                        - Integer.numberOfLeadingZeros(ladder.values().size() - 1));
    }
}
