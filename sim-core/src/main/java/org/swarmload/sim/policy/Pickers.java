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

    /** Mixed: pieces at the live edge that are fetched newest first, as in the paper's examples. */
    private static final int MIXED_PIECES = 10;

    /** BiToS: the set is served first in this many of 100 picks. */
    private static final int HIGH_PRIORITY_PERCENT = 80;

    private record Named(String name, Supplier<PiecePicker> picker) {}

    private static final List<Named> ALL = List.of(
            new Named("window", () -> Pickers::window),
            new Named("rarest-first", () -> view -> view.rarest(0, view.pieces())),
            new Named("random", () -> view -> view.random(0, view.pieces())),
            new Named("sequential", () -> view -> view.first(0, view.pieces())),
            new Named("mixed", () -> Pickers::mixed),
            new Named("newest-first", () -> view -> view.last(0, view.pieces())),
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
     * Mixed (Zhou, Chiu, Lui, "A Simple Model for Analyzing P2P Streaming Protocols", ICNP 2007): the newest piece of the
     * last {@value #MIXED_PIECES} before the live edge, which few have yet; if none of them is offered, the nearest.
     */
    private static int mixed(PieceView view) {
        int newest = view.last(Math.max(0, view.pieces() - MIXED_PIECES), view.pieces());
        return newest != PiecePicker.NONE ? newest : view.first(0, view.pieces());
    }

    /**
     * BiToS (Vlavianos, Iliofotou, Faloutsos, "BiToS: Enhancing BitTorrent for Supporting Streaming Applications", 2006):
     * rarest first in the set of pieces that are played next with probability 0.8, else rarest first in the rest.
     */
    private static int window(PieceView view) {
        int near = Math.min(HIGH_PRIORITY_PIECES, view.pieces());
        boolean preferNear = view.randomBelow(100) < HIGH_PRIORITY_PERCENT;
        boolean someNear = view.first(0, near) != PiecePicker.NONE;
        boolean someFar = view.first(near, view.pieces()) != PiecePicker.NONE;
        return someNear && (preferNear || !someFar) ? view.rarest(0, near) : view.rarest(near, view.pieces());
    }
}
