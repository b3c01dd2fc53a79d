package org.swarmload.check;

import java.util.Arrays;
import java.util.List;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.Traffic;
import org.swarmload.study.StudyResult;
import org.swarmload.yaml.ScenarioReader;

/** What must hold in every run, on a small premiere night of every delivery and on one that is exact. */
final class EngineCases {
    private static final List<String> SENDERS = List.of("origin", "edge", "seed", "peer");

    /** Of the file. */
    private static final int PEERS = 50;

    private static final long PIECES = 64;
    private static final long PIECE_BYTES = 1_000_000;

    private EngineCases() {}

    static List<CheckCase> all() {
        return List.of(new CheckCase(
                "o-24",
                "Nothing is lost, no server is above its capacity, the same seed gives the same bits, and scale means nothing.",
                "conservation, and units",
                EngineCases::invariants));
    }

    private static void invariants(Rows rows, Lab lab) {
        Scenario night = night(lab, "window");
        StudyResult study = lab.simulate(night);
        study.deliveries().forEach(delivery -> conserved(rows, delivery.runs().get(0)));
        capacities(rows, night, study);
        rows.equal(
                "deliveries that watched every link and byte all the time",
                4,
                study.deliveries().size());
        for (String picker : List.of("rarest-first", "sequential", "bt:rarest-first")) {
            long once = lab.simulate(night(lab, picker), "p2p").digest();
            long again = lab.simulate(night(lab, picker), "p2p").digest();
            rows.equal("the same seed twice, picker " + picker, hex(once), hex(again));
        }
        scale(rows, lab);
        swarm(rows, lab);
    }

    private static Scenario night(Lab lab, String picker) {
        List<String> sets = List.of(
                "audience.viewers=300",
                "seed=" + lab.seed(),
                "engine.mode=paranoid",
                "content.length=10min",
                "faults=[{at: 5min, target: central, for: 1min}]",
                "deliveries.p2p.swarm.picker=" + picker,
                "deliveries.p2p.seeds.uplink=150Mbps",
                "deliveries.client-server.origin.uplink=150Mbps",
                "deliveries.client-server.origin.servers=1",
                "deliveries.cdn.edges.east.capacity=100Mbps",
                "deliveries.cdn.edges.west.capacity=80Mbps");
        return ScenarioReader.read("premiere-night", List.of(), sets);
    }

    private static void conserved(Rows rows, RunResult run) {
        Traffic t = run.traffic();
        String name = run.delivery() + ": ";
        long[] sent = {t.originBytes(), t.edgeBytes(), t.seedBytes(), t.peerBytes()};
        long[] received = {t.receivedFromOrigin(), t.receivedFromEdges(), t.receivedFromSeeds(), t.receivedFromPeers()};
        for (int i = 0; i < sent.length; i++) {
            rows.equal(name + SENDERS.get(i) + " bytes sent, and received", sent[i], received[i]);
        }
        rows.equal(
                name + "bytes that viewers received, and useful or overhead",
                Arrays.stream(received).sum() - t.originFillBytes(),
                t.deliveredBytes() + t.overheadBytes());
        rows.equal(
                name + "attempts, and admitted or refused",
                run.outcomes().attempts(),
                run.outcomes().admitted() + run.outcomes().http503());
    }

    private static void capacities(Rows rows, Scenario night, StudyResult study) {
        for (StudyResult.DeliveryResult delivery : study.deliveries()) {
            long capacity = night.delivery(delivery.name()).servingCapacityBps();
            for (String source : List.of("origin", "edge", "seed")) {
                StudyResult.MetricValue peak = delivery.metrics().get(source + "-bps.peak10s");
                if (peak != null && peak.mean() > 0 && !isFill(night, delivery.name(), source)) {
                    // A byte that is sent across the end of a bin is booked whole in one of them.
                    rows.atMost(delivery.name() + ": " + source + ", busiest 10 s", capacity * (1 + 1e-6), peak.mean());
                }
            }
        }
    }

    /** An origin behind edges has a capacity of its own. */
    private static boolean isFill(Scenario night, String delivery, String source) {
        return source.equals("origin") && !night.delivery(delivery).edges().isEmpty();
    }

