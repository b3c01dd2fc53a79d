package org.swarmload.duel;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.watch.SwarmSample;
import org.swarmload.sim.watch.Watch;

/**
 * What the viewers of a run held over time, all cells added up. Cells may report in any order: sums of whole numbers do
 * not depend on it.
 */
public final class SwarmHistory implements Watch {
    /** Pieces are folded into so many groups at most. */
    private static final int MOST_GROUPS = 60;

    private final int pieces;
    private final int groups;
    private final List<Moment> moments = new ArrayList<>();

    private static final class Moment {
        private final long atMicros;
        private final long[] copies;
        private long present;
        private long unfinished;
        private long held;
        private long inOrder;
        private long lentBytes;

        private Moment(long atMicros, int groups) {
            this.atMicros = atMicros;
            copies = new long[groups];
        }
    }

    /** @param pieces of the title or file */
    public SwarmHistory(int pieces) {
        this.pieces = pieces;
        groups = Math.min(pieces, MOST_GROUPS);
    }

    @Override
    public boolean samples() {
        return true;
    }

    @Override
    public synchronized void sample(SwarmSample sample) {
        Moment moment = at(sample.atMicros());
        moment.present += sample.present();
        moment.unfinished += sample.unfinished();
        moment.held += sample.heldPieces();
        moment.inOrder += sample.inOrderPieces();
        moment.lentBytes += sample.lentBytes();
        for (int piece = 0; piece < pieces; piece++) {
            moment.copies[group(piece)] += sample.holders()[piece];
        }
    }

    /** A cell may be some samples ahead of another, never more than a round. */
    private Moment at(long micros) {
        int at = moments.size();
        while (at > 0 && moments.get(at - 1).atMicros >= micros) {
            at--;
        }
        if (at == moments.size() || moments.get(at).atMicros != micros) {
            moments.add(at, new Moment(micros, groups));
        }
        return moments.get(at);
    }

    private int group(int piece) {
        return (int) ((long) piece * groups / pieces);
    }

    private long piecesOf(int group) {
        long from = ((long) group * pieces + groups - 1) / groups;
        long to = ((group + 1L) * pieces + groups - 1) / groups;
        return to - from;
    }

    public int groups() {
        return groups;
    }

    public synchronized int moments() {
        return moments.size();
    }

    /** Viewers who were here. */
    public synchronized long present(int sample) {
        return moments.get(sample).present;
    }

    public synchronized long atMicros(int sample) {
        return moments.get(sample).atMicros;
    }

    /** Of the viewers who were here, the share that had a piece of the group, on average over its pieces; NaN if none. */
    public synchronized double availability(int sample, int group) {
        Moment moment = moments.get(sample);
        return moment.present == 0
                ? Double.NaN
                : (double) moment.copies[group] / ((double) moment.present * piecesOf(group));
    }

    /** Pieces of the title that those who were not done had in order, on average, as a share of all; NaN if none. */
    public synchronized double inOrderProgress(int sample) {
        Moment moment = moments.get(sample);
        return moment.unfinished == 0 ? Double.NaN : (double) moment.inOrder / ((double) moment.unfinished * pieces);
    }

    /**
     * Of all that the unfinished held over the run, the part before the first piece that they lacked, sample by sample.
     * 1 is strictly in order. NaN when nobody ever held anything.
     */
    public synchronized double inOrderShare() {
        long held = 0;
        long inOrder = 0;
        for (Moment moment : moments) {
            held += moment.held;
            inOrder += moment.inOrder;
        }
        return held == 0 ? Double.NaN : (double) inOrder / held;
    }

    /** What viewers' uplinks could have carried up to the sample. */
    public synchronized long lentBytes(int sample) {
        return moments.get(sample).lentBytes;
    }
}
