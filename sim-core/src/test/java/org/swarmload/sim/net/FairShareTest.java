package org.swarmload.sim.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Both sharers against progressive filling, and the case O-01 of the validation plan to the microsecond. */
class FairShareTest {
    private static final int CASES = 1_000;
    private static final long SECOND = 1_000_000;

    /** 1, 4 and 20 Mbit/s, in bytes per microsecond. */
    private static final double[] O1_CAPS = {0.125, 0.5, 2.5};

    private static final double O1_CAPACITY = 1.25;
    private static final long O1_BYTES = 1_250_000;

    @Test
    void shouldShareAPortAsProgressiveFillingDoes() {
        for (long seed = 1; seed <= CASES; seed++) {
            FairShareCase plan = FairShareCase.of(seed, true);
            FairShareDriver.OfPort driver = new FairShareDriver.OfPort(plan);
            driver.run();
            compare(driver, new ProgressiveFilling(plan).run());
            long end = Arrays.stream(driver.endedAt).max().getAsLong();
            assertThat(driver.port.flows())
                    .as("flows at the end, seed %d", seed)
                    .isZero();
            assertThat(driver.port.sentBytes(end))
                    .as("bytes sent, seed %d", seed)
                    .isEqualTo(Arrays.stream(driver.gone).sum());
        }
    }

    @Test
    void shouldShareAnUplinkAsProgressiveFillingDoes() {
        for (long seed = 1; seed <= CASES; seed++) {
            for (boolean capacityChanges : new boolean[] {false, true}) {
                FairShareCase plan = FairShareCase.of(seed, capacityChanges);
                FairShareDriver driver = new FairShareDriver.OfUplink(plan).run();
                compare(driver, new ProgressiveFilling(plan).run());
            }
        }
    }

    @Test
    void shouldShareAnUplinkByWeights() {
        for (long seed = 1; seed <= CASES; seed++) {
            FairShareCase plan = FairShareCase.of(seed, true).weighed();
            compare(new FairShareDriver.OfUplink(plan).run(), new ProgressiveFilling(plan).run());
        }
    }

    /** The validation plan allows a microsecond for each change on the way; rounding alone takes one in all. */
    private static void compare(FairShareDriver driver, ProgressiveFilling oracle) {
        for (int flow = 0; flow < oracle.endedAt.length; flow++) {
            String who = "Seed " + driver.plan.seed() + ", flow " + flow + ": ";
            if (Math.abs(driver.endedAt[flow] - oracle.endedAt[flow]) > 1) {
                fail(who + "ended at " + driver.endedAt[flow] + " µs instead of " + oracle.endedAt[flow] + " µs.");
            }
            if (driver.aborted[flow] != oracle.aborted[flow]) {
                fail(who + (driver.aborted[flow] ? "was" : "was not") + " aborted.");
            }
            double lost = oracle.gone[flow] - driver.gone[flow];
            if (driver.aborted[flow]
                    ? Math.abs(lost) > 1.001
                    : driver.gone[flow] != driver.plan.bytes()[flow]) {
                fail(who + driver.gone[flow] + " bytes had gone instead of " + oracle.gone[flow] + ".");
            }
        }
    }

    private static Transfers.Sizes ofBytes(long bytes) {
        return (receiver, piece, rendition) -> bytes;
    }

    @Test
    void shouldShareAPortAsCaseO1Says() {
        Transfers transfers = new Transfers(ofBytes(O1_BYTES));
        ServerPort port = new ServerPort(transfers, O1_CAPACITY);
        for (double cap : O1_CAPS) {
            port.start(transfers.create(-1, 0, 0, 0), cap, 0);
        }
        long[] endedAt = new long[3];
        long now = port.nextFinish(0);
        while (now != ServerPort.NEVER) {
            for (int t = port.pollFinished(now); t != Transfers.NONE; t = port.pollFinished(now)) {
                endedAt[t] = now;
            }
            now = port.nextFinish(now);
        }
        assertThat(endedAt).containsExactly(10 * SECOND, 5 * SECOND / 2, 2 * SECOND);
        assertThat(port.sentBytes(10 * SECOND)).isEqualTo(3 * O1_BYTES);
    }

    @Test
    void shouldGiveTheRatesOfCaseO1AtAPort() {
        Transfers transfers = new Transfers(ofBytes(O1_BYTES));
        ServerPort port = new ServerPort(transfers, O1_CAPACITY);
        for (double cap : O1_CAPS) {
            port.start(transfers.create(-1, 0, 0, 0), cap, 0);
        }
        assertThat(port.abort(0, SECOND)).isEqualTo(1_000_000 / 8);
        assertThat(port.abort(1, SECOND)).isEqualTo(4_000_000 / 8);
        assertThat(port.abort(2, SECOND)).isEqualTo(5_000_000 / 8);
        assertThat(port.sentBytes(SECOND)).isEqualTo(1_250_000);
    }

