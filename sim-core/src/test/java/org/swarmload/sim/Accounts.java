package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.sim.result.RunResult.Outcomes;
import org.swarmload.sim.result.RunResult.Traffic;

/** Audits the books of one run: whatever is told twice must be told alike. All findings are reported at once. */
final class Accounts {
    private static final double BPS_PER_BYTE_PER_MICRO = 8e6;
    private static final long BILL_MICROS = 300_000_000;

    private final ModelSpec spec;
    private final RunResult result;
    private final SoftAssertions books = new SoftAssertions();
    private final String who;

    Accounts(ModelSpec spec, RunResult result) {
        this.spec = spec;
        this.result = result;
        who = spec.deliveryName() + ", seed " + spec.seed() + ", "
                + result.engine().cells() + " cells, " + spec.faults().size() + " faults, until " + spec.endMicros()
                + " µs: ";
    }

    void check() {
        checkBytes(result.traffic());
        checkLedger(result.traffic());
        checkSeries(result.traffic());
        checkCapacities();
        checkOutages();
        checkViewers(result.outcomes());
        checkCauses(result.outcomes());
        books.assertAll();
    }

    private void equal(String what, long actual, long expected) {
        books.assertThat(actual).as(who + what).isEqualTo(expected);
    }

    private void checkBytes(Traffic t) {
        equal("received of origin", t.receivedFromOrigin(), t.originBytes());
        equal("received of edges", t.receivedFromEdges(), t.edgeBytes());
        equal("received of seeds", t.receivedFromSeeds(), t.seedBytes());
        equal("received of peers", t.receivedFromPeers(), t.peerBytes());
        equal("received of the shield", t.shieldFillBytes(), t.shieldBytes());
        long sent = t.originBytes() + t.shieldBytes() + t.edgeBytes() + t.seedBytes() + t.peerBytes();
        long fills = t.originFillBytes() + t.shieldFillBytes();
        equal("useful, lost and filling bytes", t.deliveredBytes() + t.overheadBytes() + fills, sent);
        books.assertThat(sent).as(who + "bytes sent").isPositive();
        books.assertThat(t.usefulPeerBytes()).as(who + "useful bytes of peers").isBetween(0L, t.peerBytes());
        books.assertThat(t.unplayedBytes()).as(who + "unplayed bytes").isBetween(0L, t.deliveredBytes());
        books.assertThat(t.originFillBytes()).as(who + "fill").isBetween(0L, t.originBytes());
    }

    private void checkLedger(Traffic t) {
        equal("ledger of origin", billed(payer -> payer.equals("origin")), t.originBytes());
        equal("ledger of the shield", billed(payer -> payer.equals("shield")), t.shieldBytes());
        equal("ledger of edges", billed(payer -> payer.startsWith("edge:")), t.edgeBytes());
        equal("ledger of seeds", billed(payer -> payer.equals("seeds")), t.seedBytes());
        equal("ledger of peers", billed(payer -> payer.equals("peers")), t.peerBytes());
        long requests = result.ledger().stream().mapToLong(LedgerLine::requests).sum();
        equal(
                "requests",
                requests,
                result.engine().peerTransfers() + result.engine().serverTransfers());
        for (LedgerLine line : result.ledger()) {
            boolean inOrder = line.binStartMicros() % BILL_MICROS == 0 && line.bytes() >= 0 && line.requests() >= 0;
            books.assertThat(inOrder).as(who + line).isTrue();
        }
    }

    private long billed(Predicate<String> payers) {
        return result.ledger().stream()
                .filter(line -> payers.test(line.payer()))
                .mapToLong(LedgerLine::bytes)
                .sum();
    }

    private void checkSeries(Traffic t) {
        equal("series of origin", total("origin-bytes"), t.originBytes());
        equal("series of edges", total("edge-bytes"), t.edgeBytes());
        equal("series of seeds", total("seed-bytes"), t.seedBytes());
        equal("series of peers", total("peer-bytes"), t.peerBytes());
        equal("series of attempts", total("attempts"), result.outcomes().attempts());
        equal("series of 503s", total("http-503"), result.outcomes().http503());
        result.series().columns().forEach(column -> {
            double least = Arrays.stream(column.values()).min().orElse(0);
            books.assertThat(least)
                    .as(who + "least bin of " + column.name())
                    .isGreaterThanOrEqualTo(column.name().endsWith("-bytes") ? -fractions() : 0);
        });
    }

