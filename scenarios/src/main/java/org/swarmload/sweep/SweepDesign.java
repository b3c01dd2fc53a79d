package org.swarmload.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.Unknown;
import org.swarmload.yaml.Assignment;
import org.swarmload.yaml.ScenarioReader;
import org.swarmload.yaml.Vary;

/**
 * The points of a sweep, bound and ready to run, all with the same seed and number of replications.
 *
 * @param zip whether the n-th values of all that varies make a point; else every combination does, what is named first
 *     moving slowest
 * @param cells how crowds are cut
 */
public record SweepDesign(
        List<Vary> varies, boolean zip, List<String> deliveries, List<SweepPoint> points, CellRule cells) {
    /** More than these would be days of computing and a table that nobody reads. */
    public static final int MOST_POINTS = 1_000;

    public SweepDesign {
        varies = List.copyOf(varies);
        deliveries = List.copyOf(deliveries);
        points = List.copyOf(points);
    }

    /** A sweep that cannot be laid out as it was asked for; the message says why and what may help. */
    public static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Impossible(String message) {
            super(message);
        }
    }

    /** What the points are made from. */
    public record Source(String scenario, List<Path> overlays, List<String> sets) {
        public Source {
            overlays = List.copyOf(overlays);
            sets = List.copyOf(sets);
        }

        /** The scenario with such values laid over everything else. */
        public Scenario read(Collection<Assignment> values) {
            return read(List.of(List.copyOf(values))).get(0);
        }

        private List<Scenario> read(List<List<Assignment>> points) {
            return ScenarioReader.readAll(scenario, overlays, sets, points);
        }
    }

    /**
     * @param chosen deliveries to run, in any order; empty means all
     * @param version of the program: part of every stamp
     * @throws org.swarmload.yaml.ScenarioException with the problems of all points
     * @throws Impossible when values do not pair up, points are too many, or a delivery is not there
     */
    public static SweepDesign of(Source source, List<Vary> varies, boolean zip, List<String> chosen, String version) {
        List<List<String>> values = zip ? zipped(varies) : grid(varies);
        List<List<Assignment>> assignments =
                values.stream().map(point -> assignments(varies, point)).toList();
        List<Scenario> scenarios = source.read(assignments);
        List<String> deliveries = deliveries(scenarios, chosen);
        scenarios.forEach(scenario -> checkNotDrawn(scenario, varies));
        boolean cellsVary = varies.stream().anyMatch(vary -> vary.path().startsWith("engine"));
        CellRule cells = cellsVary ? CellRule.AS_WRITTEN : CellRule.of(scenarios, deliveries);
        if (cells.sets()) {
            List<List<Assignment>> fixed = new ArrayList<>();
            for (int i = 0; i < scenarios.size(); i++) {
                List<Assignment> all = new ArrayList<>(assignments.get(i));
                all.add(cells.assignment(scenarios.get(i), deliveries));
                fixed.add(all);
            }
            scenarios = source.read(fixed);
        }
        List<SweepPoint> points = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            points.add(SweepPoint.of(i, values.get(i), scenarios.get(i), deliveries, version));
        }
        return new SweepDesign(varies, zip, deliveries, points, cells);
    }

    /** What every night draws anew would hide what varies. */
    private static void checkNotDrawn(Scenario scenario, List<Vary> varies) {
        for (Vary vary : varies) {
            for (Unknown unknown : scenario.nights().unknowns()) {
                if (!unknown.times() && (vary.path() + ".").startsWith(unknown.path() + ".")) {
                    throw new Impossible(vary.option() + ": every night draws " + unknown.path()
                            + ", whatever is written there, because it is unknown.\nMaybe vary unknowns."
                            + unknown.path() + ", or take that away with --set 'unknowns." + unknown.path()
                            + "=!remove'.");
                }
            }
        }
    }

    private static List<Assignment> assignments(List<Vary> varies, List<String> point) {
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < varies.size(); i++) {
            assignments.add(new Assignment(varies.get(i).option(), varies.get(i).path(), point.get(i)));
        }
        return assignments;
    }

    private static List<List<String>> zipped(List<Vary> varies) {
        int length = varies.get(0).values().size();
        for (Vary vary : varies) {
            if (vary.values().size() != length) {
                throw new Impossible("--zip: " + varies.get(0).path() + " has " + length + " values and " + vary.path()
                        + " has " + vary.values().size()
                        + ".\nMaybe give both equally many, or leave --zip out for every combination.");
            }
        }
        List<List<String>> points = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int place = i;
            points.add(
                    varies.stream().map(vary -> vary.values().get(place).text()).toList());
        }
        return points;
    }

    private static List<List<String>> grid(List<Vary> varies) {
        long count = 1;
        for (Vary vary : varies) {
            count = Math.min(1L << 40, count * vary.values().size());
        }
        if (count > MOST_POINTS) {
            throw new Impossible("Every combination of these values makes " + count + " points; at most " + MOST_POINTS
                    + " are run.\nMaybe take larger steps, or pair the values up with --zip.");
        }
        List<List<String>> points = List.of(List.of());
        for (Vary vary : varies) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> point : points) {
                for (Vary.Value value : vary.values()) {
                    List<String> next = new ArrayList<>(point);
                    next.add(value.text());
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points;
    }

    private static List<String> deliveries(List<Scenario> scenarios, List<String> chosen) {
        List<String> names = List.copyOf(scenarios.get(0).deliveries().keySet());
        for (String delivery : chosen) {
            if (!names.contains(delivery)) {
                throw new Impossible("--deliveries: the scenario has no '" + delivery + "'.\nMaybe "
                        + String.join(", ", names) + ".");
            }
        }
        List<String> deliveries = names.stream()
                .filter(name -> chosen.isEmpty() || chosen.contains(name))
                .toList();
        if (deliveries.isEmpty()) {
            throw new Impossible("The scenario has no delivery to run.");
        }
        for (Scenario scenario : scenarios) {
            if (!scenario.deliveries().keySet().containsAll(deliveries)) {
                throw new Impossible("Not every point has the deliveries " + String.join(", ", deliveries)
                        + ".\nMaybe choose with --deliveries those that all of them have.");
            }
        }
        return deliveries;
    }

    /** Simulations of the whole sweep. */
    public int runs() {
        return points.size() * deliveries.size() * replications();
    }

    public int replications() {
        return points.get(0).scenario().run().replications();
    }
}
