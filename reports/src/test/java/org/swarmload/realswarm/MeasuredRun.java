package org.swarmload.realswarm;

import java.util.List;

/**
 * One real swarm.
 *
 * @param cpuShare of all processors, from the release of the seed to the last piece
 * @param seedSent bytes of blocks that the seed handed to its sockets
 * @param wireBytes bytes of frames that left all peers, from the release of the seed to the last piece
 * @param leechers in their order
 */
record MeasuredRun(Measurement what, double cpuShare, long seedSent, long wireBytes, List<Leecher> leechers) {
    private static final double MOST_CPU = 0.5;

    /**
     * @param admittedMillis when its connection with the seed stood, after the first leecher's
     * @param doneMillis when its last piece was verified, after the first leecher's admission
     * @param sent bytes of blocks handed to sockets
     * @param received bytes of blocks accepted
     */
    record Leecher(long admittedMillis, long doneMillis, long sent, long received, long cpuMillis) {
        double seconds() {
            return (doneMillis - admittedMillis) / 1000.0;
        }
    }

    MeasuredRun {
        leechers = List.copyOf(leechers);
    }

    /** Whether the machine, and not its links, may have made the times. */
    boolean isVoid() {
        return cpuShare >= MOST_CPU;
    }

    /** Seconds from a leecher's admission to its last piece: in regimes in which all come together nearly the same zero. */
    double[] seconds() {
        return leechers.stream().mapToDouble(Leecher::seconds).toArray();
    }

    double median() {
        return Statistics.median(seconds());
    }

    /** When the last leecher was done, from the first admission. */
    double last() {
        return leechers.stream().mapToLong(Leecher::doneMillis).max().orElseThrow() / 1000.0;
    }

    /** Blocks sent in vain / bytes accepted. */
    double wastedShare() {
        long sent = seedSent + leechers.stream().mapToLong(Leecher::sent).sum();
        long received = leechers.stream().mapToLong(Leecher::received).sum();
        return (double) (sent - received) / received;
    }
}
