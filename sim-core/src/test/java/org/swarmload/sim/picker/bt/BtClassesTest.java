package org.swarmload.sim.picker.bt;

import static org.assertj.core.api.Assertions.assertThat;

import bt.torrent.PieceStatistics;
import bt.torrent.selector.PieceSelector;
import bt.torrent.selector.PrioritizedPieceSelector;
import bt.torrent.selector.RandomizedRarestFirstSelector;
import bt.torrent.selector.RarestFirstSelector;
import bt.torrent.selector.SequentialSelector;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** We take bt-core without its own libraries but Guava; this shows that its selectors need no more. */
class BtClassesTest {
    private static final int[] COPIES = {3, 1, 2, 1};

    @Test
    void shouldRunTheSelectorsOfBtCore() {
        assertThat(picks(SequentialSelector.sequential())).containsExactly(0, 1, 2, 3);
        assertThat(picks(RarestFirstSelector.rarest())).containsExactly(1, 3, 2, 0);
    }

    @Test
    void shouldRunTheRandomizedSelectorOfBtCore() {
        RandomizedRarestFirstSelector selector = new RandomizedRarestFirstSelector();
        selector.initSelector(COPIES.length);
        assertThat(picks(selector)).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void shouldRunThePrioritizedSelectorOfBtCore() {
        PrioritizedPieceSelector selector = new PrioritizedPieceSelector(SequentialSelector.sequential());
        selector.initSelector(COPIES.length);
        assertThat(picks(selector)).containsExactly(0, 1, 2, 3);
    }

    private static int[] picks(PieceSelector selector) {
        BitSet wanted = new BitSet();
        wanted.set(0, COPIES.length);
        return selector.getNextPieces(wanted, new Copies()).toArray();
    }

    private static final class Copies implements PieceStatistics {
        @Override
        public int getCount(int pieceIndex) {
            return COPIES[pieceIndex];
        }

        @Override
        public int getPiecesTotal() {
            return COPIES.length;
        }
    }
}
