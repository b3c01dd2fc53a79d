package org.swarmload.sim.picker;

/**
 * Deadlines first, then rarity: a piece that plays within {@value #URGENT_MICROS} µs is asked for in the order of
 * deadlines, as the time-critical pieces of libtorrent are ({@code set_piece_deadline}); when none of these is offered,
 * the rarest of the rest, ties at random. The length of the urgent zone is that of p2p-media-loader's high-demand window.
 *
 * <p>Of a file nothing is urgent, and this is {@link RarestFirst}.
 */
public final class DeadlineFirst implements PiecePicker {
    private static final long URGENT_MICROS = 15_000_000;

    @Override
    public int pick(PieceView view) {
        int nearest = view.first(0, view.pieces());
        return nearest == NONE || view.microsToDeadline(nearest) < URGENT_MICROS
                ? nearest
                : view.rarest(nearest, view.pieces());
    }
}
