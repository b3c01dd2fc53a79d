package org.swarmload.check;

import java.util.List;
import org.swarmload.sim.theory.PeerAssist;
import org.swarmload.sim.theory.PremiereArrivals;
import org.swarmload.sim.theory.StreamingBound;

/** How many watch at once, and what they can do for each other. */
final class CrowdCases {
    private static final double M = 1e6;

    private CrowdCases() {}

    static List<CheckCase> all() {
        return List.of(
                new CheckCase(
                        "o-15",
                        "Concurrency of a premiere.",
                        "M_t/G/infinity: Eick, Massey and Whitt 1993",
                        (rows, lab) -> premiere(rows)),
                new CheckCase(
                        "o-16",
                        "What a small live swarm saves.",
                        "derived: 1 - (1 - exp(-a)) / a",
                        (rows, lab) -> offload(rows)),
                new CheckCase(
                        "o-17",
                        "Greatest live rate that everybody can watch.",
                        "Kumar, Liu and Ross 2007",
                        (rows, lab) -> rates(rows)));
    }

    private static void premiere(Rows rows) {
        PremiereArrivals crowd = new PremiereArrivals(100, 600, 1_200);
        rows.exact("all who come", 150_000, crowd.total());
        double[][] known = {
            {300, 7_500},
            {600, 30_000},
            {1_200, 77_216},
            {1_800, 105_854},
            {3_600, 140_150},
            {4_200, 114_026},
            {5_400, 41_948}
        };
        for (double[] one : known) {
            rows.printed("present at " + Math.round(one[0]) + " s", one[1], crowd.present(3_600, one[0]), 0);
        }
        double peak = crowd.peakSeconds(3_600);
        rows.printed("time of the peak", 3_647, peak, 0);
        rows.printed("peak", 140_344, crowd.present(3_600, peak), 0);
        rows.printed("peak at 5 Mbit/s, in Gbit/s", 701.7, crowd.present(3_600, peak) * 5 / 1_000, 1);
    }

    private static void offload(Rows rows) {
        double[][] known = {
            {0.5, .2131}, {1, .3679}, {2, .5677}, {5, .8013}, {10, .9000}, {50, .9800}, {100, .9900}, {1_000, .9990}
        };
        for (double[] one : known) {
            rows.printed(one[0] + " viewers on average", one[1], PeerAssist.offload(one[0]), 4);
        }
    }

    private static void rates(Rows rows) {
        rows.exact("greatest rate", 1 * M, StreamingBound.greatestBps(10 * M, 100, 90 * M));
        rows.exact("continuity at 1.25 Mbit/s", 0.8, StreamingBound.bestContinuity(10 * M, 100, 90 * M, 1.25 * M));
        rows.exact("continuity at 0.8 Mbit/s", 1, StreamingBound.bestContinuity(10 * M, 100, 90 * M, 0.8 * M));
        rows.equal("full streams without peers", 8L, StreamingBound.fullStreams(10 * M, 1.25 * M));
    }
}
