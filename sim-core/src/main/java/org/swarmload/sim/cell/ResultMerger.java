package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.swarmload.sim.door.DoorFacts;
import org.swarmload.sim.door.DoorLevels;
import org.swarmload.sim.door.ServiceUse;
import org.swarmload.sim.kernel.Digest;
import org.swarmload.sim.kernel.Numbers;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.EngineFacts.RoundLengths;
import org.swarmload.sim.result.EngineFacts.WallTime;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.DoorCounts;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.result.RunResult.LevelFact;
import org.swarmload.sim.result.RunResult.Outcomes;
import org.swarmload.sim.result.RunResult.Traffic;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.sim.result.ViewerTable;

/** Makes one {@link RunResult} of the facts of the door and of all cells, taken in the order of cells. */
public final class ResultMerger {
    private static final double MICROS = 1e6;
    private static final long KBIT_MICROS_PER_BYTE = 8_000;
    private static final long LONG_STALL_MICROS = 60_000_000;

    private final CellPlan plan;
    private final List<CellResult> cells;
    private final DoorView door;

    /**
     * What the door found.
     *
     * @param levels how many there were at once at the door
     * @param use of each service, in their order
     * @param causes name of each cause code: services, the fault, then the causes of cells
     * @param waiting viewers inside the door at the end, at error pages too
     * @param waitsMicros from press to admission, one for each admission
     * @param waitOfViewer the same by viewer, of the last admission, -1 without one; empty unless the model keeps viewers
     */
    public record DoorView(
            DoorFacts facts,
            DoorLevels levels,
            List<ServiceUse> use,
            String[] causes,
            long waiting,
            long[] waitsMicros,
            long[] waitOfViewer,
            long digest,
            long events,
            long stateBytes,
            List<String> parts) {}

    /**
     * How the run went on this machine; not part of the digest but for the rounds.
     *
     * @param wallTime read when everything else is merged, since merging takes time too
     */
    public record Course(
            long endedAtMicros,
            boolean partial,
            int threadsUsed,
            long rounds,
            RoundLengths roundLengths,
            Supplier<WallTime> wallTime,
            List<String> parts) {}

    public ResultMerger(CellPlan plan, List<CellResult> cells, DoorView door) {
        this.plan = plan;
        this.cells = cells;
        this.door = door;
    }

    public RunResult merge(Course course) {
        Outcomes outcomes = outcomes();
        Traffic traffic = traffic(course);
        Distribution startup = distribution(viewerValues(v -> v.startupMicros, v -> v.startupMicros));
        Distribution stalls = distribution(viewerValues(v -> v.stallMicros, v -> v.startupMicros));
        Distribution completion = distribution(viewerValues(v -> v.completionMicros, v -> v.completionMicros));
        ResourceUse use = new ResourceUse(plan, door.use(), course.endedAtMicros());
        TimeSeries series = new RunSeries(plan, cells, door.facts(), use).until(course.endedAtMicros());
        FactLines lines = new FactLines(plan, cells, door);
        List<CauseLine> causes = lines.causes();
        return new RunResult(
                plan.spec.deliveryName(),
                plan.spec.seed(),
                plan.spec.replication(),
                course.partial(),
                digest(outcomes, traffic, List.of(startup, stalls, completion), course),
                outcomes,
                startup,
                stalls,
                distribution(door.waitsMicros()),
                completion,
                traffic,
                series,
                lines.ledger(course.endedAtMicros()),
                causes,
                levels(course, series, use),
                doorCounts(course),
                plan.spec.keepViewers() ? ViewerRows.of(plan, cells, door.waitOfViewer()) : ViewerTable.empty(),
                EngineLines.of(plan, cells, door, course));
    }

    private DoorCounts doorCounts(Course course) {
        DoorFacts facts = door.facts();
        return new DoorCounts(
                Math.max(0, course.endedAtMicros() - plan.spec.warmupMicros()) / MICROS,
                facts.attempts(),
                facts.http503(),
                facts.passes(),
                facts.firstCalls(),
                facts.firstRefused());
    }

    private long sum(FactLines.LedgerLong field) {
        return FactLines.sum(cells, field);
    }

    private Outcomes outcomes() {
        DoorFacts facts = door.facts();
        long stillStarting = cells.stream().mapToLong(CellResult::stillStarting).sum();
        long longStalls = 0;
        for (CellResult cell : cells) {
            Viewers viewers = cell.viewers();
            for (int v = 0; v < viewers.count; v++) {
                boolean isLong = viewers.stallMicros.get(v) > LONG_STALL_MICROS;
                longStalls += isLong && plan.counts(viewers.number[v]) ? 1 : 0;
            }
        }
        return new Outcomes(
                facts.pressed(),
                sum(l -> l.started),
                facts.startFailures() + sum(l -> harm(l, Harm.START_FAILURE)),
                facts.exitsBeforeStart() + sum(l -> harm(l, Harm.EXIT_BEFORE_START)),
                door.waiting() + stillStarting,
                facts.attempts() + sum(l -> l.attempts - l.warmupAttempts),
                facts.admitted() + sum(l -> l.admitted - l.warmupAdmitted),
                facts.http503() + sum(l -> l.http503 - l.warmupHttp503),
                sum(l -> l.stallEvents - l.warmupStallEvents),
                longStalls,
                sum(l -> l.gaveUp),
                sum(l -> l.playedMicros - l.skippedMicros) / MICROS,
                sum(l -> l.stalledMicros) / MICROS,
                sum(l -> l.skippedMicros) / MICROS);
    }

