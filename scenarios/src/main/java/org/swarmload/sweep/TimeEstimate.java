package org.swarmload.sweep;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.yaml.Assignment;
import org.swarmload.yaml.ScenarioException;
import org.swarmload.yaml.ScenarioReader;

/**
 * How long a sweep will take, from a few small simulations on this machine.
 *
 * @param pilotViewers people of each of them
 * @param secondsPerViewer of one simulation with one thread, by delivery
 */
public record TimeEstimate(int pilotViewers, Map<String, Double> secondsPerViewer) {
    private static final int PILOT_VIEWERS = 2_000;

    /** Java compiles what it runs: the first viewers are slow. */
    private static final int WARM_UP_VIEWERS = 500;

    /**
     * Measures the smallest point's scenario, with fewer viewers where that is possible.
     *
     * @param seconds simulates a delivery of a scenario once and says how long it took with one thread
     */
    public static TimeEstimate measured(
            SweepDesign design, SweepDesign.Source source, ToDoubleBiFunction<Scenario, String> seconds) {
        SweepPoint smallest = design.points().stream()
                .min(Comparator.comparingInt(TimeEstimate::viewers))
                .orElseThrow();
        Scenario warmUp = shrunk(design, smallest, source, WARM_UP_VIEWERS);
        Scenario pilot = shrunk(design, smallest, source, PILOT_VIEWERS);
        measured(warmUp, design.deliveries(), seconds);
        return measured(pilot, design.deliveries(), seconds);
    }

    private static TimeEstimate measured(
            Scenario scenario, List<String> deliveries, ToDoubleBiFunction<Scenario, String> seconds) {
        int people = Math.max(1, scenario.audience().viewers());
        Map<String, Double> perViewer = new LinkedHashMap<>();
        for (String delivery : deliveries) {
            perViewer.put(delivery, seconds.applyAsDouble(scenario, delivery) / people);
        }
        return new TimeEstimate(people, perViewer);
    }

    /** With everything as it is written. The point's own scenario if its people are counted one by one, so that there cannot be fewer. */
    private static Scenario shrunk(SweepDesign design, SweepPoint point, SweepDesign.Source source, int viewers) {
        if (viewers(point) <= viewers) {
            return point.scenario();
        }
        List<Assignment> values = new java.util.ArrayList<>();
        for (int i = 0; i < design.varies().size(); i++) {
            values.add(new Assignment(
                    "pilot", design.varies().get(i).path(), point.values().get(i)));
        }
        values.add(new Assignment("pilot", "audience.viewers", Integer.toString(viewers)));
        values.add(new Assignment("pilot", "unknowns", "{}"));
        try {
            return ScenarioReader.readAll(source.scenario(), source.overlays(), source.sets(), List.of(values))
                    .get(0);
        } catch (ScenarioException e) {
            return point.scenario();
        }
    }

    private static int viewers(SweepPoint point) {
        return point.scenario().audience().viewers();
    }

    /** Of these points, one after the other: none is shorter than its longest run, and a cell has one thread. */
    public double seconds(List<SweepPoint> points, int threads) {
        double sum = 0;
        for (SweepPoint point : points) {
            double all = 0;
            double longest = 0;
            for (Map.Entry<String, Double> perViewer : secondsPerViewer.entrySet()) {
                double run = perViewer.getValue() * viewers(point);
                int cells = ScenarioCompiler.compile(point.scenario(), perViewer.getKey(), 0)
                        .cells();
                all += run * point.scenario().run().replications();
                longest = Math.max(longest, run / Math.min(threads, cells));
            }
            sum += Math.max(all / threads, longest);
        }
        return sum;
    }
}
