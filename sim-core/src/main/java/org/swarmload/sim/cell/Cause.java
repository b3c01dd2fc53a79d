package org.swarmload.sim.cell;

import java.util.List;
import org.swarmload.sim.model.ServiceSpec;

/** What harm is charged to when it happens behind the front door. */
public enum Cause {
    OWN_LINE("own-line"),
    ORIGIN("origin"),
    EDGE("edge"),
    SEEDS("seeds"),
    PEERS("peers"),
    /** The last one: {@link #code} counts on it. */
    FAULT("fault");

    private static final Cause[] ALL = values();

    private final String word;

    Cause(String word) {
        this.word = word;
    }

    /** The word in exports. */
    public String word() {
        return word;
    }

    /**
     * The number by which the front door knows the cause: services come first, then a fault, which a service may have
     * too, then the others.
     */
    public int code(int services) {
        return this == FAULT ? services : services + 1 + ordinal();
    }

    /** Names of all numbers of causes. */
    public static String[] names(List<ServiceSpec> services) {
        String[] names = new String[services.size() + ALL.length];
        for (int s = 0; s < services.size(); s++) {
            names[s] = services.get(s).name();
        }
        for (Cause cause : ALL) {
            names[cause.code(services.size())] = cause.word;
        }
        return names;
    }

    static Cause of(int index) {
        return ALL[index];
    }

    static int count() {
        return ALL.length;
    }

    static Cause ofServer(CellPlan.Role role) {
        return switch (role) {
            case ORIGIN, SHIELD -> ORIGIN;
            case EDGE -> EDGE;
            case SEEDS -> SEEDS;
        };
    }
}
