package org.swarmload.sim.cell;

import java.util.stream.IntStream;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.door.FrontDoor;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.theory.PeakDemand;

/**
 * Foresees the memory of a run. The parts of a cell say themselves what they hold: a cell of a few viewers is made, and as
 * many transfers, events, bins and cached pieces as are to be expected. How many that are was measured on premieres.
 */
final class StateForecast {
    private static final double MICROS = 1e6;

    /** Beyond so many viewers in a cell, neighbours take three bytes and not two. */
    private static final int WIDE_CELL = 1 << 16;

    private static final int SAMPLE = 256;
    private static final int SAMPLE_OF_TRANSFERS = 10_000;
    private static final int MOST_OF_SAMPLE = 200_000;

    /** Pieces in flight for each viewer present when the crowd fills its buffers, with peers and from servers alone. */
    private static final double SWARM_TRANSFERS = 2.7;

    private static final double SERVER_TRANSFERS = 0.75;

    /** Part of the slots of a file's uploaders that is in use when most are. */
    private static final double SLOTS_IN_USE = 0.8;

    /** Events pending for each viewer present then, stale ones included. */
    private static final double SWARM_EVENTS = 5;

    private static final double SERVER_EVENTS = 3;
    private static final double FILE_EVENTS = 4;

    /** Half of them are due within a minute, the others within ten; those of a file within a choker's period. */
    private static final long NEAR_MICROS = 60_000_000;

    private static final long FAR_MICROS = 600_000_000;
    private static final long FILE_MICROS = 10_000_000;

    /** Rows of bins in which something happens most of the time: of the audience, and of each server. */
    private static final int USUAL_ROWS = 5;

    private static final int USUAL_ROWS_OF_SERVER = 3;

    /** A tracker's list of those who are registered grows by doubling, the door's of waits by quarters. */
    private static final double ROSTER_BYTES = 6;

    private static final double WAIT_BYTES = 4.5;

    /**
     * What numbers of a viewer take that are all the same at first: how long start and stalls or the download took, and how
     * long its connection idled; retries and stalls.
     */
    private static final double NUMBERS_OF_STREAM = 3 * 4 + 2;

    private static final double NUMBERS_OF_FILE = 2 * 4 + 1;
    /** When somebody has seen enough of a broadcast goes with the time at which he came. */
    private static final double NUMBERS_OF_LIVE = NUMBERS_OF_STREAM + 8;

    /** A download takes so many times as long as the slowest class of lines needs. */
    private static final double DOWNLOAD_FACTOR = 4;

    /** Copies of one value of each viewer that are there at once while distributions are made. */
    private static final long BYTES_TO_SORT = 48;

    /** A row of the table of viewers, and a bin of all series. */
    private static final long BYTES_OF_ROW = 8L * 9;

    private static final long BYTES_OF_BIN = 8L * 32;

    private final CellPlan plan;
    private final int viewers;
    private final int inCell;
    /** Part of the viewers who are there when most are. */
    private final double presentShare;

    StateForecast(ModelSpec spec) {
        plan = new CellPlan(spec, new Audience(spec));
        viewers = plan.audience.viewers();
        inCell = (viewers + plan.cells - 1) / plan.cells;
        presentShare = plan.file ? 1 : presentShare(spec);
    }

    private static double presentShare(ModelSpec spec) {
        double most = PeakDemand.of(spec.audience(), spec.content()).concurrentViewers();
        return Math.min(
                1,
                (most + spec.audience().initialViewers())
                        / Math.max(1, spec.audience().viewers()));
    }

    MemoryEstimate estimate() {
        int sample = Math.min(viewers, inCell > WIDE_CELL ? WIDE_CELL + 1 : SAMPLE);
        long empty = cell(0);
        double inCells = sample == 0 ? 0 : (double) (cell(sample) - empty) / sample;
        double atDoor = viewers == 0 ? 0 : (double) FrontDoor.bytesFor(plan.spec) / viewers + WAIT_BYTES;
        long bins = (expectedEndMicros() + Bins.BIN_MICROS - 1) / Bins.BIN_MICROS;
        return new MemoryEstimate(
                viewers,
                plan.cells,
                inCells
                        + atDoor
                        + (plan.hasSwarm() ? ROSTER_BYTES : 0)
                        + (plan.file ? NUMBERS_OF_FILE : plan.live ? NUMBERS_OF_LIVE : NUMBERS_OF_STREAM),
                transfersPerViewer(),
                bytesOfTransfers() / (double) SAMPLE_OF_TRANSFERS,
                plan.cells * (empty + growthOfBins(bins) + growthOfQueue() + growthOfCaches()),
                BYTES_TO_SORT * viewers,
                BYTES_OF_BIN * bins + (plan.spec.keepViewers() ? BYTES_OF_ROW * viewers : 0));
    }

