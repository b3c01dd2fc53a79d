package org.swarmload.sim.kernel;

/** A set of ordered pairs of numbers from 0 to 2³¹ − 2: a {@link PairMap} without the numbers. */
public final class PairSet {
    private final PairMap pairs = new PairMap(false);

    public int size() {
        return pairs.size();
    }

    public boolean contains(int first, int second) {
        return pairs.get(first, second) != PairMap.ABSENT;
    }

    /** Adds a pair; true if it was not in. */
    public boolean add(int first, int second) {
        return pairs.put(first, second, 0);
    }

    /** Takes a pair out; nothing happens if it is not in. */
    public void remove(int first, int second) {
        pairs.remove(first, second);
    }

    /** Takes a pair out in both orders. */
    public void removeBoth(int one, int other) {
        pairs.removeBoth(one, other);
    }

    public long stateBytes() {
        return pairs.stateBytes();
    }
}
