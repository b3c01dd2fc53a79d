package org.swarmload.sim.swarm;

import org.swarmload.sim.random.CellStream;

/**
 * Knows the uploaders of a cell that are here now, title by title, and introduces them to each other: random ones, links both ways when
 * both upload. Pairs that cannot connect are decided by the caller, once and for all per pair.
 */
public final class Tracker {
    /** Whether two peers of the cell can connect. */
    @FunctionalInterface
    public interface Reachability {
        boolean test(int peer, int other);
    }

    private final Roster present;
    private final Neighbours neighbours;
    private final CellStream stream;
    private final Reachability reachability;

    public Tracker(int viewers, int titles, Neighbours neighbours, CellStream stream, Reachability reachability) {
        present = new Roster(viewers, titles);
        this.neighbours = neighbours;
        this.stream = stream;
        this.reachability = reachability;
    }

    /** Registers an uploader of a title. */
    public void register(int peer, int title) {
        present.add(peer, title);
    }

    public void unregister(int peer, int title) {
        present.remove(peer, title);
    }

    /** Uploaders of a title. */
    public int uploaders(int title) {
        return present.size(title);
    }

    /** Who is registered. */
    public Roster present() {
        return present;
    }

    /**
     * Fills the peer's list: with all uploaders of the title if a list holds so many, else with random ones, each asked
     * for at most once per call; gives up after some misses.
     */
    public void introduce(int peer, int title) {
        int size = present.size(title);
        if (size <= neighbours.limit()) {
            for (int i = 0; i < size && !neighbours.full(peer); i++) {
                introduce(peer, present.member(title, i), present.contains(peer));
            }
            return;
        }
        int tries = 3 * Math.min(size, 64);
        while (tries-- > 0 && !neighbours.full(peer)) {
            introduce(peer, present.member(title, stream.nextInt(size)), present.contains(peer));
        }
    }

    private void introduce(int peer, int other, boolean uploads) {
        if (other == peer || neighbours.contains(peer, other) || !reachability.test(peer, other)) {
            return;
        }
        neighbours.add(peer, other);
        if (uploads && !neighbours.full(other) && !neighbours.contains(other, peer)) {
            neighbours.add(other, peer);
        }
    }

    public long stateBytes() {
        return present.stateBytes();
    }
}
