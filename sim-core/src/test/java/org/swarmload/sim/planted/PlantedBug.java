package org.swarmload.sim.planted;

import java.util.List;

/**
 * A bug that a test plants: one small change of one source file. The text to be replaced must be there exactly once, so
 * that nothing is planted by accident when the source has moved on.
 *
 * @param file below the sources of org.swarmload.sim
 * @param tests simple names, with package below org.swarmload.sim, of the quick tests that are asked, in this order
 */
record PlantedBug(String name, String file, String find, String replace, List<String> tests) {
    static PlantedBug in(String file, String name, String find, String replace, String... tests) {
        return new PlantedBug(name, file, find, replace, List.of(tests));
    }

    /** The source with the bug in it. */
    String plantedIn(String source) {
        int at = source.indexOf(find);
        if (at < 0 || source.indexOf(find, at + 1) >= 0) {
            throw new IllegalStateException("'" + name + "' does not fit " + file + " any more: its text is "
                    + (at < 0 ? "not there." : "there twice.") + "\n" + find);
        }
        return source.substring(0, at) + replace + source.substring(at + find.length());
    }
}
