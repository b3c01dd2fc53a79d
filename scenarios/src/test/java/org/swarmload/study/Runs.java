package org.swarmload.study;

import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.EngineFacts;
import org.swarmload.sim.result.EngineFacts.RoundLengths;
import org.swarmload.sim.result.EngineFacts.WallTime;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.sim.result.ViewerTable;

/** Made-up run results whose figures are easy to follow. */
final class Runs {
    private static final long BIN = 300_000_000L;

    private Runs() {}

    static RunResult run(String delivery, int replication) {
        return run(delivery, replication, 10, 3);
    }

    static RunResult of(ModelSpec spec, boolean partial) {
        RunResult run = run(spec.deliveryName(), spec.replication());
        return new RunResult(
                run.delivery(),
                spec.seed(),
                run.replication(),
                partial,
                spec.deliveryName().hashCode() * 31L + spec.replication(),
                run.outcomes(),
                run.startupSeconds(),
                run.stallSecondsPerViewer(),
                run.frontDoorWaitSeconds(),
                run.completionSeconds(),
                run.traffic(),
                run.series(),
                run.ledger(),
                run.causes(),
                run.levels(),
                run.frontDoor(),
                run.viewers(),
                run.engine());
    }

    /** The same run with so many viewers at the end of each bin. */
    static RunResult withConcurrency(RunResult run, double... viewers) {
        return new RunResult(
                run.delivery(),
                run.seed(),
                run.replication(),
                run.partial(),
                run.digest(),
                run.outcomes(),
                run.startupSeconds(),
                run.stallSecondsPerViewer(),
                run.frontDoorWaitSeconds(),
                run.completionSeconds(),
                run.traffic(),
                new TimeSeries(10_000_000, List.of(new TimeSeries.Column("concurrent-viewers", viewers))),
                run.ledger(),
                run.causes(),
                run.levels(),
                run.frontDoor(),
                run.viewers(),
                run.engine());
    }

    /** A run whose origin and seeds send that in each 10 s, all of it in the first 5 minutes. */
    static RunResult withoutEdges(double[] origin, double[] seeds) {
        RunResult run = run("own", 0);
        long byOrigin = (long) Arrays.stream(origin).sum();
        long bySeeds = (long) Arrays.stream(seeds).sum();
        return new RunResult(
                run.delivery(),
                run.seed(),
                run.replication(),
                run.partial(),
                run.digest(),
                run.outcomes(),
                run.startupSeconds(),
                run.stallSecondsPerViewer(),
                run.frontDoorWaitSeconds(),
                run.completionSeconds(),
                new RunResult.Traffic(
                        byOrigin,
                        0,
                        bySeeds,
                        0,
                        byOrigin,
                        0,
                        bySeeds,
                        0,
                        byOrigin + bySeeds,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0),
                new TimeSeries(
                        10_000_000,
                        List.of(
                                new TimeSeries.Column("origin-bytes", origin),
                                new TimeSeries.Column("seed-bytes", seeds))),
                List.of(
                        new RunResult.LedgerLine(0, "origin", byOrigin, 1),
                        new RunResult.LedgerLine(0, "seeds", bySeeds, 1)),
                run.causes(),
                run.levels(),
                run.frontDoor(),
                run.viewers(),
                run.engine());
    }

    /** The same run with a table of viewers. */
    static RunResult with(RunResult run, ViewerTable viewers) {
        return new RunResult(
                run.delivery(),
                run.seed(),
                run.replication(),
                run.partial(),
                run.digest(),
                run.outcomes(),
                run.startupSeconds(),
                run.stallSecondsPerViewer(),
                run.frontDoorWaitSeconds(),
                run.completionSeconds(),
                run.traffic(),
                run.series(),
                run.ledger(),
                run.causes(),
                run.levels(),
                run.frontDoor(),
                viewers,
                run.engine());
    }

    /** The same run with these levels and this account of the front door. */
    static RunResult withDoor(List<RunResult.LevelFact> levels, RunResult.DoorCounts door) {
        RunResult run = run("cdn", 0);
        return new RunResult(
                run.delivery(),
                run.seed(),
                run.replication(),
                run.partial(),
                run.digest(),
                run.outcomes(),
                run.startupSeconds(),
                run.stallSecondsPerViewer(),
                run.frontDoorWaitSeconds(),
                run.completionSeconds(),
                run.traffic(),
                run.series(),
                run.ledger(),
                run.causes(),
                levels,
                door,
                run.viewers(),
                run.engine());
    }

    /** 1,000 viewers; so many failures; everybody who starts does so after so many seconds. */
    static RunResult run(String delivery, int replication, long failures, double startup) {
        long started = 1_000 - failures;
        return new RunResult(
                delivery,
                1,
                replication,
                false,
                replication,
                new RunResult.Outcomes(
                        1_000, started, failures, 0, 0, 4_000, 3_000, 1_000, 40, 5, 0, 3_600_000, 36_000, 0),
                constant(started, startup),
                constant(1_000, 36),
                Distribution.empty(),
                Distribution.empty(),
                new RunResult.Traffic(
                        1_000, 2_000, 0, 1_100, 1_000, 2_000, 0, 1_100, 4_000, 100, 1_000, 10, 0, 0, 0, 0, 0, 0),
                new TimeSeries(
                        10_000_000,
                        List.of(
                                new TimeSeries.Column("concurrent-viewers", new double[] {10, 700, 30}),
                                new TimeSeries.Column("edge-bytes", new double[] {500, 1_250, 250}))),
                List.of(
                        new RunResult.LedgerLine(0, "edge:east", 600, 6),
                        new RunResult.LedgerLine(0, "edge:west", 900, 9),
                        new RunResult.LedgerLine(BIN, "edge:west", 500, 5),
                        new RunResult.LedgerLine(BIN, "origin", 1_000, 5)),
                List.of(),
                List.of(),
                new RunResult.DoorCounts(0, 0, 0, 0, 0, 0),
                ViewerTable.empty(),
                new EngineFacts(1, 1_000, 1, 1, RoundLengths.NONE, 1, 1, 1, 1, 1, 1, 1, 1, WallTime.NONE, List.of()));
    }

    private static Distribution constant(long count, double value) {
        double[] quantiles = new double[Distribution.POINTS];
        if (count == 0) {
            return Distribution.empty();
        }
        Arrays.fill(quantiles, value);
        return new Distribution(count, count * value, value, value, quantiles);
    }
}
