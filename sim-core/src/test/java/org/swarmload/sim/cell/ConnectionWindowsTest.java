package org.swarmload.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/** One sender of a byte per microsecond, and receivers whose lines hold back what the test says. */
class ConnectionWindowsTest {
    private static final long SECOND = 1_000_000;
    private static final int SENDER = 0;

    private final double[] queueMicros = new double[4];
    private long tripMicros;
    private final Transfers transfers = new Transfers((receiver, piece, rendition) -> 1L << 40);
    private final PeerUplinks uplinks = new PeerUplinks(transfers, 4);
    private final EventQueue queue = new EventQueue();
    private final ConnectionWindows windows = new ConnectionWindows(
            transfers,
            uplinks,
            new ConnectionWindows.Lines() {
                @Override
                public double queueMicros(int member, long now) {
                    return queueMicros[member];
                }

                @Override
                public long tripMicros(int member, int other) {
                    return tripMicros;
                }
            },
            queue,
            4);

    private int start(int receiver, long now) {
        uplinks.setCapacity(SENDER, 1);
        int t = transfers.create(SENDER, receiver, 0, 0);
        uplinks.start(t, 10, now);
        windows.reckon(SENDER, now);
        return t;
    }

    /** Pops events until then and lets the windows grow. */
    private void runUntil(long time) {
        while (queue.popBefore(time)) {
            assertThat(queue.kind()).isEqualTo(Cell.REVIEW);
            assertThat(queue.id()).isEqualTo(SENDER);
            windows.fires(SENDER, queue.time());
        }
    }

    /** A second at the sender, and a second more for the acknowledgements of one of them: RFC 9438 3.3. */
    @Test
    void shouldShareByRoundTripsOnceWindowsHaveGrown() {
        queueMicros[SENDER] = SECOND;
        queueMicros[2] = SECOND;
        int near = start(1, 0);
        int far = start(2, 0);
        runUntil(100 * SECOND);
        assertThat(uplinks.rate(near)).isCloseTo(2.0 / 3, within(1e-6));
        assertThat(uplinks.rate(far)).isCloseTo(1.0 / 3, within(1e-6));
    }

    @Test
    void shouldCountTripsBothWays() {
        queueMicros[SENDER] = SECOND;
        tripMicros = SECOND / 2;
        queueMicros[2] = 2 * SECOND;
        int near = start(1, 0);
        int far = start(2, 0);
        runUntil(100 * SECOND);
        assertThat(uplinks.rate(near) / uplinks.rate(far)).isCloseTo(2, within(1e-6));
    }

    /** Who comes later begins with 14,600 bytes beside the half million of the other, and has as much after six round trips. */
    @Test
    void shouldLetNewcomersGrowEachRoundTrip() {
        queueMicros[SENDER] = SECOND;
        int old = start(1, 0);
        assertThat(uplinks.rate(old)).isEqualTo(1);
        int young = start(2, 20 * SECOND);
        double ratio = 14_600 / 500_000.0;
        for (int roundTrips = 0; roundTrips < 6; roundTrips++) {
            assertThat(uplinks.rate(young) / uplinks.rate(old)).isCloseTo(ratio, within(1e-6));
            ratio = Math.min(1, 2 * ratio);
            runUntil((21 + roundTrips) * SECOND + 1);
        }
        assertThat(uplinks.rate(young)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void shouldGrowOnlyWhileSomethingIsSent() {
        queueMicros[SENDER] = SECOND;
        int old = start(1, 0);
        int young = start(2, 20 * SECOND);
        runUntil(21 * SECOND + 1);
        uplinks.abort(young, 21 * SECOND + 1);
        transfers.release(young);
        runUntil(60 * SECOND);
        int next = start(2, 60 * SECOND);
        assertThat(uplinks.rate(next) / uplinks.rate(old)).isCloseTo(2 * 14_600 / 500_000.0, within(1e-6));
    }

    /** A window is what it is, also when round trips become longer; only what it carries in a second is less. */
    @Test
    void shouldKeepWindowsWhenQueuesGrow() {
        queueMicros[SENDER] = SECOND / 4;
        int old = start(1, 0);
        int young = start(2, 20 * SECOND);
        runUntil(20 * SECOND + SECOND / 2 + 1);
        assertThat(uplinks.rate(young) / uplinks.rate(old)).isCloseTo(4 * 14_600 / 125_000.0, within(1e-6));
        queueMicros[SENDER] = SECOND;
        windows.reckon(SENDER, 20 * SECOND + SECOND / 2 + 2);
        assertThat(uplinks.rate(young) / uplinks.rate(old)).isCloseTo(4 * 14_600 / 500_000.0, within(1e-4));
        assertThat(windows.grownRate(young)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void shouldBeginAnewWithThoseWhoComeBack() {
        queueMicros[SENDER] = SECOND;
        int old = start(1, 0);
        int other = start(2, 0);
        runUntil(20 * SECOND);
        uplinks.abort(other, 20 * SECOND);
        windows.end(2, SENDER);
        int again = start(2, 30 * SECOND);
        assertThat(uplinks.rate(again) / uplinks.rate(old)).isCloseTo(14_600 / 500_000.0, within(1e-6));
    }

    @Test
    void shouldIgnoreStaleEvents() {
        queueMicros[SENDER] = SECOND;
        start(1, 0);
        start(2, 0);
        assertThat(windows.fires(SENDER, SECOND / 2)).isFalse();
        assertThat(windows.fires(SENDER, SECOND)).isTrue();
    }
}
