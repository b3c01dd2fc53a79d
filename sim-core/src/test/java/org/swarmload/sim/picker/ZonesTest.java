package org.swarmload.sim.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The pickers that know what plays when. Segments of 4 s; the rarer piece is the later one. */
class ZonesTest {
    private static final int PIECES = 40;
    private static final long SEGMENT = 4_000_000;

    private static HandMadeView window(long offered) {
        int[] holders = new int[PIECES];
        long[] deadlines = new long[PIECES];
        for (int i = 0; i < PIECES; i++) {
            holders[i] = PIECES - i;
            deadlines[i] = i * SEGMENT;
        }
        return new HandMadeView(offered, holders, 0, deadlines, 1);
    }

    private static long from(int index) {
        return (1L << PIECES) - 1 & -1L << index;
    }

    /** 15 s are pieces 0 to 3. */
    @Test
    void shouldServeDeadlinesFirstAndRarityThen() {
        PiecePicker picker = new DeadlineFirst();
        assertThat(picker.pick(window(from(0)))).isZero();
        assertThat(picker.pick(window(from(3)))).isEqualTo(3);
        assertThat(picker.pick(window(from(4)))).as("nothing is urgent").isEqualTo(PIECES - 1);
        assertThat(picker.pick(window(from(3) & ~(1L << PIECES - 1)))).isEqualTo(3);
    }

    /** 10 s are three pieces, so that the first set is five, the second twenty. */
    @Test
    void shouldGoThroughTheZonesOfGiveToGet() {
        PiecePicker picker = new GiveToGet();
        assertThat(picker.pick(window(from(0)))).isZero();
        assertThat(picker.pick(window(from(4)))).isEqualTo(4);
        assertThat(picker.pick(window(from(5)))).as("the rarest of 5 to 24").isEqualTo(24);
        assertThat(picker.pick(window(from(5) & ~(1L << 24)))).isEqualTo(23);
        assertThat(picker.pick(window(from(25)))).as("the rarest of the rest").isEqualTo(PIECES - 1);
    }

    @Test
    void shouldMakeTheFirstZoneLongerWherePiecesAreShort() {
        long[] deadlines = new long[PIECES];
        Arrays.setAll(deadlines, i -> i * 1_000_000L);
        int[] holders = new int[PIECES];
        Arrays.setAll(holders, i -> PIECES - i);
        PiecePicker picker = new GiveToGet();
        assertThat(picker.pick(new HandMadeView(from(9), holders, 0, deadlines, 1)))
                .isEqualTo(9);
        assertThat(picker.pick(new HandMadeView(from(10), holders, 0, deadlines, 1)))
                .isEqualTo(PIECES - 1);
    }

    /** What is held at the beginning of a file moves the window of BiToS and the zones of Give-to-Get. */
    @Test
    void shouldMoveOnInAFile() {
        for (long seed = 1; seed <= 2_000; seed++) {
            HandMadeView view = HandMadeView.randomFile(seed);
            int near = Math.min(view.pieces(), view.front() + 5);
            int zones = new GiveToGet().pick(view);
            if (view.first(0, near) != PiecePicker.NONE) {
                assertThat(zones).as("file %d", seed).isEqualTo(view.first(0, near));
            } else {
                assertThat(zones).isGreaterThanOrEqualTo(near);
            }
            int set = Math.min(view.pieces(), view.front() + 8);
            int window = new BitosWindow().pick(view.rewind());
            int expected = view.rewind().randomBelow(100) < 80 && view.first(0, set) != PiecePicker.NONE
                    ? view.rarest(0, set)
                    : view.rarest(set, view.pieces());
            assertThat(window).as("file %d", seed).isEqualTo(expected == -1 ? view.rarest(0, set) : expected);
            assertThat(new DeadlineFirst().pick(view.rewind()))
                    .as("nothing is due in a file")
                    .isEqualTo(new RarestFirst().pick(view.rewind()));
        }
    }
}
