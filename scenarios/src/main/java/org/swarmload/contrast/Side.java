package org.swarmload.contrast;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One delivery of a finished run.
 *
 * @param label for people: "out/a:cdn"
 * @param figures of each replication by its number; see {@link org.swarmload.study.RunFigures}
 */
public record Side(String label, String delivery, long seed, SortedMap<Integer, Map<String, Double>> figures) {
    public Side {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }
}
