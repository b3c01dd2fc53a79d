package org.swarmload.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.swarmload.scenario.ArrivalDef;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Scenario;
import org.swarmload.sweep.CellRule;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.yaml.Assignment;
import org.swarmload.yaml.Vary;

/**
 * Which audiences are run first, and how any other one is made.
 *
 * @param sweep the ladder as a sweep over {@code audience.viewers}
 * @param cells every crowd is cut as that of the largest audience is
 * @param written the audience that the scenario says
 * @param within a limit is known when the audience at which it happens is at most this part above one at which it does not
 */
public record LimitsDesign(SweepDesign.Source source, SweepDesign sweep, CellRule cells, int written, double within) {
    private static final String VIEWERS = "audience.viewers";
    private static final int DOWN = 4;
    private static final int UP = 8;

    /**
     * Which part of the axis is looked at.
     *
     * @param from smallest audience; null is a quarter of the written one
     * @param to largest audience; null is eight times the written one, or {@code most}
     * @param most of what fits, if {@code to} is not said
     */
    public record Span(Integer from, Integer to, int most) {}

    /**
     * @param chosen deliveries to run; empty means the one that decides
     * @param version of the program
     * @throws SweepDesign.Impossible when the audience cannot be scaled, or the span is empty
     * @throws org.swarmload.yaml.ScenarioException when the scenario, or one of the ladder's, has problems
     */
    public static LimitsDesign of(
            SweepDesign.Source source,
            Scenario scenario,
            List<String> chosen,
            Span span,
            double within,
            String version) {
        checkScalable(scenario.audience());
        int written = scenario.audience().viewers();
        List<String> deliveries = chosen.isEmpty() ? List.of(decides(scenario)) : chosen;
        List<Vary.Value> values = ladder(written, span).stream()
                .map(audience -> new Vary.Value(Integer.toString(audience), (double) audience))
                .toList();
        Vary vary = new Vary("--from, --to", VIEWERS, values, Vary.Scale.GEOMETRIC);
        SweepDesign sweep = SweepDesign.of(source, List.of(vary), false, deliveries, version);
        Assignment largest = new Assignment(
                vary.option(), VIEWERS, values.get(values.size() - 1).text());
        CellRule cells = CellRule.ofLargest(List.of(source.read(List.of(largest))), deliveries);
        return new LimitsDesign(source, sweep, cells, written, within);
    }

    private static String decides(Scenario scenario) {
        return scenario.deliveries().containsKey(scenario.decide())
                ? scenario.decide()
                : scenario.deliveries().keySet().iterator().next();
    }

    private static void checkScalable(Audience audience) {
        boolean shares =
                audience.initialViewers() == 0 && audience.arrivals().stream().allMatch(ArrivalDef::isShared);
        if (!shares || audience.dealt() < 1) {
            throw new SweepDesign.Impossible(
                    "The audience of this scenario cannot be scaled: some of its people come by a number or a rate of "
                            + "their own, or are there from the beginning, and would stay as few as before.\n"
                            + "Maybe write audience.viewers and give every arrival a share.");
        }
    }

    private static List<Integer> ladder(int written, Span span) {
        int from = span.from() == null ? Math.max(1, written / DOWN) : span.from();
        int to = span.to() == null ? (int) Math.min(span.most(), (long) UP * written) : span.to();
        if (from >= to) {
            throw new SweepDesign.Impossible("From " + from + " to " + to
                    + " viewers there is nothing to look for.\nMaybe set --from below --to.");
        }
        TreeSet<Integer> ladder = new TreeSet<>(List.of(from, to));
        for (long audience = written; audience < to; audience *= 2) {
            ladder.add((int) Math.max(from, audience));
        }
        for (long audience = written; audience > from; audience /= 2) {
            ladder.add((int) Math.min(to, audience));
        }
        return List.copyOf(ladder);
    }

    /** Audiences of the ladder, ascending. */
    public List<Integer> ladder() {
        return sweep.points().stream()
                .map(point -> point.scenario().audience().viewers())
                .toList();
    }

    public List<String> deliveries() {
        return sweep.deliveries();
    }

    public int replications() {
        return sweep.replications();
    }

    /** The scenario with the smallest audience of the ladder: what all audiences have in common can be read off it. */
    public Scenario scenario() {
        return sweep.points().get(0).scenario();
    }

    /** The scenario with such an audience, cut as the largest one is. */
    public Scenario at(int audience) {
        List<Assignment> assignments = new ArrayList<>();
        assignments.add(new Assignment("the audience looked at", VIEWERS, Integer.toString(audience)));
        Scenario scenario = source.read(assignments);
        if (cells.sets()) {
            assignments.add(cells.assignment(scenario, deliveries()));
            scenario = source.read(assignments);
        }
        return scenario;
    }

    /** Whether the largest crowd, and so every one, is one cell. */
    public boolean oneCell() {
        return cells.sets() && cellsAt(ladder().get(ladder().size() - 1)) == 1;
    }

    /** {@code engine.cells} of that audience; 0 when the scenario decides. */
    public int cellsAt(int audience) {
        return cells.sets()
                ? Integer.parseInt(cells.assignment(at(audience), deliveries()).value())
                : 0;
    }
}
