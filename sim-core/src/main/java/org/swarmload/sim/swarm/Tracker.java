package org.swarmload.sim.swarm;

import java.util.function.IntUnaryOperator;
import org.swarmload.sim.random.CellStream;

/**
 * Knows the uploaders of a cell that are here now and introduces those of one title to each other: random ones, links
 * both ways when both upload. Pairs that cannot connect are decided by the caller, once and for all per pair.
 */
public final class Tracker {
    /** Whether two peers of the cell can connect. */
    @FunctionalInterface
    public interface Reachability {
        boolean test(int peer, int other);
    }

    private final Roster present;
    private final IntUnaryOperator titleOf;
    private final Neighbours neighbours;
    private final CellStream stream;
    private final Reachability reachability;

    /** @param titleOf title of each viewer, below {@code titles} */
    public Tracker(
            int viewers,
            int titles,
            IntUnaryOperator titleOf,
            Neighbours neighbours,
            CellStream stream,
            Reachability reachability) {
        present = new Roster(viewers, titles);
        this.titleOf = titleOf;
        this.neighbours = neighbours;
        this.stream = stream;
        this.reachability = reachability;
    }

    /** Registers an uploader. */
    public void register(int peer) {
        present.add(peer, titleOf.applyAsInt(peer));
    }

    public void unregister(int peer) {
        present.remove(peer, titleOf.applyAsInt(peer));
    }

    /** Uploaders of a title. */
    public int uploaders(int title) {
        return present.size(title);
    }

    /** Fills the peer's list with random uploaders, each asked for at most once per call; gives up after some misses. */
    public void introduce(int peer) {
        int title = titleOf.applyAsInt(peer);
        int size = present.size(title);
        boolean uploads = present.contains(peer);
        int tries = 3 * Math.min(size, 64);
        while (tries-- > 0 && !neighbours.full(peer)) {
            int other = present.member(title, stream.nextInt(size));
            if (other == peer || neighbours.contains(peer, other) || !reachability.test(peer, other)) {
                continue;
            }
            neighbours.add(peer, other);
            if (uploads && !neighbours.full(other) && !neighbours.contains(other, peer)) {
                neighbours.add(other, peer);
            }
        }
    }

    public long stateBytes() {
        return present.stateBytes();
    }
}
