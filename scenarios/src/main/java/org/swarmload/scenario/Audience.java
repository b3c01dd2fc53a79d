package org.swarmload.scenario;

import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.Law;

/**
 * Who presses play, when, on what and how patiently.
 *
 * @param viewers people who press play
 * @param arrivals offsets in seconds from the unlock, each for a share of the viewers
 * @param notice seconds after the unlock at which those who were waiting for it press play
 * @param reload what a person does after the player has given up
 * @param stay seconds of the title that a viewer means to watch; null is all of it
 */
public record Audience(
        int viewers,
        List<AudienceSpec.Arrival> arrivals,
        Law notice,
        AudienceSpec.Patience patience,
        AudienceSpec.Retry retry,
        AudienceSpec.Reload reload,
        List<AudienceSpec.Region> regions,
        List<AudienceSpec.Access> access,
        List<Device> devices,
        Law stay) {

    public Audience {
        arrivals = List.copyOf(arrivals);
        regions = List.copyOf(regions);
        access = List.copyOf(access);
        devices = List.copyOf(devices);
    }

    /**
     * @param top name of the best rendition that the screen shows
     */
    public record Device(String name, double share, AudienceSpec.PeerRole p2p, long cacheBytes, String top) {}

    /** Index of the region of that name, or -1. */
    public int regionIndex(String name) {
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
