package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.kernel.PairSet;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;

/** Which clients of the kind of bt 1.10 have told which others that they are interested, and who may ask whom. */
final class BtInterest {
    /** {@code TorrentWorker.UPDATE_ASSIGNMENTS_OPTIONAL_INTERVAL}: while the client might use more assignments. */
    private static final long INTEREST_MICROS = 1_001_000;

    /** {@code TorrentWorker.UPDATE_ASSIGNMENTS_MANDATORY_INTERVAL}. */
    private static final long LATE_INTEREST_MICROS = 5_001_000;

    private final Viewers viewers;
    private final Bitfields pieces;
    private final Links links;
    private final Downloads downloads;
    private final EventQueue queue;
    private final Assignments assignments;
    private final ConnectionQueues connections;

    /** Pairs of downloader and uploader: the first has told the second that it is interested; the second let it. */
    private final PairSet interested = new PairSet();

    private final PairSet unchoked = new PairSet();

    /** When a client says next what interests it, and when it did last. */
    private final long[] dueMicros;

    private final long[] saidMicros;

    BtInterest(
            Viewers viewers,
            Bitfields pieces,
            Links links,
            Downloads downloads,
            EventQueue queue,
            Assignments assignments,
            ConnectionQueues connections) {
        this.viewers = viewers;
        this.pieces = pieces;
        this.links = links;
        this.downloads = downloads;
        this.queue = queue;
        this.assignments = assignments;
        this.connections = connections;
        dueMicros = new long[viewers.count];
        saidMicros = new long[viewers.count];
    }

    /** Whether a downloader has told an uploader that it is interested. */
    boolean told(int v, int u) {
        return interested.contains(v, u);
    }

    /** Whether a downloader may ask an uploader. */
    boolean unchoked(int v, int u) {
        return unchoked.contains(v, u);
    }

    /**
     * {@code TorrentWorker.shouldUpdateAssignments}: at once if nobody was interesting, else on the client's own clock of a
     * second, or of five with all assignments made. Nobody is taken to have been interesting if there is no assignment.
     */
    void plan(int v, long now) {
        if (dueMicros[v] > now) {
            return;
        }
        long period = assignments.room(v) ? INTEREST_MICROS : LATE_INTEREST_MICROS;
        long passed = (now - saidMicros[v] + period - 1) / period;
        dueMicros[v] = assignments.none(v) ? now : Math.max(now, saidMicros[v] + passed * period);
        queue.push(dueMicros[v], Cell.REVIEW, v, BtExchange.INTEREST);
    }

    /** {@code Choker}: who is interested is unchoked when that is heard, and never choked again. */
    void say(int v, long now) {
        if (dueMicros[v] != now) {
            return;
        }
        saidMicros[v] = now;
        int title = viewers.title(v);
        int degree = links.degree(v, title);
        for (int i = 0; i < degree; i++) {
            int u = links.get(v, title, i);
            if (u != v && viewers.mayHave(v, u) && pieces.wouldHelp(u, v) && interested.add(v, u)) {
                long there = downloads.tripMicros(v, u) + connections.waitMicros(v, u, now);
                long back = downloads.tripMicros(u, v) + connections.waitMicros(u, v, now);
                queue.push(now + there + back, Cell.CONTACT, v, u);
            }
        }
    }

    /** A downloader hears that it may ask an uploader; true if it is still interested and did not know. */
    boolean unchoke(int v, int u) {
        return interested.contains(v, u) && unchoked.add(v, u);
    }

    /** Two members have lost each other. */
    void forget(int one, int other) {
        interested.removeBoth(one, other);
        unchoked.removeBoth(one, other);
    }

    void leaves(int v) {
        dueMicros[v] = 0;
        saidMicros[v] = 0;
    }

    long stateBytes() {
        return interested.stateBytes() + unchoked.stateBytes() + 16L * dueMicros.length;
    }
}
