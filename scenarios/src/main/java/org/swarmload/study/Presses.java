package org.swarmload.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.Law;

/**
 * When people press play, as laws: who came before the unlock waits for it and presses when it is noticed. Without this
 * mathematics would have them all begin at one instant.
 */
final class Presses {
    private static final int SLICES = 1_000;

    private Presses() {}

    /** The same audience whose arrivals are the presses of play, those who are there from the beginning included. */
    static AudienceSpec of(AudienceSpec audience) {
        List<Arrival> presses = atDoor(audience);
        if (audience.initialViewers() > 0) {
            double share = (double) audience.initialViewers() / audience.viewers();
            presses.add(new Arrival(share, audience.initialViewers(), Law.constant(0), false));
        }
        return new AudienceSpec(
                audience.viewers(),
                audience.unlockMicros(),
                audience.noticeSeconds(),
                presses,
                audience.patience(),
                audience.retry(),
                audience.reload(),
                audience.regions(),
                audience.access(),
                audience.devices(),
                audience.staySeconds(),
                audience.initial());
    }

    /** The presses of those who pass the front door. */
    static List<Arrival> atDoor(AudienceSpec audience) {
        List<Arrival> presses = new ArrayList<>();
        for (Arrival arrival : audience.arrivals()) {
            Law law = presses(arrival.offsetSeconds(), audience.noticeSeconds());
            presses.add(new Arrival(arrival.share(), arrival.count(), law, false));
        }
        return presses;
    }

    private static Law presses(Law offset, Law notice) {
        double[] seconds = new double[SLICES];
        Arrays.setAll(seconds, i -> offset.quantile((i + 0.5) / SLICES));
        int waiting = (int) Arrays.stream(seconds).filter(s -> s < 0).count();
        if (waiting == 0) {
            return offset;
        }
        // Offsets rise with the slice, so who waits comes first.
        for (int i = 0; i < waiting; i++) {
            seconds[i] = Math.max(0, notice.quantile((i + 0.5) / waiting));
        }
        Arrays.sort(seconds);
        double[] shares = new double[SLICES];
        Arrays.fill(shares, 1.0 / SLICES);
        return new Law.Choice(seconds, shares);
    }
}