    /** A transfer that breaks loses the fraction of a byte that was counted on its way; a viewer has two at a server. */
    private double fractions() {
        return 2.0 * spec.audience().viewers();
    }

    private long total(String column) {
        double sum = Arrays.stream(result.series().values(column)).sum();
        assertThat(sum).isLessThan(0x1p53);
        return (long) sum;
    }

    private void checkCapacities() {
        DeliverySpec delivery = spec.delivery();
        if (delivery.origin() != null) {
            checkBins("origin-bytes", delivery.origin().totalUplinkBps());
            checkBill("origin", delivery.origin().totalUplinkBps());
        }
        if (delivery.seeds() != null) {
            checkBins("seed-bytes", delivery.seeds().totalUplinkBps());
        }
        long edges = 0;
        for (DeliverySpec.Edge edge : delivery.edges()) {
            edges += edge.server().totalUplinkBps();
            checkBill("edge:" + edge.server().name(), edge.server().totalUplinkBps());
        }
        checkBins("edge-bytes", edges);
    }

    private void checkBins(String column, long bps) {
        double most = mostBytes(bps, result.series().binMicros());
        double[] bytes = result.series().values(column);
        for (int bin = 0; bin < bytes.length; bin++) {
            books.assertThat(bytes[bin]).as(who + column + " in bin " + bin).isLessThanOrEqualTo(most);
        }
    }

    private void checkBill(String payer, long bps) {
        for (LedgerLine line : result.ledger()) {
            if (line.payer().equals(payer)) {
                books.assertThat((double) line.bytes()).as(who + line).isLessThanOrEqualTo(mostBytes(bps, BILL_MICROS));
            }
        }
    }

    /**
     * What fits through in the time. In each cell bytes are rounded to whole ones at either end, and a transfer ends at a
     * whole microsecond: until then its part of the capacity counts as used.
     */
    private double mostBytes(long bps, long micros) {
        double rate = bps / BPS_PER_BYTE_PER_MICRO;
        return rate * (micros + 1) + 2.0 * result.engine().cells();
    }

    /** Nobody sends while it is down. */
    private void checkOutages() {
        for (FaultSpec fault : spec.faults()) {
            if (fault.part() < 1) {
                continue;
            }
            long bin = result.series().binMicros();
            int last = (int) Math.min(result.series().bins(), fault.endMicros() / bin);
            for (int b = (int) ((fault.atMicros() + bin - 1) / bin); b < last; b++) {
                for (String server : new String[] {"origin-bytes", "seed-bytes"}) {
                    books.assertThat(result.series().values(server)[b])
                            .as(who + server + " in bin " + b + " of the outage")
                            .isCloseTo(0, within(fractions()));
                }
            }
        }
    }

    private void checkViewers(Outcomes o) {
        equal("viewers", o.started() + o.startFailures() + o.exitsBeforeStart() + o.stillWaiting(), o.viewers());
        equal("attempts", o.admitted() + o.http503(), o.attempts());
        equal("start-up times", result.startupSeconds().count(), o.started());
        equal("stall times", result.stallSecondsPerViewer().count(), o.started());
        books.assertThat(result.stallSecondsPerViewer().sum())
                .as(who + "seconds stalled")
                .isCloseTo(o.stalledSeconds(), within(1e-6));
        books.assertThat(o.gaveUp()).as(who + "gave up").isBetween(0L, o.started());
        if (spec.endMicros()
                > spec.audience().unlockMicros() + 2 * spec.content().lengthMicros()) {
            equal("still waiting", o.stillWaiting(), 0);
        }
    }

    private void checkCauses(Outcomes o) {
        equal("causes of failures", (long) charged(Harm.START_FAILURE), o.startFailures());
        equal("causes of exits", (long) charged(Harm.EXIT_BEFORE_START), o.exitsBeforeStart());
        books.assertThat(charged(Harm.STALL_SECONDS))
                .as(who + "causes of stalls")
                .isCloseTo(o.stalledSeconds(), within(1e-6));
        double stalls = result.series().columns().stream()
                .filter(column -> column.name().startsWith("stall-seconds:"))
                .flatMapToDouble(column -> Arrays.stream(column.values()))
                .sum();
        books.assertThat(stalls).as(who + "series of stalls").isCloseTo(o.stalledSeconds(), within(1e-6));
    }

    private double charged(Harm harm) {
        return result.causes().stream()
                .filter(line -> line.harm() == harm)
                .mapToDouble(CauseLine::value)
                .sum();
    }
}
