package org.swarmload.sim.swarm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@link Holdings} means, for one viewer, with plain sets of pieces and without any ring. */
final class NaiveHoldings {
    private static final int RUNS = 8;

    /** Everything ever finished, with its rendition; evicted pieces stay here and are below {@link #low}. */
    final TreeMap<Integer, Integer> finished = new TreeMap<>();

    final TreeSet<Integer> announced = new TreeSet<>();
    final TreeSet<Integer> asked = new TreeSet<>();
    final TreeSet<Integer> askedServer = new TreeSet<>();
    private int low;

    void complete(int piece, int rendition) {
        finished.put(piece, rendition);
        asked.remove(piece);
        askedServer.remove(piece);
        low = Math.max(low, startOfOldestRun());
    }

    /** Whether finishing this piece makes it forget pieces that neighbours are still to see. */
    boolean forgetsUnannounced(int piece, int rendition) {
        finished.put(piece, rendition);
        boolean forgets = startOfOldestRun() > announcedFront();
        finished.remove(piece);
        return forgets;
    }

    void evictBefore(int piece) {
        low = Math.max(low, piece);
    }

    int front() {
        return firstLacking(finished.navigableKeySet());
    }

    /** The first piece that neighbours do not see. */
    int announcedFront() {
        return firstLacking(announced);
    }

    private static int firstLacking(Iterable<Integer> pieces) {
        int next = 0;
        for (int piece : pieces) {
            if (piece != next) {
                return next;
            }
            next++;
        }
        return next;
    }

    /** First piece of the eighth last run of equal renditions in the contiguous part. */
    private int startOfOldestRun() {
        Deque<Integer> starts = new ArrayDeque<>();
        int last = -1;
        for (int piece = 0; piece < front(); piece++) {
            int rendition = finished.get(piece);
            if (rendition != last) {
                starts.add(piece);
                last = rendition;
            }
            if (starts.size() > RUNS) {
                starts.remove();
            }
        }
        return starts.isEmpty() ? 0 : starts.getFirst();
    }

    boolean holds(int piece) {
        return piece >= low && finished.containsKey(piece);
    }

    /** What a neighbour sees of the 64 pieces from this one on; bit 0 is this one. */
    long shown(int first, int rendition) {
        long word = 0;
        for (int i = 0; i < 64; i++) {
            int piece = first + i;
            if (holds(piece) && announced.contains(piece) && finished.get(piece) == rendition) {
                word |= 1L << i;
            }
        }
        return word;
    }

    /** Ring word of what is held from the front on. */
    long beyondFront() {
        return ring(finished.tailMap(front()).keySet());
    }

    static long ring(Iterable<Integer> pieces) {
        long word = 0;
        for (int piece : pieces) {
            word |= 1L << piece;
        }
        return word;
    }
}
