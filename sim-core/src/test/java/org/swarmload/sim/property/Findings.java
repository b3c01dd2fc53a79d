package org.swarmload.sim.property;

import java.util.ArrayList;
import java.util.List;

/** What does not hold. A finding begins with the name of the property, which shrinking keeps. */
final class Findings {
    private final List<String> all = new ArrayList<>();

    void require(boolean holds, String property, String what) {
        if (!holds) {
            all.add(property + ": " + what);
        }
    }

    void equal(String property, double actual, double expected) {
        require(actual == expected, property, actual + " is not " + expected);
    }

    void near(String property, double actual, double expected, double relative, double absolute) {
        double slack = absolute + relative * Math.abs(expected);
        require(Math.abs(actual - expected) <= slack, property, actual + " is not " + expected);
    }

    void atMost(String property, double actual, double most) {
        require(actual <= most, property, actual + " is above " + most);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    static String property(String finding) {
        return finding.substring(0, Math.max(0, finding.indexOf(':')));
    }
}
