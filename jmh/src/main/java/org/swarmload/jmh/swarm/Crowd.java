package org.swarmload.jmh.swarm;

import java.util.SplittableRandom;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Neighbours;

/**
 * A cell of viewers in the middle of a title, and what they know of each other: made up, but spread over memory as those
 * of a run are. Fronts lie within four minutes of play, every eighth viewer holds another rendition, nine of ten have
 * room for one more upload.
 */
public final class Crowd {
    /** As many as the engine puts in a cell. */
    public static final int VIEWERS = 10_000;

    private static final int FIRST_FRONT = 200;
    private static final int SPREAD = 40;
    private static final int KEPT = 100;
    private static final int OTHER_RENDITION_OF = 8;
    private static final double WITH_ROOM = 0.9;

    private final Holdings holdings = new Holdings(VIEWERS);
    private final Neighbours neighbours;

    /**
     * @param known neighbours of each viewer
     * @param filled share of its window, which is {@link Holdings#WINDOW} pieces from the first that it lacks, that each
     *     viewer holds
     */
    public Crowd(int known, double filled) {
        SplittableRandom random = new SplittableRandom(40);
        neighbours = new Neighbours(VIEWERS, known);
        for (int v = 0; v < VIEWERS; v++) {
            hold(v, filled, random);
            while (!neighbours.full(v)) {
                int peer = (v + 1 + random.nextInt(VIEWERS - 1)) % VIEWERS;
                if (!neighbours.contains(v, peer)) {
                    neighbours.add(v, peer);
                }
            }
        }
    }

    private void hold(int v, double filled, SplittableRandom random) {
        int front = FIRST_FRONT + random.nextInt(SPREAD);
        holdings.reset(v, front - KEPT);
        holdings.goOnline(v, random.nextDouble() < WITH_ROOM);
        for (int piece = front - KEPT; piece < front; piece++) {
            take(v, piece);
        }
        for (int piece = front + 1; piece < front + Holdings.WINDOW; piece++) {
            if (random.nextDouble() < filled) {
                take(v, piece);
            }
        }
    }

    private void take(int v, int piece) {
        holdings.complete(v, piece, rendition(v));
        holdings.announce(v, piece);
    }

    public Holdings holdings() {
        return holdings;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    /** The rendition that a viewer plays, of which all its pieces are. */
    public int rendition(int v) {
        return v % OTHER_RENDITION_OF == 0 ? 1 : 0;
    }

    /** Pieces of the window that a viewer lacks, from its front on. */
    public long wanted(int v) {
        return ~Long.rotateRight(holdings.held(v), holdings.front(v));
    }
}
