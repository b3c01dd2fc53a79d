package org.swarmload.yaml;

import java.util.List;

/** A small scenario that is sound, and ways to spoil one line of it. */
final class SmallScenario {
    static final String TEXT = """
            schema: 1
            name: Small night
            seed: 7
            zone: America/New_York
            run: {replications: 2, until: end}
            content: {kind: vod, unlocks: "21:00", length: 10min, segment: 4s, renditions: {sd: 2Mbps, hd: 4Mbps}}
            audience:
              viewers: 500
              arrivals:
                - {share: 20%, uniform: [-90s, 0min]}
                - {share: 80%, exponential: 2min}
              patience: {start-up: {abandon: {from: 2s, per-second: 5.8%}}, stall: {exponential: 4min}}
              retry: {backoff: exponential, first: 1s, cap: 32s, jitter: full, attempts: 8}
              reload: {after: {exponential: 15s}, attempts: 5}
              regions: {east: {share: 60%}, west: {share: 40%}}
              access:
                cable: {share: 70%, down: {lognormal: {p10: 15Mbps, p90: 130Mbps}}, up: 10Mbps, rtt: 22ms}
                dsl: {share: 30%, down: 9Mbps, up: 1Mbps, rtt: 38ms, upload: forbidden}
              devices:
                app: {share: 85%, p2p: full, cache: 1GiB}
                phone: {share: 15%, p2p: download-only, top: sd}
            front-door:
              - login: {capacity: 100/s, calls: 2, queue: 2000, timeout: 10s}
              - licence: {servers: 40, service: {exponential: 50ms}}
            deliveries:
              cdn:
                origin: {servers: 1, uplink: 10Gbps}
                edges:
                  e1: {serves: east, capacity: 40Gbps, cache: {ttl: 60s, collapse: true}, background: {flat: 15Gbps}}
                  w1: {serves: [west], capacity: 25Gbps}
              p2p: {seeds: {count: 2, uplink: 1Gbps}, swarm: {policy: generic, picker: window}}
              hybrid: {like: cdn, swarm: {policy: p2p-media-loader, upload-cap: 3Mbps, reachable: 78%}}
            faults: [{at: "21:02", target: central, for: 1min}]
            decide: hybrid
            objectives: ["start-failures < 0.5%", "startup-time.p95 < 4s"]
            costs: {edges: {tariff: cloudfront-list}, peers: {tariff: vendor-share-of-cdn}}
            """;

    private SmallScenario() {}

    /** The scenario with the first occurrence of a piece of its text replaced. */
    static String with(String piece, String other) {
        int at = TEXT.indexOf(piece);
        if (at < 0) {
            throw new IllegalArgumentException("No such text: " + piece);
        }
        return TEXT.substring(0, at) + other + TEXT.substring(at + piece.length());
    }

    /** Problems, printed, of a text read as small.yaml; empty when there are none. */
    static List<String> problems(String text) {
        try {
            ScenarioReader.readText("small.yaml", text);
            return List.of();
        } catch (ScenarioException e) {
            return e.problems().stream().map(ScenarioProblem::toString).toList();
        }
    }

    /** Problems after one replacement. */
    static List<String> spoilt(String piece, String other) {
        return problems(with(piece, other));
    }
}
