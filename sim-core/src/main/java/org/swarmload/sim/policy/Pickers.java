package org.swarmload.sim.policy;

import java.util.List;
import java.util.function.Supplier;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.picker.bt.BtPicker;

/** The pickers known by name. A new instance for each cell. */
public final class Pickers {
    /** BiToS: pieces in the high-priority set. */
    private static final int HIGH_PRIORITY_PIECES = 8;

    /** BiToS: the set is served first in this many of 100 picks. */
    private static final int HIGH_PRIORITY_PERCENT = 80;

    private record Named(String name, Supplier<PiecePicker> picker) {}

    private static final List<Named> ALL = List.of(
            new Named("window", () -> Pickers::window),
            new Named("rarest-first", () -> view -> randomOf(view.rarest(view.offered()), view)),
            new Named("sequential", () -> view -> Long.numberOfTrailingZeros(view.offered())),
            new Named("bt:rarest-first", BtPicker::rarestFirst));

    private Pickers() {}

    public static List<String> names() {
        return ALL.stream().map(Named::name).toList();
    }

    /** A fresh picker of that name. */
    public static PiecePicker create(String name) {
        for (Named named : ALL) {
            if (named.name().equals(name)) {
                return named.picker().get();
            }
        }
        throw new IllegalArgumentException("No picker '" + name + "'.\nMaybe one of " + names() + ".");
    }

    /**
     * BiToS (Vlavianos, Iliofotou, Faloutsos, "BiToS: Enhancing BitTorrent for Supporting Streaming Applications", 2006):
     * rarest first in the set of pieces that are played next with probability 0.8, else rarest first in the rest.
     */
    private static int window(PieceView view) {
        long near = view.offered() & (1L << HIGH_PRIORITY_PIECES) - 1;
        long far = view.offered() & ~near;
        boolean preferNear = view.randomBelow(100) < HIGH_PRIORITY_PERCENT;
        long among = near != 0 && (preferNear || far == 0) ? near : far;
        return randomOf(view.rarest(among), view);
    }

    private static int randomOf(long word, PieceView view) {
        int skip = view.randomBelow(Long.bitCount(word));
        long rest = word;
        for (int i = 0; i < skip; i++) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }
}
