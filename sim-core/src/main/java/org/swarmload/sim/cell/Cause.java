package org.swarmload.sim.cell;

/** What harm is charged to when it happens behind the front door. */
public enum Cause {
    OWN_LINE("own-line"),
    ORIGIN("origin"),
    EDGE("edge"),
    SEEDS("seeds"),
    PEERS("peers"),
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
