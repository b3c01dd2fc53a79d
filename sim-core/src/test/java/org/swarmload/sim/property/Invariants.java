package org.swarmload.sim.property;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.sim.result.RunResult.Outcomes;
import org.swarmload.sim.result.RunResult.Traffic;

/**
 * What holds for every run whatever the scenario: senders and receivers, ledgers, series and totals, viewers and causes
 * tell the same; link capacities and files have their own classes.
 */
final class Invariants {
    private static final long BILL_MICROS = 300_000_000;

    private final ModelSpec spec;
    private final RunResult result;
    private final Findings findings = new Findings();
    private final boolean whole;

    private Invariants(ModelSpec spec, RunResult result) {
        this.spec = spec;
        this.result = result;
        whole = spec.warmupMicros() == 0;
    }

    /** Everything that does not hold. */
    static List<String> broken(ModelSpec spec, RunResult result) {
        Invariants invariants = new Invariants(spec, result);
        Audience audience = new Audience(spec);
        invariants.bytes(result.traffic());
        invariants.ledger(result.traffic());
        invariants.series(result.traffic());
        invariants.viewers(result.outcomes(), audience);
        invariants.causes(result.outcomes());
        invariants.resources(result.outcomes());
        invariants.littlesLaw(result.outcomes());
        invariants.wholeSessions(result.outcomes(), audience);
        new Capacities(spec, result, invariants.findings).check();
        if (spec.content().isFile()) {
            new FileFacts(spec, result, audience, invariants.findings).check();
        }
        return invariants.findings.all();
    }

    private void bytes(Traffic t) {
        findings.equal("received of origin", t.receivedFromOrigin(), t.originBytes());
        findings.equal("received of edges", t.receivedFromEdges(), t.edgeBytes());
        findings.equal("received of seeds", t.receivedFromSeeds(), t.seedBytes());
        findings.equal("received of peers", t.receivedFromPeers(), t.peerBytes());
        findings.equal("received of the shield", t.shieldFillBytes(), t.shieldBytes());
        long sent = t.originBytes() + t.shieldBytes() + t.edgeBytes() + t.seedBytes() + t.peerBytes();
        long fills = t.originFillBytes() + t.shieldFillBytes();
        findings.equal("delivered + overhead + fills = sent", t.deliveredBytes() + t.overheadBytes() + fills, sent);
        findings.atMost("useful bytes of peers", t.usefulPeerBytes(), t.peerBytes());
        findings.atMost("unplayed bytes", t.unplayedBytes(), t.deliveredBytes());
        findings.atMost("fills of the origin", t.originFillBytes(), t.originBytes());
        if (whole) {
            findings.atMost("fills that edges began", t.cacheFills(), t.cacheRequests());
        }
        long least = Math.min(Math.min(t.unplayedBytes(), t.overheadBytes()), Math.min(t.usefulPeerBytes(), fills));
        findings.require(least >= 0, "nothing is negative", String.valueOf(t));
    }

    private void ledger(Traffic t) {
        findings.equal("ledger of origin", billed(payer -> payer.equals("origin")), t.originBytes());
        findings.equal("ledger of the shield", billed(payer -> payer.equals("shield")), t.shieldBytes());
        findings.equal("ledger of edges", billed(payer -> payer.startsWith("edge:")), t.edgeBytes());
        findings.equal("ledger of seeds", billed(payer -> payer.equals("seeds")), t.seedBytes());
        findings.equal("ledger of peers", billed(payer -> payer.equals("peers")), t.peerBytes());
        long requests = result.ledger().stream().mapToLong(LedgerLine::requests).sum();
        long transfers = result.engine().peerTransfers() + result.engine().serverTransfers();
        findings.equal("requests in the ledger", requests, transfers);
        for (LedgerLine line : result.ledger()) {
            boolean inOrder = line.binStartMicros() % BILL_MICROS == 0 && line.bytes() >= 0 && line.requests() >= 0;
            findings.require(inOrder, "lines of the ledger", line.toString());
        }
    }

    private long billed(Predicate<String> payers) {
        return result.ledger().stream()
                .filter(line -> payers.test(line.payer()))
                .mapToLong(LedgerLine::bytes)
                .sum();
    }

    private void series(Traffic t) {
        findings.equal("series of origin", total("origin-bytes"), t.originBytes());
        findings.equal("series of edges", total("edge-bytes"), t.edgeBytes());
        findings.equal("series of seeds", total("seed-bytes"), t.seedBytes());
        findings.equal("series of peers", total("peer-bytes"), t.peerBytes());
        if (spec.delivery().shield() != null) {
            findings.equal("series of the shield", total("shield-bytes"), t.shieldBytes());
        }
        if (whole) {
            findings.equal(
                    "series of attempts", total("attempts"), result.outcomes().attempts());
            findings.equal(
                    "series of 503s", total("http-503"), result.outcomes().http503());
        }
        findings.atMost("503s of all time", total("http-503"), total("attempts"));
        for (var column : result.series().columns()) {
            // A transfer that breaks loses the fraction of a byte that was counted on its way.
            double least = column.name().endsWith("-bytes")
                    ? -2.0 * spec.audience().viewers()
                    : column.name().startsWith("use:") ? -1e-3 : 0;
            double actual = Arrays.stream(column.values()).min().orElse(0);
            findings.require(actual >= least, "least bin of " + column.name(), String.valueOf(actual));
        }
    }

