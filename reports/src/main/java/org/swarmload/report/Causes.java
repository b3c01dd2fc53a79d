package org.swarmload.report;

import java.util.Set;
import org.swarmload.chart.Ink;

/** Words and inks of the causes to which harm is charged. */
final class Causes {
    private static final Set<String> NO_SERVICE =
            Set.of("own-line", "origin", "edge", "edges", "seeds", "peers", "fault");

    private Causes() {}

    static String say(String cause) {
        return switch (cause) {
            case "own-line" -> "viewers' own lines";
            case "origin" -> "the origin";
            case "edge", "edges" -> "the edges";
            case "seeds" -> "the seeds";
            case "peers" -> "peers";
            case "fault" -> "the outage";
            default -> cause + " (front door)";
        };
    }

    /** Services of the front door are charged by their own name. */
    static boolean isService(String cause) {
        return !NO_SERVICE.contains(cause);
    }

    static Ink ink(String cause) {
        return switch (cause) {
            case "own-line" -> Ink.OWN_LINE;
            case "origin" -> Ink.ORIGIN;
            case "edge", "edges" -> Ink.EDGES;
            case "seeds" -> Ink.SEEDS;
            case "peers" -> Ink.PEERS;
            case "fault" -> Ink.FAULT;
            default -> Ink.WAITING;
        };
    }
}
