package org.swarmload.sim.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PiecePicker} must keep. Extend it, say which picker, and run it with JUnit 5; it is published in the
 * test-jar of sim-core.
 */
public abstract class PiecePickerContract {
    private static final int VIEWS = 10_000;
    private static final int FILE_VIEWS = 1_000;
    private static final int WARM_UPS = 20;

    /** A fresh picker. */
    protected abstract PiecePicker picker();

    /** Whether the picker may allocate memory in a call: simulations with it are slow. */
    protected boolean mayAllocate() {
        return false;
    }

    @Test
    protected void shouldPickOnlyWhatIsOffered() {
        PiecePicker picker = picker();
        for (long seed = 1; seed <= VIEWS; seed++) {
            checkOffered(picker, HandMadeView.random(seed), seed);
        }
        for (long seed = 1; seed <= FILE_VIEWS; seed++) {
            checkOffered(picker, HandMadeView.randomFile(seed), seed);
        }
    }

    /** Something is always offered, so that "none" is wrong as well. */
    private static void checkOffered(PiecePicker picker, HandMadeView view, long seed) {
        int index = picker.pick(view);
        if (!view.offers(index)) {
            fail("Seed " + seed + ": picked " + index + " of " + view.pieces() + " pieces, which is not offered.");
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

    /** Nothing is kept about a viewer, and nothing is drawn but from the view. */
    @Test
    protected void shouldAnswerTheSameForTheSameViewAndDraws() {
        checkSame(VIEWS, HandMadeView::random);
        checkSame(FILE_VIEWS, HandMadeView::randomFile);
    }

    private void checkSame(int views, LongFunction<HandMadeView> made) {
        PiecePicker used = picker();
        PiecePicker other = picker();
        for (long seed = 1; seed <= views; seed++) {
            HandMadeView view = made.apply(seed);
            int index = used.pick(view);
            // Another view in between: what was seen before must not matter.
            other.pick(made.apply(-seed));
            int again = other.pick(view.rewind());
            if (index != again) {
                fail("Seed " + seed + ": picked " + index + ", and " + again + " of the same view.");
            }
        }
    }

    @Test
    protected void shouldAllocateNothing() {
        if (mayAllocate()) {
            return;
        }
        PiecePicker picker = picker();
        List<HandMadeView> views = LongStream.rangeClosed(1, FILE_VIEWS)
                .boxed()
                .flatMap(seed -> List.of(HandMadeView.random(seed), HandMadeView.randomFile(seed)).stream())
                .toList();
        HandMadeView[] all = views.toArray(HandMadeView[]::new);
        long bytes = Allocation.bytes(WARM_UPS, () -> Arrays.stream(all).forEach(picker::pick));
        // The stream over the views is a few objects; a picker that allocates does so in each of 2,000 calls.
        assertThat(bytes).as("bytes allocated in %d calls", all.length).isLessThan(all.length);
    }
}
