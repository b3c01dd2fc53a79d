package org.swarmload.sim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.picker.HandMadeView;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PiecePickerContract;

class PickersTest {
    private static final int VIEWS = 10_000;
    private static final int DRAWS = 60_000;

    @Nested
    class Window extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("window");
        }
    }

    @Nested
    class RarestFirst extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("rarest-first");
        }
    }

    @Nested
    class Random extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("random");
        }
    }

    @Nested
    class Sequential extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("sequential");
        }
    }

    @Nested
    class Deadline extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("deadline");
        }
    }

    @Nested
    class GiveToGet extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("give-to-get");
        }
    }

    @Nested
    class Mixed extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("mixed");
        }
    }

    @Nested
    class NewestFirst extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("newest-first");
        }
    }

    @Nested
    class BtRarestFirst extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("bt:rarest-first");
        }

        @Override
        protected boolean mayAllocate() {
            return true;
        }
    }

    @Nested
    class BtRandomizedRarest extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("bt:randomized-rarest");
        }

        @Override
        protected boolean mayAllocate() {
            return true;
        }
    }

    @Nested
    class BtSequential extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("bt:sequential");
        }

        @Override
        protected boolean mayAllocate() {
            return true;
        }
    }

    @Nested
    class BtPrioritized extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("bt:prioritized");
        }

        @Override
        protected boolean mayAllocate() {
            return true;
        }
    }

    @Nested
    class TtorrentRarest extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("ttorrent:rarest");
        }

        @Override
        protected boolean mayAllocate() {
            return true;
        }
    }

    @Nested
    class TtorrentSequential extends PiecePickerContract {
        @Override
        protected PiecePicker picker() {
            return Pickers.create("ttorrent:sequential");
        }

        @Override
        protected boolean mayAllocate() {
            return true;
        }
    }

    /** A picker that is added gets its contract test above. */
    @Test
    void shouldKnowThePickersThatKeepTheContract() {
        List<String> tested = Stream.of(PickersTest.class.getDeclaredClasses())
                .filter(PiecePickerContract.class::isAssignableFrom)
                .map(Class::getSimpleName)
                .toList();
        assertThat(Pickers.own().stream().map(PickersTest::className)).containsExactlyInAnyOrderElementsOf(tested);
        assertThatThrownBy(() -> Pickers.create("rarest"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'rarest'")
                .hasMessageContaining("rarest-first");
    }

    private static String className(String picker) {
        return Stream.of(picker.split("[-:]"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    @Test
    void shouldGiveEachCellAPickerOfItsOwn() {
        assertThat(Pickers.create("bt:rarest-first")).isNotSameAs(Pickers.create("bt:rarest-first"));
    }

    @Test
    void shouldPickRarestPiecesOnly() {
        PiecePicker picker = Pickers.create("rarest-first");
        for (long seed = 1; seed <= VIEWS; seed++) {
            HandMadeView view = HandMadeView.random(seed);
            int fewest = fewestHolders(view, view.offered(0));
            int index = picker.pick(view);
            if (view.holders(index) != fewest) {
                fail("Seed " + seed + ": picked a piece with " + view.holders(index) + " holders, not " + fewest + ".");
            }
        }
    }

    @Test
    void shouldBreakTiesOfRarestPiecesEvenly() {
        int[] holders = new int[64];
        Arrays.fill(holders, 5);
        int[] rarest = {0, 3, 4, 17, 31, 32, 50, 63};
        for (int index : rarest) {
            holders[index] = 2;
        }
        // Rarer still, but nobody has room.
        holders[10] = 1;
        HandMadeView view = new HandMadeView(~(1L << 10), holders, 0, new long[64], 11);
        int[] picked = picks("rarest-first", view);
        // Chi-square with 7 degrees of freedom, level 0.1 %.
        assertThat(chiSquare(picked, rarest, DRAWS)).isLessThan(24.3);
    }

    @Test
    void shouldPickTheLowestPieceInSequence() {
        PiecePicker picker = Pickers.create("sequential");
        for (long seed = 1; seed <= VIEWS; seed++) {
            HandMadeView view = HandMadeView.random(seed);
            if (picker.pick(view) != Long.numberOfTrailingZeros(view.offered(0))) {
                fail("Seed " + seed + ": picked " + picker.pick(view) + ".");
            }
        }
    }

    /** BiToS: four of five picks from the high-priority set, the rarest within each set, ties evenly. */
    @Test
    void shouldPickFromTheWindowAsBitosDoes() {
        int[] holders = new int[40];
        Arrays.fill(holders, 9);
        int[] near = {1, 6, 7};
        int[] far = {8, 39};
        for (int index : near) {
            holders[index] = 4;
        }
        for (int index : far) {
            holders[index] = 2;
        }
        HandMadeView view = new HandMadeView((1L << 40) - 1, holders, 0, new long[40], 12);
        int[] picked = picks("window", view);
        int ofNear = picked[1] + picked[6] + picked[7];
        // Four standard deviations.
        assertThat((double) ofNear / DRAWS).isCloseTo(0.8, within(4 * Math.sqrt(0.16 / DRAWS)));
        assertThat(ofNear + picked[8] + picked[39]).isEqualTo(DRAWS);
        assertThat(chiSquare(picked, near, ofNear)).isLessThan(13.8);
        assertThat(chiSquare(picked, far, DRAWS - ofNear)).isLessThan(10.8);
    }

    @Test
    void shouldPickFromTheOtherSetWhereOneIsEmpty() {
        PiecePicker picker = Pickers.create("window");
        for (long seed = 1; seed <= VIEWS; seed++) {
            HandMadeView view = HandMadeView.random(seed);
            long near = view.offered(0) & 0xFF;
            int index = picker.pick(view);
            long set = near != 0 && index < 8 ? near : view.offered(0) & ~near;
            boolean emptySet = index < 8 ? near == 0 : view.offered(0) == near;
            if (emptySet || view.holders(index) != fewestHolders(view, set)) {
                fail("Seed " + seed + ": picked " + index + " of " + Long.toBinaryString(view.offered(0)) + ".");
            }
        }
    }

    private static int fewestHolders(HandMadeView view, long among) {
        int fewest = Integer.MAX_VALUE;
        for (long rest = among; rest != 0; rest &= rest - 1) {
            fewest = Math.min(fewest, view.holders(Long.numberOfTrailingZeros(rest)));
        }
        return fewest;
    }

    private static int[] picks(String name, HandMadeView view) {
        PiecePicker picker = Pickers.create(name);
        int[] picked = new int[view.pieces()];
        for (int i = 0; i < DRAWS; i++) {
            picked[picker.pick(view)]++;
        }
        return picked;
    }

    /** Against equal shares of the total; every other piece counts as a miss. */
    private static double chiSquare(int[] picked, int[] classes, int total) {
        double expected = (double) total / classes.length;
        double sum = 0;
        int seen = 0;
        for (int index : classes) {
            sum += (picked[index] - expected) * (picked[index] - expected) / expected;
            seen += picked[index];
        }
        assertThat(seen).isEqualTo(total);
        return sum;
    }
}
