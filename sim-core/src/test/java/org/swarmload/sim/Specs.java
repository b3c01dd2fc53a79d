package org.swarmload.sim;

import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.ServiceSpec;

/** Models that differ from another in one thing. */
final class Specs {
    private Specs() {}

    /** The same night, over for the simulator at that time, whatever is still going on. */
    static ModelSpec endingAt(ModelSpec spec, long endMicros) {
        return of(spec, spec.audience(), spec.frontDoor(), spec.faults(), endMicros);
    }

    static ModelSpec withFault(ModelSpec spec, FaultSpec fault) {
        return of(spec, spec.audience(), spec.frontDoor(), List.of(fault), spec.endMicros());
    }

    static ModelSpec withFrontDoor(ModelSpec spec, List<ServiceSpec> services) {
        return of(spec, spec.audience(), services, spec.faults(), spec.endMicros());
    }

    /** The same people with the same screens, each in that role. */
    static ModelSpec withRole(ModelSpec spec, AudienceSpec.PeerRole role) {
        AudienceSpec a = spec.audience();
        List<Device> devices = a.devices().stream()
                .map(d -> new Device(d.name(), d.share(), role, d.cacheBytes(), d.topRendition()))
                .toList();
        AudienceSpec audience = new AudienceSpec(
                a.viewers(),
                a.unlockMicros(),
                a.noticeSeconds(),
                a.arrivals(),
                a.patience(),
                a.retry(),
                a.reload(),
                a.regions(),
                a.access(),
                devices,
                a.staySeconds(),
                a.initial());
        return of(spec, audience, spec.frontDoor(), spec.faults(), spec.endMicros());
    }

    /** The same people at the far end of the world, who give up at the first refusal and press play again at once. */
    static ModelSpec withQuickReloads(ModelSpec spec) {
        AudienceSpec a = spec.audience();
        List<AudienceSpec.Access> far = a.access().stream()
                .map(c -> new AudienceSpec.Access(
                        c.name(), c.share(), c.downBps(), c.upBps(), Law.constant(4), c.uploadAllowed()))
                .toList();
        AudienceSpec audience = new AudienceSpec(
                a.viewers(),
                a.unlockMicros(),
                a.noticeSeconds(),
                a.arrivals(),
                new AudienceSpec.Patience(0, 0, 0, Law.constant(5)),
                new AudienceSpec.Retry(AudienceSpec.Backoff.NONE, 0, 0, AudienceSpec.Jitter.NONE, 0),
                new AudienceSpec.Reload(Law.constant(0.001), 100),
                a.regions(),
                far,
                a.devices(),
                a.staySeconds());
        return of(spec, audience, List.of(), spec.faults(), spec.endMicros());
    }

    private static ModelSpec of(
            ModelSpec spec, AudienceSpec audience, List<ServiceSpec> door, List<FaultSpec> faults, long endMicros) {
        return Given.model(
                spec.deliveryName(),
                spec.seed(),
                spec.replication(),
                spec.content(),
                audience,
                door,
                spec.delivery(),
                spec.player(),
                faults,
                spec.engine(),
                endMicros);
    }
}
