package org.swarmload.accuracy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.swarmload.sim.result.RunResult;

/**
 * What the replications of one mode measured; the results themselves, which are large, are let go.
 *
 * @param values in the order of the replications
 */
record Sample(int cells, Map<Measured, double[]> values) {
    static Sample of(List<RunResult> runs) {
        Map<Measured, double[]> values = new EnumMap<>(Measured.class);
        for (Measured measured : Measured.values()) {
            values.put(measured, runs.stream().mapToDouble(measured::of).toArray());
        }
        return new Sample(runs.get(0).engine().cells(), values);
    }

    double[] values(Measured measured) {
        return values.get(measured);
    }
}