    private static long harm(CellLedger ledger, Harm kind) {
        return Arrays.stream(ledger.harm[kind.ordinal()]).sum();
    }

    private Traffic traffic(Course course) {
        return new Traffic(
                sent(CellPlan.Role.ORIGIN),
                sent(CellPlan.Role.EDGE),
                sent(CellPlan.Role.SEEDS),
                sum(l -> l.sentByPeers),
                received(CellPlan.Role.ORIGIN),
                received(CellPlan.Role.EDGE),
                received(CellPlan.Role.SEEDS),
                sum(l -> l.receivedFromPeers),
                sum(l -> l.delivered),
                sum(l -> l.overhead),
                sum(l -> l.usefulFromPeers),
                sum(l -> l.unplayed),
                filledBy(CellPlan.Role.ORIGIN),
                sum(l -> l.uplinkKbps.integral(course.endedAtMicros()) / KBIT_MICROS_PER_BYTE),
                sent(CellPlan.Role.SHIELD),
                filledBy(CellPlan.Role.SHIELD),
                sumOver(CellPlan.Role.EDGE, (l, s) -> l.cacheRequests[s]),
                sumOver(CellPlan.Role.EDGE, (l, s) -> l.cacheFills[s]));
    }

    private List<LevelFact> levels(Course course, TimeSeries series, ResourceUse use) {
        List<LevelFact> levels =
                new ArrayList<>(new LevelFacts(plan, cells, door.levels(), course.endedAtMicros()).facts(series));
        levels.addAll(new LinkUse(plan, cells, use, course.endedAtMicros()).levels());
        return levels;
    }

    private long filledBy(CellPlan.Role role) {
        return sumOver(role, (l, s) -> l.filledByServer[s]);
    }

    private long sent(CellPlan.Role role) {
        return sumOver(role, (l, s) -> l.sentByServer[s]);
    }

    private long received(CellPlan.Role role) {
        return sumOver(role, (l, s) -> l.receivedFromServer[s]);
    }

    private interface ServerLong {
        long of(CellLedger ledger, int server);
    }

    private long sumOver(CellPlan.Role role, ServerLong field) {
        long sum = 0;
        for (int s = 0; s < plan.servers(); s++) {
            if (plan.role(s) == role) {
                int server = s;
                sum += sum(l -> field.of(l, server));
            }
        }
        return sum;
    }

    private interface ViewerNumbers {
        Numbers of(Viewers viewers);
    }

    /** Values of those viewers who are counted and for whom something happened: another value is not negative. */
    private long[] viewerValues(ViewerNumbers field, ViewerNumbers happened) {
        long[] values = new long[plan.audience.viewers()];
        int at = 0;
        for (CellResult cell : cells) {
            Numbers when = happened.of(cell.viewers());
            for (int v = 0; v < when.size(); v++) {
                if (when.get(v) >= 0 && plan.counts(cell.viewers().number[v])) {
                    values[at++] = field.of(cell.viewers()).get(v);
                }
            }
        }
        return Arrays.copyOf(values, at);
    }

    /** Exact nearest-rank quantiles. */
    private static Distribution distribution(long[] micros) {
        if (micros.length == 0) {
            return Distribution.empty();
        }
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        double[] quantiles = new double[Distribution.POINTS];
        for (int i = 0; i < quantiles.length; i++) {
            long rank = (i * (long) sorted.length + quantiles.length - 2) / (quantiles.length - 1);
            quantiles[i] = sorted[(int) Math.max(0, rank - 1)] / MICROS;
        }
        long sum = Arrays.stream(sorted).sum();
        return new Distribution(
                sorted.length, sum / MICROS, sorted[0] / MICROS, sorted[sorted.length - 1] / MICROS, quantiles);
    }

    private long digest(Outcomes o, Traffic t, List<Distribution> distributions, Course course) {
        long digest = Digest.mix(door.digest(), course.rounds());
        for (CellResult cell : cells) {
            digest = Digest.mix(digest, cell.digest());
        }
        long[] counts = {
            o.viewers(), o.started(), o.startFailures(), o.exitsBeforeStart(), o.stillWaiting(), o.attempts(),
            o.http503(), o.rebufferingEvents(), o.stalledOver60s(), o.gaveUp(), t.originBytes(), t.edgeBytes(),
            t.seedBytes(), t.peerBytes(), t.deliveredBytes(), t.overheadBytes(), t.unplayedBytes()
        };
        for (long count : counts) {
            digest = Digest.mix(digest, count);
        }
        digest = Digest.mix(Digest.mix(digest, o.playedSeconds()), o.stalledSeconds());
        for (Distribution distribution : distributions) {
            if (distribution.count() == 0) {
                continue;
            }
            for (double quantile : distribution.quantiles()) {
                digest = Digest.mix(digest, quantile);
            }
        }
        return digest;
    }
}
