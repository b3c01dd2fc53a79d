package org.swarmload.compile;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.scenario.ArrivalDef;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Poisson;
import org.swarmload.sim.random.Purpose;

/**
 * Turns a scenario's audience into the simulator's. Random numbers of people are drawn here, from (seed, replication,
 * place in the list of arrivals), so that a spec says exactly how many there are.
 */
final class AudienceCompiler {
    private AudienceCompiler() {}

    static AudienceSpec compile(Scenario scenario, ModelClock clock, int replication) {
        Audience audience = scenario.audience();
        int[] counts = counts(audience, CounterRandom.key(scenario.seed(), replication));
        int viewers = audience.dealt() + audience.initialViewers();
        for (int i = 0; i < counts.length; i++) {
            viewers += Math.max(0, counts[i]);
        }
        List<AudienceSpec.Device> devices = audience.devices().stream()
                .map(d -> new AudienceSpec.Device(
                        d.name(),
                        d.share(),
                        d.count(),
                        d.p2p(),
                        d.cacheBytes(),
                        scenario.content().renditionIndex(d.top())))
                .toList();
        Law stay = audience.stay() == null
                ? Law.constant(scenario.content().title().lengthMicros() / 1e6)
                : audience.stay();
        return new AudienceSpec(
                viewers,
                clock.unlockMicros(),
                audience.notice(),
                arrivals(audience, counts, viewers),
                audience.patience(),
                audience.retry(),
                audience.reload(),
                audience.regions(),
                audience.access(),
                devices,
                stay,
                audience.initial());
    }

    /** The number of people of each component of arrivals; {@link AudienceSpec#BY_SHARE} where it has a share. */
    private static int[] counts(Audience audience, long key) {
        int[] counts = new int[audience.arrivals().size()];
        for (int i = 0; i < counts.length; i++) {
            ArrivalDef arrival = audience.arrivals().get(i);
            if (arrival.isShared()) {
                counts[i] = AudienceSpec.BY_SHARE;
            } else if (arrival.random()) {
                counts[i] = Math.toIntExact(Poisson.draw(key, i, Purpose.ARRIVAL_NUMBER, arrival.expected()));
            } else {
                counts[i] = (int) Math.round(arrival.expected());
            }
        }
        return counts;
    }

    private static List<Arrival> arrivals(Audience audience, int[] counts, int viewers) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            ArrivalDef def = audience.arrivals().get(i);
            double people = def.isShared() ? def.share() * audience.dealt() : counts[i];
            // When shares are all there is they stay bit for bit what was written.
            double share = audience.dealt() == viewers ? def.share() : people / Math.max(1, viewers);
            arrivals.add(new Arrival(share, counts[i], def.offsetSeconds(), def.inOrder()));
        }
        return arrivals;
    }
}
