package org.swarmload.accuracy;

import java.util.List;
import java.util.stream.Stream;

/**
 * A way to cut the same evening.
 *
 * @param name as in the table and in {@code -Daccuracy.modes}
 * @param cells value of {@code engine.cells}
 * @param round value of {@code engine.round}
 */
record Mode(String name, String cells, String round) {
    /** One cell, in which servers and swarm are whole: what the others are held against. */
    static final Mode EXACT = new Mode("exact", "1", "auto");

    /**
     * The exact mode once more, with other luck: see {@link Regime#sets}. What it differs by is chance alone, and no
     * mode can be known better than that with as many replications.
     */
    static final Mode CONTROL = new Mode("control", "1", "auto");

    /** What somebody gets who says nothing; the suite asserts this one. */
    static final Mode AUTO = new Mode("auto", "auto", "auto");

    /** Modes of a large audience. Told rounds have the fewest cells, so that the cut of the swarm weighs least. */
    static final List<Mode> LARGE = List.of(
            CONTROL,
            AUTO,
            cells(2),
            cells(8),
            cells(20),
            new Mode("2-rounds-0.1s", "2", "100ms"),
            new Mode("2-rounds-1s", "2", "1s"),
            new Mode("2-rounds-10s", "2", "10s"));

    /** Modes of an audience that one cell would hold. */
    static final List<Mode> THIN = List.of(CONTROL, AUTO, cells(2), cells(8));

    /** Modes of an audience that auto cuts in two. */
    static final List<Mode> TWICE = List.of(CONTROL, AUTO, cells(4));

    /** Every mode of some regime, once. */
    static List<Mode> all() {
        return Stream.of(LARGE, THIN, TWICE).flatMap(List::stream).distinct().toList();
    }

    private static Mode cells(int cells) {
        return new Mode(Integer.toString(cells), Integer.toString(cells), "auto");
    }

    /** What is laid over the scenario, as by {@code --set}. */
    List<String> sets() {
        return List.of("engine.cells=" + cells, "engine.round=" + round);
    }
}