    @Test
    void shouldShareAnUplinkAsCaseO1Says() {
        Transfers transfers = new Transfers(ofBytes(O1_BYTES));
        PeerUplinks uplinks = new PeerUplinks(transfers, 1);
        uplinks.setCapacity(0, O1_CAPACITY);
        for (double cap : O1_CAPS) {
            uplinks.start(transfers.create(0, 0, 0, 0), cap, 0);
        }
        assertThat(new double[] {uplinks.rate(0), uplinks.rate(1), uplinks.rate(2)})
                .containsExactly(0.125, 0.5, 0.625);
        long[] endedAt = new long[3];
        long now = uplinks.nextFinish(0, 0);
        while (now != PeerUplinks.NEVER) {
            for (int t = uplinks.pollFinished(0, now); t != Transfers.NONE; t = uplinks.pollFinished(0, now)) {
                endedAt[t] = now;
            }
            now = uplinks.nextFinish(0, now);
        }
        assertThat(endedAt).containsExactly(10 * SECOND, 5 * SECOND / 2, 2 * SECOND);
    }

    /** As in a cell: the end of one transfer gives the receiver's other one a new cap, also if that has ended as well. */
    @Test
    void shouldCountNoByteTwiceWhenFlowsEndTogether() {
        Transfers transfers = new Transfers((receiver, piece, rendition) -> rendition == 1 ? 1L << 50 : 1_000_003);
        ServerPort port = new ServerPort(transfers, 10);
        port.start(transfers.create(-1, 0, 0, 1), 0.5, 0);
        long now = 0;
        for (int i = 0; i < 1_000; i++) {
            int one = transfers.create(-1, 0, 0, 0);
            int other = transfers.create(-1, 0, 0, 0);
            port.start(one, 3.1, now);
            port.start(other, 3.1, now);
            now = port.nextFinish(now);
            int first = port.pollFinished(now);
            port.setCap(first == one ? other : one, 6.2, now);
            assertThat(port.pollFinished(now)).isEqualTo(first == one ? other : one);
            transfers.release(one);
            transfers.release(other);
        }
        assertThat(port.sentBytes(now)).isEqualTo(2_000 * 1_000_003L + now / 2);
    }

    /** A number is used again: what weighed it is gone. */
    @Test
    void shouldForgetWeightsOfTransfersThatAreOver() {
        Transfers transfers = new Transfers(ofBytes(1_000_000));
        PeerUplinks uplinks = new PeerUplinks(transfers, 1);
        uplinks.setCapacity(0, 1);
        int heavy = transfers.create(0, 5, 0, 0);
        uplinks.start(heavy, 10, 0);
        uplinks.start(transfers.create(0, 6, 0, 0), 10, 0);
        uplinks.weigh(0, t -> t == heavy ? 3 : 1, 0);
        assertThat(uplinks.rate(heavy)).isEqualTo(0.75);
        assertThat(uplinks.abort(heavy, 100)).isEqualTo(75);
        transfers.release(heavy);
        assertThat(transfers.create(0, 7, 0, 0)).isEqualTo(heavy);
        uplinks.start(heavy, 10, 100);
        assertThat(uplinks.rate(heavy)).isEqualTo(0.5);
    }

    /** What one peer sends is nothing to another. */
    @Test
    void shouldKeepUplinksApart() {
        Transfers transfers = new Transfers(ofBytes(1_000_000));
        PeerUplinks uplinks = new PeerUplinks(transfers, 2);
        uplinks.setCapacity(0, 1);
        uplinks.setCapacity(1, 2);
        uplinks.start(transfers.create(0, 5, 0, 0), 10, 0);
        uplinks.start(transfers.create(1, 6, 0, 0), 10, 0);
        uplinks.start(transfers.create(1, 7, 0, 0), 10, 100);
        assertThat(uplinks.nextFinish(0, 100)).isEqualTo(1_000_000);
        assertThat(uplinks.nextFinish(1, 100)).isEqualTo(999_900);
        assertThat(uplinks.abort(2, 200)).isEqualTo(100);
        assertThat(uplinks.nextFinish(1, 200)).isEqualTo(500_050);
        assertThat(uplinks.pollFinished(1, 500_050)).isEqualTo(1);
        assertThat(uplinks.pollFinished(1, 500_050)).isEqualTo(Transfers.NONE);
        assertThat(uplinks.nextFinish(1, 500_050)).isEqualTo(PeerUplinks.NEVER);
        assertThat(uplinks.active(0)).isEqualTo(1);
    }
}
