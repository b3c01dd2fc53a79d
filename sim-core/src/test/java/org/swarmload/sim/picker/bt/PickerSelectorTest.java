package org.swarmload.sim.picker.bt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bt.data.LocalBitfield;
import bt.data.PeerBitfield;
import bt.metainfo.TorrentFile;
import bt.metainfo.TorrentId;
import bt.net.ConnectionKey;
import bt.net.InetPeer;
import bt.torrent.BitfieldBasedStatistics;
import bt.torrent.selector.PieceSelector;
import bt.torrent.selector.ValidatingSelector;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.RarestFirst;
import org.swarmload.sim.picker.Sequential;
import org.swarmload.sim.policy.Pickers;

/** Our pickers choose in bt's own classes: its bitfields, its statistics and the filter in front of its selectors. */
class PickerSelectorTest {
    private static final int PIECES = 200;
    private static final int PEERS = 7;

    private final LocalBitfield local = new LocalBitfield(PIECES, null) {
        @Override
        protected void fileFinishedCallback(TorrentFile file) {
            // There are no files here.
        }
    };
    private final BitfieldBasedStatistics statistics = new BitfieldBasedStatistics(local);
    private final PeerBitfield[] peers = new PeerBitfield[PEERS];

    PickerSelectorTest() {
        TorrentId torrent = TorrentId.fromBytes(new byte[TorrentId.length()]);
        for (int p = 0; p < PEERS; p++) {
            peers[p] = new PeerBitfield(PIECES);
            ConnectionKey connection =
                    new ConnectionKey(InetPeer.build(InetAddress.getLoopbackAddress(), 7000 + p), 7000 + p, torrent);
            statistics.addBitfield(connection, peers[p]);
            for (int piece = 0; piece < PIECES; piece++) {
                // The first peer is the seed; of the others each has a part.
                if (p == 0 || (piece * 31 + p * 17) % 11 < 2 + p && piece % (p + 1) == 0) {
                    statistics.addPiece(connection, piece);
                }
            }
        }
    }

    private IntStream next(PieceSelector selector, int peer) {
        return new ValidatingSelector(local, new BitSet(), selector).getNextPieces(peers[peer], statistics);
    }

    static java.util.List<String> names() {
        return Pickers.own();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldNameEveryPieceThatThePeerHasAndTheClientLacksOnce(String name) {
        PieceSelector selector = new PickerSelector(Pickers.create(name), 1);
        selector.initSelector(PIECES);
        IntStream.range(0, 50).forEach(local::markLocalPieceVerified);
        for (int p = 0; p < PEERS; p++) {
            BitSet wanted = peers[p].getBitmask();
            wanted.clear(0, 50);
            assertThat(next(selector, p).toArray())
                    .as("%s, peer %d", name, p)
                    .containsExactlyInAnyOrder(wanted.stream().toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldDownloadEverythingPieceByPiece(String name) {
        PieceSelector selector = new PickerSelector(Pickers.create(name), 2);
        for (int i = 0; i < PIECES; i++) {
            int piece = next(selector, 0).iterator().nextInt();
            assertThat(local.isVerified(piece)).isFalse();
            local.markLocalPieceVerified(piece);
        }
        assertThat(local.getPiecesIncomplete()).isZero();
        assertThat(next(selector, 0)).isEmpty();
    }

    @Test
    void shouldOrderByBtsCounts() {
        int[] counts = next(new PickerSelector(new RarestFirst(), 3), 0)
                .map(statistics::getCount)
                .toArray();
        assertThat(counts).isSorted();
        assertThat(counts[0]).isLessThan(counts[PIECES - 1]);
        assertThat(next(new PickerSelector(new Sequential(), 3), 0).toArray()).isSorted();
    }

    @Test
    void shouldChooseTheSameForTheSameSeedOnly() {
        int[] once = next(new PickerSelector(new RarestFirst(), 4), 0).toArray();
        assertThat(next(new PickerSelector(new RarestFirst(), 4), 0).toArray()).isEqualTo(once);
        assertThat(next(new PickerSelector(new RarestFirst(), 5), 0).toArray()).isNotEqualTo(once);
    }

    /** Nothing is due in a file: the window, the zones and the deadlines begin where the offer does. */
    @Test
    void shouldTellNoPlayhead() {
        IntStream.range(0, 20).forEach(local::markLocalPieceVerified);
        int[] zones =
                next(new PickerSelector(Pickers.create("give-to-get"), 6), 0).toArray();
        assertThat(Arrays.copyOf(zones, 5)).containsExactly(20, 21, 22, 23, 24);
        assertThat(Arrays.stream(zones).skip(5).limit(20).max().orElseThrow()).isLessThan(45);
        int[] deadline =
                next(new PickerSelector(Pickers.create("deadline"), 6), 0).toArray();
        assertThat(deadline)
                .isEqualTo(next(new PickerSelector(new RarestFirst(), 6), 0).toArray());
    }

    @Test
    void shouldNameThePickerThatAnswersWhatIsNotOffered() {
        PiecePicker wrong = view -> PIECES;
        assertThatThrownBy(() -> next(new PickerSelector(wrong, 7), 0).toArray())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("answered " + PIECES);
    }
}
