package org.swarmload.accuracy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.swarmload.accuracy.Difference.Verdict;

/**
 * One mode of one regime beside the exact mode.
 *
 * @param cells that the mode had; what auto chose
 */
record Comparison(String regime, Mode mode, int cells, Map<Measured, Difference> differences) {
    Comparison {
        differences = Collections.unmodifiableMap(new EnumMap<>(differences));
    }

    static Comparison of(String regime, Mode mode, Sample exact, Sample large) {
        Map<Measured, Difference> differences = new EnumMap<>(Measured.class);
        for (Measured measured : Measured.values()) {
            differences.put(measured, Difference.of(exact.values(measured), large.values(measured), measured.floor()));
        }
        return new Comparison(regime, mode, large.cells(), differences);
    }

    /** Quantities with this verdict. */
    List<Measured> with(Verdict verdict) {
        return differences.keySet().stream()
                .filter(measured -> differences.get(measured).verdict() == verdict)
                .toList();
    }

    /** The mode, and how many cells it chose. */
    String modeText() {
        return mode.equals(Mode.AUTO) ? mode.name() + " = " + cells : mode.name();
    }
}