    /** What was used and refused of single resources, and who left when, tell the same as what is counted of all. */
    private void resources(Outcomes o) {
        findings.equal("series of failed starts", total("start-failures"), o.startFailures());
        findings.equal("series of exits", total("exits-before-start"), o.exitsBeforeStart());
        double refused = 0;
        for (var column : result.series().columns()) {
            refused += column.name().startsWith("refused:") ? total(column.name()) : 0;
            if (column.name().startsWith("use:door:") || column.name().startsWith("use:places:")) {
                double most = Arrays.stream(column.values()).max().orElse(0);
                findings.atMost("greatest " + column.name(), most, 1);
            }
        }
        findings.equal("503s of all resources", refused, total("http-503"));
        double work = 0;
        boolean unlimited = false;
        for (ServiceSpec service : spec.frontDoor()) {
            String column = "use:door:" + service.name();
            unlimited |= !result.series().has(column);
            for (double use : unlimited ? new double[0] : result.series().values(column)) {
                work += use * service.servers() * result.series().binMicros() / 1e6;
            }
        }
        long end = endedMicros() / result.series().binMicros() * result.series().binMicros();
        if (whole && !unlimited && end == endedMicros()) {
            findings.near("work of all services", work, level("front-door-busy") * end / 1e6, 1e-9, 1e-5);
        }
    }

    private double total(String column) {
        return Arrays.stream(result.series().values(column)).sum();
    }

    /** People who had the whole file at the beginning: they have nothing to download, and no time for it. */
    private long wholeAtStart(Audience audience) {
        boolean counted = spec.content().isFile() && spec.warmupMicros() == 0;
        long whole = 0;
        for (int v = 0; counted && v < audience.initialViewers(); v++) {
            int who = v;
            whole += IntStream.range(0, spec.content().pieces()).allMatch(p -> audience.holdsAtStart(who, p)) ? 1 : 0;
        }
        return whole;
    }

    private void viewers(Outcomes o, Audience audience) {
        long sum = o.started() + o.startFailures() + o.exitsBeforeStart() + o.stillWaiting();
        findings.equal("viewers = started + failures + exits + waiting", sum, o.viewers());
        findings.equal("attempts = admitted + 503s", o.admitted() + o.http503(), o.attempts());
        boolean file = spec.content().isFile();
        long finished = file
                ? result.completionSeconds().count()
                : result.startupSeconds().count();
        findings.equal("times of those who started", finished + wholeAtStart(audience), o.started());
        findings.equal(
                "stall times",
                result.stallSecondsPerViewer().count(),
                result.startupSeconds().count());
        findings.atMost("gave up", o.gaveUp(), o.started());
        long ended = endedMicros();
        if (ended > spec.warmupMicros()) {
            long pressed = 0;
            for (int v = 0; v < audience.viewers(); v++) {
                long press = audience.pressMicros(v);
                pressed += press >= spec.warmupMicros() && press < ended ? 1 : 0;
            }
            findings.equal("viewers who pressed play", o.viewers(), pressed);
        }
    }

    private long endedMicros() {
        return spec.warmupMicros() + Math.round(result.frontDoor().seconds() * 1e6);
    }

    private void causes(Outcomes o) {
        findings.equal("causes of failures", charged(Harm.START_FAILURE), o.startFailures());
        findings.equal("causes of exits", charged(Harm.EXIT_BEFORE_START), o.exitsBeforeStart());
        findings.near("causes of stalls", charged(Harm.STALL_SECONDS), o.stalledSeconds(), 1e-9, 1e-6);
        double stalls = result.series().columns().stream()
                .filter(column -> column.name().startsWith("stall-seconds:"))
                .flatMapToDouble(column -> Arrays.stream(column.values()))
                .sum();
        findings.near("series of stalls", stalls, o.stalledSeconds(), 1e-9, 1e-6);
        if (whole) {
            double each = result.stallSecondsPerViewer().sum();
            findings.near("stalls of viewers", each, o.stalledSeconds(), 1e-9, 1e-6);
        }
    }

    private double charged(Harm harm) {
        return result.causes().stream()
                .filter(line -> line.harm() == harm)
                .mapToDouble(CauseLine::value)
                .sum();
    }

    /** The integral of a level is the sum of the times that people spent in it, to the microsecond. */
    private void littlesLaw(Outcomes o) {
        double seconds = endedMicros() / 1e6;
        if (!whole || seconds == 0) {
            return;
        }
        double skipped = spec.player().skips() ? o.skippedSeconds() : 0;
        double watched = o.playedSeconds() + o.stalledSeconds() + skipped;
        if (!spec.content().isFile()) {
            findings.near("Little's law of watching", level("concurrent-viewers") * seconds, watched, 1e-9, 1e-5);
        }
        double waited = spec.content().isFile()
                ? result.completionSeconds().sum()
                : result.startupSeconds().sum();
        double waiting = level("waiting-viewers") * seconds;
        if (o.started() == o.viewers()) {
            findings.near("Little's law of waiting", waiting, waited, 1e-9, 1e-5);
        } else {
            findings.atMost("Little's law of waiting", waited, waiting + 1e-5);
        }
    }

    /** On demand, when everybody has started, nobody has given up and all are gone, all have seen what they meant to. */
    private void wholeSessions(Outcomes o, Audience audience) {
        boolean demand = !spec.content().isFile() && !spec.content().isLive();
        boolean gone = endedMicros() < spec.endMicros() && o.started() == audience.viewers();
        if (demand && whole && gone && o.gaveUp() == 0) {
            long sum = 0;
            for (int v = 0; v < audience.viewers(); v++) {
                sum += audience.stayMicros(v);
            }
            findings.near("sessions watched to their ends", o.playedSeconds(), sum / 1e6, 1e-9, 1e-5);
        }
    }

    private double level(String name) {
        return result.levels().stream()
                .filter(level -> level.name().equals(name))
                .mapToDouble(RunResult.LevelFact::mean)
                .sum();
    }
}
