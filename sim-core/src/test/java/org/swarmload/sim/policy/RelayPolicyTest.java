package org.swarmload.sim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.picker.PiecePicker;

/** Whoever waits has a way to the server. Pieces last 2 s; the client waits for the first of them unless it plays. */
class RelayPolicyTest {
    private static final long PIECE = 2_000_000;

    private final RelayPolicy policy = new RelayPolicy(Pickers.create("sequential"), 4);

    @Test
    void shouldTakeWhatIsWaitedForFromASlowPeer() {
        Made client = new Made(8);
        client.fromPeers = 0b11;
        client.peerLeft = 3_000_000;
        policy.fetch(client);

        assertThat(client.dropped).containsExactly(0);
        assertThat(client.fromServer).containsExactly(0);
    }

    @Test
    void shouldLeaveItToAPeerThatIsFastEnough() {
        Made client = new Made(8);
        client.fromPeers = 0b11;
        client.peerLeft = 1_900_000;
        policy.fetch(client);

        assertThat(client.dropped).isEmpty();
        assertThat(client.fromServer).isEmpty();
    }

    @Test
    void shouldTakeWhatPlaysAtOnceFromASlowPeer() {
        Made client = new Made(8);
        client.playing = true;
        client.fromPeers = 0b11;
        client.peerLeft = 3_000_000;
        policy.fetch(client);

        assertThat(client.fromServer).as("the next plays in 2 s").containsExactly(0);
    }

    @Test
    void shouldAskTheServerOnceInAWhileForWhatNoPeerGives() {
        Made waiting = new Made(8);
        waiting.shown = 0b1;
        policy.fetch(waiting);
        assertThat(waiting.fromServer)
                .as("peers show it, and no other is elected")
                .isEmpty();
        policy.extra(waiting);
        assertThat(waiting.fromServer).containsExactly(0);

        Made playing = new Made(8);
        playing.playing = true;
        policy.extra(playing);
        assertThat(playing.fromServer).isEmpty();
    }

    @Test
    void shouldLetACrowdRelayTheBeginningOfABroadcast() {
        Made client = new Made(2);
        policy.extra(client);

        assertThat(client.fromServer).isEmpty();
    }

    @Test
    void shouldAskNoServerThatIsClosed() {
        Made client = new Made(8);
        client.open = false;
        client.fromPeers = 0b1;
        client.peerLeft = 60_000_000;
        policy.fetch(client);
        policy.extra(client);

        assertThat(client.dropped).isEmpty();
        assertThat(client.fromServer).isEmpty();
    }

    /** A client whose neighbours have no room and who is never elected. */
    private static final class Made implements Client {
        private final int pieces;
        private final List<Integer> fromServer = new ArrayList<>();
        private final List<Integer> dropped = new ArrayList<>();
        private boolean playing;
        private boolean open = true;
        private long fromPeers;
        private long shown;
        private long peerLeft;

        Made(int pieces) {
            this.pieces = pieces;
        }

        @Override
        public long missing() {
            long missing = (1L << pieces) - 1 & ~fromPeers;
            for (int index : fromServer) {
                missing &= ~(1L << index);
            }
            return missing;
        }

        @Override
        public long shown() {
            return shown & missing();
        }

        @Override
        public long offered(int word) {
            return 0;
        }

        @Override
        public long askedFromPeers() {
            return fromPeers;
        }

        @Override
        public int peerTransfers() {
            return Long.bitCount(fromPeers);
        }

        @Override
        public int serverTransfers() {
            return fromServer.size();
        }

        @Override
        public int neighbours() {
            return 1;
        }

        @Override
        public boolean playing() {
            return playing;
        }

        @Override
        public long awaitedMicros() {
            return playing ? 0 : PIECE;
        }

        @Override
        public boolean serverOpen() {
            return open;
        }

        @Override
        public boolean elected(int index) {
            return false;
        }

        @Override
        public void askServer(int index) {
            fromServer.add(index);
        }

        @Override
        public boolean askPeer(int index) {
            return false;
        }

        @Override
        public void dropPeer(int index) {
            dropped.add(index);
            fromPeers &= ~(1L << index);
        }

        @Override
        public long peerMicrosLeft(int index) {
            return peerLeft;
        }

        @Override
        public int pick(PiecePicker picker, long among) {
            return picker.pick(this);
        }

        @Override
        public void lookAgainIn(long micros) {}

        @Override
        public double random() {
            return 0.5;
        }

        @Override
        public int pieces() {
            return pieces;
        }

        @Override
        public int firstPiece() {
            return 0;
        }

        @Override
        public int holders(int index) {
            return 1;
        }

        @Override
        public long microsToDeadline(int index) {
            return index * PIECE;
        }

        @Override
        public int randomBelow(int bound) {
            return 0;
        }

        @Override
        public long clientSeed() {
            return 0;
        }

        @Override
        public int rarest(int from, int to) {
            return PiecePicker.NONE;
        }
    }
}
