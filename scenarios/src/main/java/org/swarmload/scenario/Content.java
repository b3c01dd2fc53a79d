package org.swarmload.scenario;

import java.time.LocalTime;
import org.swarmload.sim.model.ContentSpec;

/**
 * What is watched: a title on demand.
 *
 * @param unlocks the planner's clock when it can first be played
 */
public record Content(LocalTime unlocks, ContentSpec title) {
    /** Index of the rendition of that name, or -1. */
    public int renditionIndex(String name) {
        for (int i = 0; i < title.renditions().size(); i++) {
            if (title.renditions().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
