package org.swarmload.sim.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/**
 * What every {@link PiecePicker} must keep. Extend it, say which picker, and run it with JUnit 5; it is published in the
 * test-jar of sim-core.
 */
public abstract class PiecePickerContract {
    private static final int VIEWS = 10_000;

    /** A fresh picker. */
    protected abstract PiecePicker picker();

    @Test
    protected void shouldPickOnlyWhatIsOffered() {
        PiecePicker picker = picker();
        for (long seed = 1; seed <= VIEWS; seed++) {
            HandMadeView view = HandMadeView.random(seed);
            int index = picker.pick(view);
            // Something is always offered, so that "none" is wrong as well.
            boolean offered = index >= 0 && index < view.pieces() && (view.offered(0) >>> index & 1) != 0;
            if (!offered) {
                fail("Seed " + seed + ": picked " + index + " of " + Long.toBinaryString(view.offered(0)) + ".");
            }
        }
    }

    @Test
    protected void shouldPickTheOnlyPieceWhereverItIs() {
        PiecePicker picker = picker();
        for (int index = 0; index < 64; index++) {
            int[] holders = new int[64];
            holders[index] = 1;
            HandMadeView view = new HandMadeView(1L << index, holders, 5, new long[64], index);
            assertThat(picker.pick(view)).isEqualTo(index);
        }
    }

    @Test
    protected void shouldAnswerTheSameForTheSameViewAndDraws() {
        PiecePicker used = picker();
        PiecePicker other = picker();
        for (long seed = 1; seed <= VIEWS; seed++) {
            HandMadeView view = HandMadeView.random(seed);
            int index = used.pick(view);
            // Another view in between: what was seen before must not matter.
            other.pick(HandMadeView.random(-seed));
            int again = other.pick(view.rewind());
            if (index != again) {
                fail("Seed " + seed + ": picked " + index + ", and " + again + " of the same view.");
            }
        }
    }
}
