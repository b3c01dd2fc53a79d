package org.swarmload.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/** Member 0 sends to 1 and 2 at a byte per microsecond in all; its line holds back a millisecond. */
class ConnectionQueuesTest {
    private static final long LINE_MICROS = 1_000;

    private final CellPlan plan = PeerNetwork.plan(4);
    private final Viewers viewers = new Viewers(plan, new int[] {0, 1, 2, 3});
    private final Transfers transfers = new Transfers((receiver, piece, rendition) -> 10_000);
    private final PeerUplinks uplinks = new PeerUplinks(transfers, 4);
    private final EventQueue queue = new EventQueue();
    private final Downloads downloads = new Downloads(plan, viewers, transfers, uplinks, queue, new CellLedger(plan));

    private ConnectionQueues connect(long lineMicros) {
        downloads.keepIn(new PeerNetwork.Everything());
        downloads.connect(new ServerDesk[0], new Nobody());
        uplinks.setCapacity(0, 1);
        for (int v = 1; v < 4; v++) {
            viewers.setState(v, Viewers.STARTING);
            viewers.setDown(v, 100);
        }
        return downloads.queueAtPeers(lineMicros);
    }

    /** A piece is asked for that waits behind the running one of the same connection. */
    private void ask(int v, int piece) {
        downloads.askPeer(v, 0, piece, 0);
        assertThat(downloads.arriveAtPeer(downloads.find(v, piece), 0)).isTrue();
    }

    @Test
    void shouldLetMessagesWaitBehindTheirOwnConnectionAndTheLine() {
        ConnectionQueues connections = connect(LINE_MICROS);
        downloads.servePeer(1, 0, 5, 0);
        ask(1, 6);
        assertThat(connections.queueMicros(0, 0)).isEqualTo(LINE_MICROS);
        assertThat(connections.waitMicros(0, 1, 0)).isEqualTo(20_000);
        assertThat(connections.waitMicros(0, 1, 4_000)).isEqualTo(16_000);
        assertThat(connections.waitMicros(0, 2, 0)).isEqualTo(LINE_MICROS);
        assertThat(connections.waitMicros(1, 0, 0)).isZero();
        assertThat(connections.meanWaitMicros(0, 2, 0)).isEqualTo((20_000 + LINE_MICROS) / 2);
    }

    /** Two new connections with half of the line each: what is left of both is 20,000 bytes, behind its own 10,000. */
    @Test
    void shouldReckonByTheRateOfTheConnection() {
        ConnectionQueues connections = connect(LINE_MICROS);
        downloads.servePeer(1, 0, 5, 0);
        downloads.servePeer(2, 0, 5, 0);
        assertThat((double) connections.waitMicros(0, 1, 0)).isCloseTo(20_000, within(1.0));
    }

    @Test
    void shouldNotWaitWhereLinesHaveNoQueue() {
        ConnectionQueues connections = connect(0);
        downloads.servePeer(1, 0, 5, 0);
        ask(1, 6);
        assertThat(connections.messagesWait()).isFalse();
        assertThat(connections.waitMicros(0, 1, 0)).isZero();
    }
}