    private long cell(int people) {
        return new Cell(plan, 0, IntStream.range(0, people).toArray()).stateBytes();
    }

    private double transfersPerViewer() {
        Swarm swarm = plan.spec.delivery().swarm();
        if (swarm == null) {
            return SERVER_TRANSFERS * presentShare;
        }
        int slots = Math.min(Math.min(swarm.uploadsAtMost(), swarm.parallelDownloads()), plan.pieces);
        return plan.file
                ? SLOTS_IN_USE * slots
                : Math.min(swarm.parallelDownloads() + SERVER_TRANSFERS, SWARM_TRANSFERS) * presentShare;
    }

    private static long bytesOfTransfers() {
        Transfers transfers = new Transfers((receiver, piece, rendition) -> 1);
        for (int t = 0; t < SAMPLE_OF_TRANSFERS; t++) {
            transfers.create(0, 0, 0, 0);
        }
        return transfers.stateBytes();
    }

    private long growthOfQueue() {
        double eventsPerViewer = plan.file ? FILE_EVENTS : plan.hasSwarm() ? SWARM_EVENTS : SERVER_EVENTS;
        double events = eventsPerViewer * presentShare * inCell;
        EventQueue queue = new EventQueue();
        long empty = queue.stateBytes();
        int pushed = (int) Math.min(MOST_OF_SAMPLE, events);
        for (int e = 0; e < pushed; e++) {
            long span = plan.file ? FILE_MICROS : e % 2 == 0 ? NEAR_MICROS : FAR_MICROS;
            queue.push(1 + span * e / pushed, 0, 0, e % EventQueue.AUX_LIMIT);
        }
        double grown = queue.stateBytes() - empty;
        return Math.round(grown * Math.max(1, events / Math.max(1, pushed)));
    }

    private long growthOfBins(long number) {
        Bins bins = new Bins(plan.servers());
        long empty = bins.stateBytes();
        for (long bin = 0; bin < number; bin++) {
            bins.reach(bin * Bins.BIN_MICROS);
            for (int row = 0; row < USUAL_ROWS + USUAL_ROWS_OF_SERVER * plan.servers(); row++) {
                bins.add(row, bin * Bins.BIN_MICROS, 1);
            }
        }
        return bins.stateBytes() - empty;
    }

    /** Every cell learns of every piece that is in a cache. */
    private long growthOfCaches() {
        EdgeCache cache = new EdgeCache(Long.MAX_VALUE);
        long empty = cache.stateBytes();
        long slots = (long) plan.pieces
                * plan.pieceBytes.length
                * plan.spec.content().titles().count();
        int noted = (int) Math.min(MOST_OF_SAMPLE, slots);
        for (int slot = 0; slot < noted; slot++) {
            cache.note(slot, 1);
        }
        long caches = IntStream.of(plan.serverPlan.upstream)
                .filter(upstream -> upstream != ServerPlan.NO_SERVER)
                .count();
        return caches * (cache.stateBytes() - empty) * Math.max(1, slots / Math.max(1, noted));
    }

    /** When the last of them will have had what they came for. */
    private long expectedEndMicros() {
        AudienceSpec audience = plan.spec.audience();
        double last = 0;
        for (Arrival arrival : audience.arrivals()) {
            double people = arrival.count() == AudienceSpec.BY_SHARE ? arrival.share() * viewers : arrival.count();
            last = Math.max(last, arrival.offsetSeconds().quantile(1 - 0.5 / Math.max(1, people)));
        }
        double end = audience.unlockMicros() + MICROS * (last + staySeconds());
        return (long) Math.min(plan.spec.endMicros(), end);
    }

    private double staySeconds() {
        ContentSpec content = plan.spec.content();
        if (!plan.file) {
            return content.lengthMicros() / MICROS;
        }
        double slowestBps = plan.spec.audience().access().stream()
                .mapToDouble(
                        line -> Math.min(line.downBps().mean(), line.upBps().mean()))
                .filter(bps -> bps > 0)
                .min()
                .orElse(MICROS);
        return DOWNLOAD_FACTOR * 8 * content.file().sizeBytes().mean() / slowestBps;
    }
}