    /** Everybody at once, without chance: once as it is, once twice as fast, once twice as large and twice as fast. */
    private static void scale(Rows rows, Lab lab) {
        Distribution plain = startup(lab, "2Mbps", 1);
        Distribution fast = startup(lab, "2Mbps", 2);
        Distribution large = startup(lab, "4Mbps", 2);
        rows.exact("start-up of 50 on one link, last", 50 * 2.0 * 10 / 100, plain.max());
        rows.exact("all rates doubled: last", plain.max() / 2, fast.max());
        rows.exact("all rates doubled: mean", plain.mean() / 2, fast.mean());
        rows.equal("sizes and rates doubled: last", plain.max(), large.max());
        rows.equal("sizes and rates doubled: mean", plain.mean(), large.mean());
    }

    private static Distribution startup(Lab lab, String rendition, int factor) {
        List<String> sets = List.of(
                "seed=" + lab.seed(),
                "content={kind: vod, unlocks: \"20:00\", length: 10s, segment: 10s, renditions: {only: " + rendition
                        + "}}",
                "audience={viewers: 50, arrivals: [{share: 100%, at: 0s}], access: {line: {share: 100%, down: "
                        + 50 * factor + "Mbps, up: 1Mbps, rtt: 0s}}}",
                "player={start-up: 10s, resume: 10s, buffer-ahead: 10s}",
                "front-door=[]",
                "faults=[]",
                "objectives=[]",
                "costs={}",
                "decide=server",
                "deliveries={server: {origin: {uplink: " + 100 * factor + "Mbps}}}");
        Scenario scenario = ScenarioReader.read("premiere-night", List.of(), sets);
        return lab.simulate(scenario).deliveries().get(0).runs().get(0).startupSeconds();
    }

    /** A file that 50 peers have from each other, one upload at a time: every transfer takes a second. */
    private static void swarm(Rows rows, Lab lab) {
        RunResult plain = download(lab, 1, 1, "rarest-first");
        RunResult fast = download(lab, 1, 2, "rarest-first");
        RunResult large = download(lab, 2, 2, "rarest-first");
        Distribution times = plain.completionSeconds();
        rows.equal("a file: who has it at the end", (long) PEERS, times.count());
        rows.equal("a file: useful bytes, and its size for each", PEERS * PIECES * PIECE_BYTES, delivered(plain));
        conserved(rows, plain);
        // Everybody is there from the beginning to the end of the download: Little's law, with nothing left to chance.
        double leechers = level(plain, "leechers") * plain.frontDoor().seconds();
        rows.exact("a file: time spent downloading, by numbers present and by people", PEERS * times.mean(), leechers);
        rows.exact(
                "a file, all rates doubled: last",
                times.max() / 2,
                fast.completionSeconds().max());
        rows.exact(
                "a file, all rates doubled: mean",
                times.mean() / 2,
                fast.completionSeconds().mean());
        rows.equal(
                "a file, sizes and rates doubled: last",
                times.max(),
                large.completionSeconds().max());
        rows.equal(
                "a file, sizes and rates doubled: mean",
                times.mean(),
                large.completionSeconds().mean());
        for (String picker : List.of("random", "bt:rarest-first")) {
            long once = download(lab, 1, 1, picker).digest();
            long again = download(lab, 1, 1, picker).digest();
            rows.equal("a file, the same seed twice, picker " + picker, hex(once), hex(again));
        }
    }

    private static long delivered(RunResult run) {
        return run.traffic().deliveredBytes();
    }

    private static double level(RunResult run, String name) {
        return run.levels().stream()
                .filter(level -> level.name().equals(name))
                .mapToDouble(RunResult.LevelFact::mean)
                .findFirst()
                .orElseThrow();
    }

    private static RunResult download(Lab lab, int size, int factor, String picker) {
        String line = 8 * factor + "Mbps";
        List<String> sets = List.of(
                "seed=" + lab.seed(),
                "engine.mode=paranoid",
                "content={kind: file, size: " + PIECES * PIECE_BYTES * size + "B, piece: " + PIECE_BYTES * size + "B}",
                "run={until: all-done}",
                "audience={arrivals: [{count: " + PEERS + ", at: 0s}], access: {line: {share: 100%, down: 1Gbps, up: "
                        + line + ", rtt: 0s}}}",
                "player=!remove",
                "front-door=[]",
                "faults=[]",
                "objectives=[]",
                "costs={}",
                "decide=swarm",
                "deliveries={swarm: {seeds: {uplink: " + line + "}, swarm: {picker: \"" + picker
                        + "\", neighbours: 20, upload: {discipline: serial}, core-rtt: 0s}}}");
        Scenario scenario = ScenarioReader.read("premiere-night", List.of(), sets);
        return lab.simulate(scenario).deliveries().get(0).runs().get(0);
    }

    private static String hex(long digest) {
        return Long.toHexString(digest);
    }
}
