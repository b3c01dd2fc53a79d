package org.swarmload.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.swarmload.scenario.Scenario;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.yaml.ScenarioReader;

/** Ten minutes that 800 people want to see within five: small enough to look for its limits in seconds. */
final class SmallNight {
    private static final String TEXT = """
            schema: 1
            name: Small night
            seed: 7
            content: {kind: vod, unlocks: "21:00", length: 10min, segment: 6s, renditions: {sd: 2Mbps}}
            audience:
              viewers: 800
              arrivals: [{share: 100%, uniform: [0min, 5min]}]
              patience: {start-up: {abandon: {from: 2s, per-second: 5.8%, at-most: 90%}}, stall: {exponential: 4min}}
              retry: {backoff: exponential, first: 1s, cap: 8s, jitter: full, attempts: 3}
              access: {line: {share: 100%, down: 20Mbps, up: 5Mbps, rtt: 20ms}}
            front-door:
              - login: {capacity: 9/s, queue: 5000}
              - licence: {servers: 4, service: {exponential: 200ms}, queue: 5000}
            deliveries:
              servers: {origin: {servers: 1, uplink: 3Gbps, connections: 1700, queue: 20}}
              wide: {origin: {servers: 1, uplink: 30Gbps}}
            decide: servers
            objectives: [start-failures < 1%, exits-before-start < 20%, startup-time.p95 < 5s, rebuffering-ratio < 1%]
            """;

    private SmallNight() {}

    static SweepDesign.Source in(Path folder, String... sets) throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, TEXT);
        return new SweepDesign.Source(file.toString(), List.of(), List.of(sets));
    }

    static Scenario read(SweepDesign.Source source) {
        return ScenarioReader.read(source.scenario(), source.overlays(), source.sets());
    }

    static LimitsDesign design(SweepDesign.Source source, String... deliveries) {
        return LimitsDesign.of(
                source,
                read(source),
                List.of(deliveries),
                new LimitsDesign.Span(null, null, ScenarioReader.MOST_VIEWERS),
                0.02,
                "test");
    }
}
