package org.swarmload.realswarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.swarmload.sim.actors.SimulationEngine;

/**
 * One regime and picker: what was measured, and what the simulator says of the same swarms. Each measured run is
 * simulated with its own admissions, several times.
 *
 * @param simulated seconds from admission to the last piece: measured run, replication, leecher
 */
record Comparison(List<MeasuredRun> runs, List<List<double[]>> simulated, double boundSeconds) {
    /** Of acceptance: 10 % of the measured value, or twice the spread of runs. */
    private static final double TOLERANCE = 0.1;

    enum Quantity {
        MEDIAN("median"),
        LAST("last");

        final String word;

        Quantity(String word) {
            this.word = word;
        }
    }

    Comparison {
        runs = List.copyOf(runs);
        simulated = List.copyOf(simulated);
    }

    static Comparison of(List<MeasuredRun> runs, int replications, SimulationEngine engine, java.nio.file.Path folder) {
        List<List<double[]>> simulated = new ArrayList<>();
        double bound = 0;
        for (MeasuredRun run : runs) {
            SimulatedSwarm swarm = SimulatedSwarm.of(run);
            List<double[]> ofRun = new ArrayList<>();
            for (int replication = 0; replication < replications; replication++) {
                ofRun.add(swarm.simulate(engine, folder, replication));
            }
            simulated.add(ofRun);
            bound = swarm.boundSeconds();
        }
        return new Comparison(runs, simulated, bound);
    }

    Measurement what() {
        return runs.get(0).what();
    }

    /** The measured value of each run. */
    double[] real(Quantity quantity) {
        ToDoubleFunction<MeasuredRun> of = quantity == Quantity.MEDIAN ? MeasuredRun::median : MeasuredRun::last;
        return runs.stream().mapToDouble(of).toArray();
    }

    /** The simulated value of each run and replication. */
    double[] simulated(Quantity quantity) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            for (double[] seconds : simulated.get(i)) {
                all.add(quantity == Quantity.MEDIAN ? Statistics.median(seconds) : last(runs.get(i), seconds));
            }
        }
        return all.stream().mapToDouble(value -> value).toArray();
    }

    private static double last(MeasuredRun run, double[] seconds) {
        double last = 0;
        for (int i = 0; i < seconds.length; i++) {
            last = Math.max(last, run.leechers().get(i).admittedMillis() / 1000.0 + seconds[i]);
        }
        return last;
    }

    /** Simulated / measured - 1, of means. */
    double difference(Quantity quantity) {
        return Statistics.mean(simulated(quantity)) / Statistics.mean(real(quantity)) - 1;
    }

    /** By how much the two may differ. */
    double allowed(Quantity quantity) {
        double[] real = real(quantity);
        return Math.max(TOLERANCE, 2 * Statistics.deviation(real) / Statistics.mean(real));
    }

    boolean within(Quantity quantity) {
        return Math.abs(difference(quantity)) <= allowed(quantity);
    }

    /** The same difference of Kumar and Ross's bound. */
    double boundDifference(Quantity quantity) {
        return boundSeconds / Statistics.mean(real(quantity)) - 1;
    }

    /** Rank correlation of leechers' mean times, measured and simulated. */
    double rankCorrelation() {
        int leechers = what().regime().leechers();
        double[] real = new double[leechers];
        double[] model = new double[leechers];
        for (int i = 0; i < runs.size(); i++) {
            add(runs.get(i).seconds(), real);
            simulated.get(i).forEach(seconds -> add(seconds, model));
        }
        return Statistics.rankCorrelation(real, model);
    }

    /** Mean rank correlation of measured runs with each other: what a perfect model of the mean could reach at most. */
    double rankCorrelationOfRuns() {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            for (int j = 0; j < i; j++) {
                all.add(Statistics.rankCorrelation(
                        runs.get(i).seconds(), runs.get(j).seconds()));
            }
        }
        return all.isEmpty()
                ? Double.NaN
                : Statistics.mean(all.stream().mapToDouble(value -> value).toArray());
    }

    private static void add(double[] values, double[] sum) {
        for (int i = 0; i < values.length; i++) {
            sum[i] += values[i];
        }
    }

    /** The greatest share of the processors that a run took. */
    double cpuShare() {
        return runs.stream().mapToDouble(MeasuredRun::cpuShare).max().orElseThrow();
    }

    double wastedShare() {
        return Statistics.mean(
                runs.stream().mapToDouble(MeasuredRun::wastedShare).toArray());
    }

    /** How often the seed sent the file. */
    double seedCopies() {
        return Arrays.stream(runs.stream().mapToLong(MeasuredRun::seedSent).toArray())
                        .average()
                        .orElseThrow()
                / what().regime().fileBytes();
    }
}
