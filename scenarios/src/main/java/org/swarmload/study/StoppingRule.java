package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;

/**
 * When a study looks at what it has, and when it stops: at the first look at which everything is decided, at the last one
 * in any case. The looks are fixed numbers of replications, known before anything is simulated, so what comes out
 * depends on no clock and no thread. Who looks several times must be the stricter each time: {@link #confidence}.
 *
 * @param looks numbers of replications, rising, the first at least two
 */
public record StoppingRule(List<Integer> looks) {
    public StoppingRule {
        looks = List.copyOf(looks);
        int before = 1;
        for (int look : looks) {
            if (look <= before) {
                throw new IllegalArgumentException("Looks after " + looks + " replications do not rise from two on.");
            }
            before = look;
        }
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("A study looks at its results at least once.");
        }
    }

    /** One look, after so many replications. */
    public static StoppingRule fixed(int replications) {
        return new StoppingRule(List.of(replications));
    }

    /** Looks after {@code first} replications, twice as many, four times ...; the last after {@code cap}. */
    public static StoppingRule doubling(int first, int cap) {
        List<Integer> looks = new ArrayList<>();
        for (int look = first; look < cap; look *= 2) {
            looks.add(look);
        }
        looks.add(cap);
        return new StoppingRule(looks);
    }

    /** Most replications. */
    public int cap() {
        return looks.get(looks.size() - 1);
    }

    /**
     * The confidence of each single interval with which all of them, at all looks, hold together with {@code joint}
     * (Bonferroni): stopping at a lucky look is paid for.
     *
     * @param intervals that are looked at each time
     */
    public double confidence(double joint, int intervals) {
        return 1 - (1 - joint) / (Math.max(1, intervals) * looks.size());
    }
}
