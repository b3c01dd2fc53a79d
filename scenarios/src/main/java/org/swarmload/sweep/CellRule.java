package org.swarmload.sweep;

import java.util.List;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.yaml.Assignment;

/**
 * How the crowds of a sweep's points are cut, so that points differ by what varies and not by the cut as well: the viewers
 * per cell of the largest point hold for every point.
 *
 * @param viewersPerCell 0 leaves every point as its scenario says
 */
public record CellRule(double viewersPerCell) {
    /** The planner chose the cells, or {@code auto} cuts every point alike. */
    static final CellRule AS_WRITTEN = new CellRule(0);

    /** For these points alone: where {@code auto} gives the same, it stays. */
    static CellRule of(List<Scenario> points, List<String> deliveries) {
        CellRule rule = ofLargest(points, deliveries);
        boolean alike = points.stream().allMatch(point -> rule.agreesWithAuto(point, deliveries));
        return rule.sets() && alike ? AS_WRITTEN : rule;
    }

    /** For further points too, none of them larger. */
    public static CellRule ofLargest(List<Scenario> points, List<String> deliveries) {
        if (points.stream().anyMatch(point -> point.engine().cells() != EngineSpec.AUTO)) {
            return AS_WRITTEN;
        }
        Scenario largest = points.get(0);
        for (Scenario point : points) {
            largest = point.audience().viewers() > largest.audience().viewers() ? point : largest;
        }
        return new CellRule(viewersPerCell(largest, deliveries));
    }

    /** Of the delivery with fewest cells: the larger a cell, the nearer to one exact timeline. */
    private static double viewersPerCell(Scenario largest, List<String> deliveries) {
        double most = 0;
        for (String delivery : deliveries) {
            ModelSpec spec = ScenarioCompiler.compile(largest, delivery, 0);
            if (!spec.isFileSwarm()) {
                most = Math.max(most, (double) spec.audience().viewers() / spec.cells());
            }
        }
        // People who download from each other are one cell, whatever is asked for.
        return most == 0 ? Double.POSITIVE_INFINITY : most;
    }

    private boolean agreesWithAuto(Scenario point, List<String> deliveries) {
        if (!sets()) {
            return true;
        }
        for (String delivery : deliveries) {
            ModelSpec spec = ScenarioCompiler.compile(point, delivery, 0);
            if (!spec.isFileSwarm() && spec.cells() != cells(spec.audience().viewers())) {
                return false;
            }
        }
        return true;
    }

    private int cells(int viewers) {
        return Math.max(1, (int) Math.round(viewers / viewersPerCell));
    }

    /** Whether points get a number of cells that their scenario does not say. */
    public boolean sets() {
        return viewersPerCell > 0;
    }

    /** What gives a point its cells; only where {@link #sets}. */
    public Assignment assignment(Scenario point, List<String> deliveries) {
        int viewers =
                ScenarioCompiler.compile(point, deliveries.get(0), 0).audience().viewers();
        return new Assignment("cells of the largest point", "engine.cells", Integer.toString(cells(viewers)));
    }
}
