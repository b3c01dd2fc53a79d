package org.swarmload.scenario;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * What is unknown of a scenario, and the scenario of each night: replication r simulates night r. Two are equal when the
 * same is unknown, because the text of a scenario says the rest.
 */
public final class Nights {
    /** Nothing is unknown: every night is the scenario itself. */
    public static final Nights CERTAIN = new Nights(List.of(), null);

    private final List<Unknown> unknowns;
    private final IntFunction<Scenario> drawn;

    /** @param drawn the scenario of a replication, in which nothing is unknown any more; always the same for the same one */
    public Nights(List<Unknown> unknowns, IntFunction<Scenario> drawn) {
        this.unknowns = List.copyOf(unknowns);
        this.drawn = drawn;
    }

    /** In the order in which they are applied. */
    public List<Unknown> unknowns() {
        return unknowns;
    }

    public boolean areCertain() {
        return unknowns.isEmpty();
    }

    Scenario of(int replication) {
        return drawn.apply(replication);
    }

    /** The same nights, each changed in the same way. */
    public Nights each(UnaryOperator<Scenario> change) {
        return areCertain() ? this : new Nights(unknowns, replication -> change.apply(of(replication)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nights nights && unknowns.equals(nights.unknowns);
    }

    @Override
    public int hashCode() {
        return unknowns.hashCode();
    }
}
