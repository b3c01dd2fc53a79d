package org.swarmload.cli;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.picker.RarestOf;
import org.swarmload.sim.policy.Pickers;

/** How long a picker takes for one choice on this machine, measured on a view as a client in mid-download has it. */
final class PickTimer {
    private static final long WARM_UP_NANOS = 30_000_000;
    private static final long MEASURED_NANOS = 30_000_000;

    private PickTimer() {}

    /**
     * @param pieces of the view
     * @return seconds a call
     */
    static double seconds(String picker, int pieces) {
        PiecePicker one = Pickers.create(picker);
        View view = new View(pieces);
        calls(one, view, WARM_UP_NANOS);
        long start = System.nanoTime();
        long calls = calls(one, view, MEASURED_NANOS);
        return (System.nanoTime() - start) / 1e9 / calls;
    }

    private static long calls(PiecePicker picker, View view, long nanos) {
        long start = System.nanoTime();
        long calls = 0;
        long sum = 0;
        while (System.nanoTime() - start < nanos) {
            for (int i = 0; i < 16; i++) {
                sum += picker.pick(view);
                calls++;
            }
        }
        // Never true; but what nobody could see, the compiler would not compute.
        return sum == Long.MIN_VALUE ? 0 : calls;
    }

    /** Half of the pieces are offered, by 1 to 40 neighbours. */
    private static final class View implements PieceView {
        private final int pieces;
        private final RarestOf rarest;
        private long state = 1;

        View(int pieces) {
            this.pieces = pieces;
            rarest = new RarestOf(pieces);
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
        public long offered(int word) {
            return 0x5555_5555_5555_5555L & PieceView.range(word, 0, pieces);
        }

        @Override
        public int holders(int index) {
            return 1 + index * 7 % 40;
        }

        @Override
        public long microsToDeadline(int index) {
            return (index + 1) * 4_000_000L;
        }

        @Override
        public long clientSeed() {
            return 1;
        }

        @Override
        public int randomBelow(int bound) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            return (int) ((state >>> 33) % bound);
        }

        @Override
        public int rarest(int from, int to) {
            return rarest.pick(this, from, to);
        }
    }
}
