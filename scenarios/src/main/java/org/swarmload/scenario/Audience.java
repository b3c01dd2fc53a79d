package org.swarmload.scenario;

import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.Law;

/**
 * Who presses play, when, on what and how patiently.
 *
 * @param dealt people who are dealt to arrivals by shares; 0 if every component has a number of its own
 * @param arrivals who comes when
 * @param notice seconds after the unlock at which those who were waiting for it press play
 * @param reload what a person does after the player has given up
 * @param stay seconds of the title that a viewer means to watch; null is all of it
 * @param initial who is there from the beginning
 */
public record Audience(
        int dealt,
        List<ArrivalDef> arrivals,
        Law notice,
        AudienceSpec.Patience patience,
        AudienceSpec.Retry retry,
        AudienceSpec.Reload reload,
        List<AudienceSpec.Region> regions,
        List<AudienceSpec.Access> access,
        List<Device> devices,
        Law stay,
        List<AudienceSpec.Initial> initial) {

    public Audience {
        arrivals = List.copyOf(arrivals);
        regions = List.copyOf(regions);
        access = List.copyOf(access);
        devices = List.copyOf(devices);
        initial = List.copyOf(initial);
    }

    /**
     * People who press play, those who are there from the beginning included: the number, or the expected one when it
     * is drawn anew in each replication.
     */
    public int viewers() {
        double expected = dealt;
        for (ArrivalDef arrival : arrivals) {
            expected += arrival.expected();
        }
        return initialViewers() + (int) Math.round(expected);
    }

    /** Whether every replication has exactly {@link #viewers}. */
    public boolean hasFixedNumber() {
        return arrivals.stream().noneMatch(ArrivalDef::random);
    }

    public int initialViewers() {
        return initial.stream().mapToInt(AudienceSpec.Initial::count).sum();
    }

    /** Whether somebody who is there from the beginning holds pieces. */
    public boolean bringsPieces() {
        return initial.stream().anyMatch(one -> one.count() > 0 && one.holding() != AudienceSpec.Holding.NONE);
    }

    /**
     * @param count exactly so many, or {@link AudienceSpec#BY_SHARE}
     * @param top name of the best rendition that the screen shows
     */
    public record Device(
            String name, double share, int count, AudienceSpec.PeerRole p2p, long cacheBytes, String top) {}

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
