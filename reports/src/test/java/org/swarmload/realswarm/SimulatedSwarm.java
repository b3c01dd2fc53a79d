package org.swarmload.realswarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.theory.KumarRoss;
import org.swarmload.yaml.ScenarioReader;

/**
 * The scenario of a measured swarm, and its simulation by the engine of the program. Taken from the measurement: uplinks,
 * and when each leecher was admitted. Everything else is a fact of the network or of bt; nothing is fitted.
 */
final class SimulatedSwarm {
    /** Frame of a full segment with its time stamps, and what it carries. */
    private static final double FRAME = 1514.0 / 1448;

    /** Frame without data: an acknowledgement, or what a short message has around it. */
    private static final double EMPTY_FRAME = 66;

    /** TCP acknowledges every second full segment. */
    private static final double ACKNOWLEDGED_BYTES = 2 * 1448;

    private static final int BLOCK_BYTES = 16 << 10;
    private static final int REQUEST_BYTES = 17;
    private static final int HAVE_BYTES = 9;
    private static final double QUEUE_SECONDS = 1;

    /** Downlinks are not shaped. */
    private static final double DOWN_BPS = 1e9;

    private final Regime regime;
    private final String picker;
    private final int pieceBytes;
    private final double[] admittedSeconds;

    /** @param admittedSeconds of each leecher, in their order, after the first one's */
    SimulatedSwarm(Regime regime, String picker, int pieceBytes, double[] admittedSeconds) {
        this.regime = regime;
        this.picker = picker;
        this.pieceBytes = pieceBytes;
        this.admittedSeconds = admittedSeconds.clone();
    }

    /** The swarm of a measured run. */
    static SimulatedSwarm of(MeasuredRun run) {
        double[] admitted = run.leechers().stream()
                .mapToDouble(leecher -> leecher.admittedMillis() / 1000.0)
                .toArray();
        Measurement what = run.what();
        return new SimulatedSwarm(what.regime(), what.picker(), RealSwarmSuite.PIECE_BYTES, admitted);
    }

    /**
     * Bits of blocks that an uplink carries, of a peer that downloads at that rate: acknowledgements, requests and
     * announcements of its own download share the line.
     */
    double payloadBps(double linkBps, double downloadBps) {
        double control = EMPTY_FRAME / ACKNOWLEDGED_BYTES
                + (EMPTY_FRAME + REQUEST_BYTES) / BLOCK_BYTES
                + regime.leechers() * (EMPTY_FRAME + HAVE_BYTES) / pieceBytes;
        return (linkBps - control * downloadBps) / FRAME;
    }

    /** Kumar and Ross: no swarm whose leechers come together can be faster on these uplinks, in seconds. */
    double boundSeconds() {
        double[] down = new double[regime.leechers()];
        Arrays.fill(down, DOWN_BPS);
        double[] up = regime.leecherKbps().stream()
                .mapToDouble(kbps -> kbps * 1000 / FRAME)
                .toArray();
        return KumarRoss.peerToPeer(8.0 * regime.fileBytes(), regime.seedKbps() * 1000 / FRAME, down, up)
                .seconds();
    }

    /** Leechers in the order in which they were admitted; the k-th person of the scenario is the k-th of them. */
    private List<Integer> order() {
        return IntStream.range(0, regime.leechers())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> admittedSeconds[i]))
                .toList();
    }

    String yaml() {
        double download = 8.0 * regime.fileBytes() / boundSeconds();
        List<String> lines = new ArrayList<>(List.of(
                "schema: 1",
                "name: real-swarm-" + regime.name(),
                "run: {until: all-done, replications: 1}",
                "content: {kind: file, size: " + regime.fileBytes() + "B, piece: " + pieceBytes + "B, block: 16KiB}",
                "engine: {cells: 1}",
                "audience:",
                "  arrivals: [{times: ["
                        + String.join(
                                ", ",
                                order().stream()
                                        .map(i -> seconds(admittedSeconds[i]))
                                        .toList()) + "]}]",
                "  access:"));
        for (int i : order()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "    leecher-%02d: {count: 1, down: 1Gbps, up: %dbps, rtt: 0s}",
                    i + 1,
                    Math.round(payloadBps(1000.0 * regime.leecherKbps().get(i), download))));
        }
        lines.addAll(List.of(
                "deliveries:",
                "  p2p:",
                "    seeds: {count: 1, uplink: " + Math.round(payloadBps(1000.0 * regime.seedKbps(), 0)) + "bps}",
                "    swarm: {policy: bt, picker: '" + picker + "', neighbours: all, core-rtt: 0s, uplink-queue: "
                        + seconds(QUEUE_SECONDS) + ", leave: "
                        + (regime.leave() ? "at-completion" : "at-end") + "}"));
        return String.join("\n", lines) + "\n";
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3fs", value);
    }

    /** Seconds from each leecher's admission to its last piece, in their order. */
    double[] simulate(SimulationEngine engine, Path folder, int replication) {
        try {
            Path file =
                    Files.createDirectories(folder).resolve(regime.name() + "-" + picker.replace(':', '-') + ".yaml");
            Files.writeString(file, yaml());
            Scenario scenario = ScenarioReader.read(file.toString(), List.of(), List.of());
            RunResult run = engine.run(
                            keepingViewers(ScenarioCompiler.compile(scenario, "p2p", replication)),
                            (second, now, share, present) -> {})
                    .toCompletableFuture()
                    .join();
            double[] inOrder = run.viewers().values("completion");
            double[] seconds = new double[regime.leechers()];
            List<Integer> order = order();
            for (int k = 0; k < inOrder.length; k++) {
                seconds[order.get(k)] = inOrder[k];
            }
            return seconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelSpec keepingViewers(ModelSpec spec) {
        return new ModelSpec(
                spec.deliveryName(),
                spec.seed(),
                spec.replication(),
                spec.content(),
                spec.audience(),
                spec.frontDoor(),
                spec.delivery(),
                spec.player(),
                spec.faults(),
                spec.engine(),
                spec.endMicros(),
                spec.warmupMicros(),
                spec.doneShare(),
                true);
    }
}
