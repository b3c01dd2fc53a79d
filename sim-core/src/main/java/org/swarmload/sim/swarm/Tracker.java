package org.swarmload.sim.swarm;

import org.swarmload.sim.random.CellStream;

/**
 * Knows the uploaders of a cell that are here now and introduces them to each other: random ones, links both ways when
 * both upload. Pairs that cannot connect are decided by the caller, once and for all per pair.
 */
public final class Tracker {
    /** Whether two peers of the cell can connect. */
    @FunctionalInterface
    public interface Reachability {
        boolean test(int peer, int other);
    }

    private static final int ABSENT = -1;

    private final int[] present;
    private final int[] position;
    private final Neighbours neighbours;
    private final CellStream stream;
    private final Reachability reachability;
    private int size;

    public Tracker(int viewers, Neighbours neighbours, CellStream stream, Reachability reachability) {
        present = new int[viewers];
        position = new int[viewers];
        java.util.Arrays.fill(position, ABSENT);
        this.neighbours = neighbours;
        this.stream = stream;
        this.reachability = reachability;
    }

    /** Registers an uploader. */
    public void register(int peer) {
        if (position[peer] == ABSENT) {
            position[peer] = size;
            present[size++] = peer;
        }
    }

    public void unregister(int peer) {
        int hole = position[peer];
        if (hole != ABSENT) {
            int last = present[--size];
            present[hole] = last;
            position[last] = hole;
            position[peer] = ABSENT;
        }
    }

    public int uploaders() {
        return size;
    }

    /** Fills the peer's list with random uploaders, each asked for at most once per call; gives up after some misses. */
    public void introduce(int peer) {
        boolean uploads = position[peer] != ABSENT;
        int tries = 3 * Math.min(size, 64);
        while (tries-- > 0 && !neighbours.full(peer)) {
            int other = present[stream.nextInt(size)];
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
        return 8L * present.length;
    }
}
