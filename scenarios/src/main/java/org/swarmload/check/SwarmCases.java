package org.swarmload.check;

import java.util.List;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.theory.ChunkPolicies;
import org.swarmload.sim.theory.InOrderPrefix;
import org.swarmload.sim.theory.KumarRoss;
import org.swarmload.sim.theory.MaxMinLink;
import org.swarmload.sim.theory.OneClub;
import org.swarmload.sim.theory.QiuSrikant;
import org.swarmload.sim.theory.QiuSrikant.Population;
import org.swarmload.sim.theory.ServiceCapacity;

/** How long a file takes to reach everybody, and what happens to pieces. */
final class SwarmCases {
    private static final double M = 1e6;
    private static final double G = 1e9;

    /** How many standard deviations a mean of many draws may be off. */
    private static final double DEVIATIONS = 4;

    private SwarmCases() {}

    static List<CheckCase> all() {
        return List.of(
                new CheckCase("o-01", "Rates on one link are max-min, anew at each departure.", "derived", link()),
                new CheckCase(
                        "o-02",
                        "Least time to distribute a file to equal peers, with and without their uplinks.",
                        "Kumar and Ross, HotWeb 2006",
                        (rows, lab) -> equalPeers(rows)),
                new CheckCase(
                        "o-03",
                        "The same for seven unlike peers.",
                        "Kumar and Ross, HotWeb 2006",
                        (rows, lab) -> unlike(rows)),
                new CheckCase(
                        "o-04",
                        "With equal uplinks the number of copies doubles.",
                        "Yang and de Veciana, INFOCOM 2004; Mundinger, Weber and Weiss 2008",
                        (rows, lab) -> doubling(rows)),
                new CheckCase(
                        "o-06",
                        "Leechers and seeds of a swarm with arrivals, in the long run and on the way there.",
                        "Qiu and Srikant, SIGCOMM 2004",
                        (rows, lab) -> fluid(rows)),
                new CheckCase(
                        "o-18",
                        "Which chunk of a sliding window to ask for.",
                        "Zhou, Chiu and Lui, ICNP 2007",
                        (rows, lab) -> windows(rows)),
                new CheckCase(
                        "o-19",
                        "How much of a file that comes in random order can be played from the start.",
                        "Parvez and others, SIGMETRICS 2008",
                        SwarmCases::prefixes),
                new CheckCase(
                        "o-21",
                        "Peers who all lack one piece grow in number when more come than the seed completes.",
                        "Hajek and Zhu 2010",
                        (rows, lab) -> oneClub(rows)));
    }

    private static CheckCase.Work link() {
        return (rows, lab) -> {
            double[] limits = {1 * M, 4 * M, 20 * M};
            double[] rates = MaxMinLink.rates(10 * M, limits);
            double[] finish = MaxMinLink.finishSeconds(10 * M, limits, new double[] {10 * M, 10 * M, 10 * M});
            for (int i = 0; i < limits.length; i++) {
                rows.exact("rate of flow " + (i + 1), new double[] {1 * M, 4 * M, 5 * M}[i], rates[i]);
                rows.exact("end of flow " + (i + 1), new double[] {10, 2.5, 2}[i], finish[i]);
            }
        };
    }

    private static void equalPeers(Rows rows) {
        int[] sizesA = {10, 100, 1000};
        double[] serverA = {7_500, 50_000, 500_000};
        double[] uplinksA = {0.5 * M, 1 * M, 2 * M};
        double[][] peersA = {{7_500, 7_500, 7_500}, {18_750, 11_538.46, 7_500}, {28_301.89, 14_563.11, 7_500}};
        table(rows, "A", new double[] {15 * G, 30 * M}, sizesA, serverA, uplinksA, peersA);
        int[] sizesB = {100, 1_000, 10_000};
        double[] serverB = {50_000, 500_000, 5_000_000};
        double[] uplinksB = {0.3 * M, 0.7 * M, 2 * M};
        double[][] peersB = {{20_000, 11_111.11, 5_000}, {31_250, 13_888.89, 5_000}, {33_112.58, 14_245.01, 5_000}};
        table(rows, "B", new double[] {10 * G, 20 * M}, sizesB, serverB, uplinksB, peersB);
    }

