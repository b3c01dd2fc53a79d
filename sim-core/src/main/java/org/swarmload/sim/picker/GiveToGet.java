package org.swarmload.sim.picker;

/**
 * The chunk selection of Give-to-Get (Mol, Pouwelse, Meulpolder, Epema, Sips, "Give-to-Get: Free-riding Resilient
 * Video-on-Demand in P2P Systems", MMCN 2008), with the sizes of Tribler, which shipped it: pieces that play within 10 s,
 * {@value #LEAST_HIGH} at least, in order; then the rarest of those in four times that stretch behind them; then the
 * rarest of the rest. Ties at random. Of a file, which nobody plays, the first set is {@value #LEAST_HIGH} pieces from the
 * first one that the client lacks.
 *
 * <p>Left out: the paper's upload rule (who forwards is served), and its way before the first frame, when high-priority
 * pieces are not yet in order.
 */
public final class GiveToGet implements PiecePicker {
    private static final long HIGH_MICROS = 10_000_000;
    private static final int LEAST_HIGH = 5;
    private static final int MID_PER_HIGH = 4;

    @Override
    public int pick(PieceView view) {
        int end = view.pieces();
        int front = view.front();
        int high = Math.min(end, front + LEAST_HIGH);
        while (high < end && view.microsToDeadline(high) < HIGH_MICROS) {
            high++;
        }
        int choice = view.first(0, high);
        if (choice == NONE) {
            int mid = Math.min(end, high + MID_PER_HIGH * (high - front));
            choice = view.rarest(high, mid);
            choice = choice == NONE ? view.rarest(mid, end) : choice;
        }
        return choice;
    }
}