    private static void table(
            Rows rows, String setup, double[] fileAndServer, int[] n, double[] server, double[] up, double[][] peers) {
        for (int i = 0; i < n.length; i++) {
            String who = setup + ", " + n[i] + " peers, ";
            double alone = KumarRoss.clientServer(fileAndServer[0], fileAndServer[1], n[i], 2 * M)
                    .seconds();
            rows.printed(who + "server alone", server[i], alone, 2);
            for (int u = 0; u < up.length; u++) {
                double time = KumarRoss.peerToPeer(fileAndServer[0], fileAndServer[1], n[i], 2 * M, up[u])
                        .seconds();
                rows.printed(who + "uplinks of " + Math.round(up[u] / 1e3) + " kbit/s", peers[i][u], time, 2);
            }
        }
    }

    private static void unlike(Rows rows) {
        double[] up = {24 * M, 23 * M, 27 * M, 25 * M, 18 * M, 29 * M, 27 * M};
        double[] down = {27 * M, 20 * M, 22 * M, 39 * M, 32 * M, 33 * M, 17 * M};
        KumarRoss peers = KumarRoss.peerToPeer(7 * G, 84 * M, down, up);
        rows.printed("with peers", 411.76, peers.seconds(), 2);
        rows.equal("what binds", KumarRoss.Limit.SLOWEST_DOWNLOAD, peers.binding());
        rows.printed("term of the server", 83.33, peers.seedSeconds(), 2);
        rows.printed("term of all uplinks", 190.66, peers.aggregateSeconds(), 2);
        rows.printed(
                "server alone",
                583.33,
                KumarRoss.clientServer(7 * G, 84 * M, down).seconds(),
                2);
    }

    private static void doubling(Rows rows) {
        rows.exact("1,023 peers, 1 piece: last", 600, ServiceCapacity.makespanSeconds(1_023, 1, 60 * M, M));
        rows.printed("1,023 peers, 1 piece: mean", 540.59, ServiceCapacity.meanFinishSeconds(1_023, 60 * M, M), 2);
        rows.equal("copies after 5 rounds", 32L, ServiceCapacity.copies(1_023, 5));
        rows.exact("255 peers, 16 pieces, of F / u", 1.4375, ServiceCapacity.makespanSeconds(255, 16, M, M));
        rows.exact("1,000 peers, 100 pieces, of F / u", 1.09, ServiceCapacity.makespanSeconds(1_000, 100, M, M));
        rows.exact("1,000 peers, 800 pieces, of F / u", 1.01125, ServiceCapacity.makespanSeconds(1_000, 800, M, M));
    }

    private static void fluid(Rows rows) {
        steady(rows, "E1", 0.001, 0.04, 13.333, 26.667);
        steady(rows, "E1", 0.001, 0.4, 133.33, 266.67);
        steady(rows, "E1", 0.001, 4, 1_333.3, 2_666.7);
        steady(rows, "E2", 0.005, 0.04, 15, 5);
        steady(rows, "E2", 0.005, 4, 1_500, 500);
        QiuSrikant first = new QiuSrikant(4, 0.00125, 0.002, 0.001, 0.001, 1);
        QiuSrikant second = new QiuSrikant(4, 0.00125, 0.002, 0.001, 0.005, 1);
        rows.near("E1, seconds as a leecher", 333.33, first.meanLeechingSeconds(), 0.34);
        rows.near("E2, seconds as a leecher", 375, second.meanLeechingSeconds(), 0.375);
        way(rows, "E1", first, List.of(500.0, 1_000.0, 2_000.0, 5_000.0), new double[][] {
            {1_122.5, 452}, {1_293.3, 1_235.6}, {1_331.3, 2_127.5}, {1_333.3, 2_639.7}
        });
        way(rows, "E2", second, List.of(500.0, 1_000.0, 2_000.0), new double[][] {
            {1_152.7, 241.7}, {1_438.7, 423.7}, {1_500.4, 497.1}
        });
    }

    private static void steady(Rows rows, String name, double leave, double arrivals, double leechers, double seeds) {
        Population found = new QiuSrikant(arrivals, 0.00125, 0.002, 0.001, leave, 1).steadyState();
        String what = name + ", " + arrivals + " arrivals a second: ";
        rows.near(what + "leechers", leechers, found.leechers(), leechers / 1_000);
        rows.near(what + "seeds", seeds, found.seeds(), seeds / 1_000);
    }

    private static void way(Rows rows, String name, QiuSrikant swarm, List<Double> times, double[][] expected) {
        List<Population> found = swarm.after(new Population(0, 1), times);
        for (int i = 0; i < expected.length; i++) {
            String what = name + ", after " + Math.round(times.get(i)) + " s: ";
            double[] right = expected[i];
            rows.near(what + "leechers", right[0], found.get(i).leechers(), right[0] / 1_000);
            rows.near(what + "seeds", right[1], found.get(i).seeds(), right[1] / 1_000);
        }
    }

    private static void windows(Rows rows) {
        ChunkPolicies rarest = ChunkPolicies.rarestFirst(1_000, 40);
        ChunkPolicies greedy = ChunkPolicies.greedy(1_000, 40);
        ChunkPolicies mixed = ChunkPolicies.mixed(1_000, 40, 10);
        double tolerance = 1e-4;
        rows.near("window of 40: rarest first", 0.96664, rarest.continuity(), tolerance);
        rows.near("window of 40: greedy", 0.85838, greedy.continuity(), tolerance);
        rows.near("window of 40: mixed", 0.99913, mixed.continuity(), tolerance);
        rows.printed("start-up, rarest first", 27.43, rarest.startupSlots(), 2);
        rows.printed("start-up, greedy", 3.48, greedy.startupSlots(), 2);
        rows.printed("start-up, mixed", 16.42, mixed.startupSlots(), 2);
        rows.near(
                "window of 20: rarest first",
                0.9005,
                ChunkPolicies.rarestFirst(1_000, 20).continuity(),
                tolerance);
        rows.near(
                "window of 20: greedy", 0.6441, ChunkPolicies.greedy(1_000, 20).continuity(), tolerance);
        rows.near(
                "window of 20: mixed",
                0.9441,
                ChunkPolicies.mixed(1_000, 20, 10).continuity(),
                tolerance);
    }

    private static void prefixes(Rows rows, Lab lab) {
        rows.printed("250 of 500 pieces", 0.9960, InOrderPrefix.mean(250, 500), 4);
        rows.printed("450 of 500 pieces", 8.8235, InOrderPrefix.mean(450, 500), 4);
        rows.printed("490 of 500 pieces", 44.545, InOrderPrefix.mean(490, 500), 3);
        rows.printed("499 of 500 pieces", 249.5, InOrderPrefix.mean(499, 500), 1);
        rows.printed("450 pieces: the first ten are there", 0.34516, InOrderPrefix.firstPresent(450, 500, 10), 5);
        rows.printed("490 pieces: the first ten are there", 0.81555, InOrderPrefix.firstPresent(490, 500, 10), 5);
        picked(rows, lab);
    }

    /** The same with the picker of the runs: 2,000 peers who have one seed each, so that all pieces are equally rare. */
    private static void picked(Rows rows, Lab lab) {
        int peers = 2_000;
        int[] counts = {250, 450, 490, 499};
        double[] tolerances = {0.1, 0.65, 3, 10};
        double[] prefix = new double[counts.length];
        double[] firstTen = new double[counts.length];
        double inOrder = 0;
        for (int peer = 0; peer < peers; peer++) {
            OnePeer random = new OnePeer(500, "rarest-first", new CellStream(lab.seed(), peer, 0));
            OnePeer sequential = new OnePeer(500, "sequential", new CellStream(lab.seed(), peer, 1));
            int held = 0;
            for (int i = 0; i < counts.length; i++) {
                random.fetch(counts[i] - held);
                sequential.fetch(counts[i] - held);
                held = counts[i];
                prefix[i] += (double) random.prefix() / peers;
                firstTen[i] += random.prefix() >= 10 ? 1.0 / peers : 0;
                inOrder += (double) sequential.prefix() / counts[i] / (peers * counts.length);
            }
        }
        for (int i = 0; i < counts.length; i++) {
            double mean = InOrderPrefix.mean(counts[i], 500);
            rows.near("rarest first, " + counts[i] + " pieces: prefix of 2,000 peers", mean, prefix[i], tolerances[i]);
        }
        for (int i = 1; i <= 2; i++) {
            double share = InOrderPrefix.firstPresent(counts[i], 500, 10);
            rows.near(
                    "rarest first, " + counts[i] + " pieces: the first ten are there",
                    share,
                    firstTen[i],
                    DEVIATIONS * Math.sqrt(share * (1 - share) / peers));
        }
        rows.exact("sequential: prefix / pieces", 1, inOrder);
    }

    private static void oneClub(Rows rows) {
        rows.exact("2 arrivals, 1 seeded piece a second, after 600 s", 600, new OneClub(2, 1).meanChange(600));
        rows.exact("1 arrival, 2 seeded pieces a second, after 600 s", -600, new OneClub(1, 2).meanChange(600));
        rows.printed("deviation", 42, Math.sqrt(new OneClub(2, 1).variance(600)), 0);
        rows.equal("stable with 1 arrival", true, new OneClub(1, 2).stable());
        rows.equal("stable with 2 arrivals", false, new OneClub(2, 1).stable());
    }
}
