package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Neighbours;
import org.swarmload.sim.swarm.Tracker;

/** A cell's part in the swarm: who is in it, who meets whom, and when a finished piece becomes visible. */
final class Swarming {
    /** An announce event carries the piece and, above it, the press of the session: one of an earlier session is stale. */
    private static final int ANNOUNCED_BITS = 14;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Holdings holdings;
    private final PeerUplinks uplinks;
    private final Neighbours neighbours;
    private final EventQueue queue;
    private final CellLedger ledger;
    private final Tracker tracker;
    private final long[] askedTrackerAt;
    private final PairReachability pairs;
    private boolean trackerDown;

    Swarming(
            CellPlan plan,
            Viewers viewers,
            Holdings holdings,
            PeerUplinks uplinks,
            Neighbours neighbours,
            EventQueue queue,
            CellStream stream,
            CellLedger ledger) {
        this.ledger = ledger;
        this.plan = plan;
        this.viewers = viewers;
        this.holdings = holdings;
        this.uplinks = uplinks;
        this.neighbours = neighbours;
        this.queue = queue;
        DeliverySpec.Swarm swarm = plan.spec.delivery().swarm();
        int n = swarm == null ? 0 : viewers.count;
        tracker = new Tracker(n, plan.spec.content().titles().count(), neighbours, stream, this::reachable);
        askedTrackerAt = new long[n];
        pairs = new PairReachability(plan);
        for (int v = 0; v < n; v++) {
            uplinks.setCapacity(v, Viewers.lentUplink(plan, viewers.number[v]));
        }
    }

    private boolean reachable(int peer, int other) {
        return pairs.connects(viewers.number[peer], viewers.number[other]);
    }

    Tracker tracker() {
        return tracker;
    }

    void beginRound(long now) {
        trackerDown = plan.trackerDown(now);
    }

    void join(int v, long now) {
        neighbours.clear(v);
        if (viewers.isPeer(v)) {
            if (uplinks.capacity(v) > 0) {
                ledger.lend(uplinks.capacity(v), now);
                holdings.goOnline(v, hasRoom(v));
            }
            long setup = plan.spec.delivery().swarm().trading().pairSetupMicros();
            if (setup == 0) {
                meet(v, now);
            }
            queue.push(now + setup, Cell.MEET, v, viewers.press(v));
        }
    }

    private boolean hasRoom(int v) {
        return viewers.uploads(v) < plan.spec.delivery().swarm().uploadsAtMost();
    }

    /** What is broken, or null: neighbours must see whether somebody has room as it is. */
    String check() {
        for (int v = 0; v < viewers.count; v++) {
            if (holdings.online(v) && holdings.room(v) != hasRoom(v)) {
                return "room of viewer " + viewers.number[v] + " is not what it shows";
            }
        }
        return null;
    }

    /** The first connections stand; true if the session is still the one that asked for them. */
    boolean firstMeeting(int v, int press, long now) {
        boolean current = press == viewers.press(v) && viewers.state(v) != Viewers.AWAY;
        if (current) {
            meet(v, now);
        }
        return current;
    }

    private void meet(int v, long now) {
        askedTrackerAt[v] = now;
        if (!trackerDown) {
            if (holdings.online(v)) {
                tracker.register(v, viewers.title(v));
            }
            tracker.introduce(v, viewers.title(v));
        }
    }

    /** Asks the tracker for more neighbours if there are less than half of them and the last time is long enough ago. */
    void refill(int v, long now) {
        if (viewers.isPeer(v) && viewers.state(v) != Viewers.AWAY) {
            int known = neighbours.count(v);
            boolean few = 2 * known < plan.spec.delivery().swarm().neighbours();
            if (few && now - askedTrackerAt[v] >= TrackerPause.micros(known)) {
                meet(v, now);
            }
        }
    }

    /** Shows a finished piece to the neighbours, half a round trip and the announce delay from now. */
    void pieceArrived(int v, int piece, long now) {
        if (holdings.online(v)) {
            long delay = plan.spec.delivery().swarm().announceMicros() + viewers.rttMicros(v) / 2;
            queue.push(now + delay, Cell.ANNOUNCE, v, viewers.press(v) << ANNOUNCED_BITS | piece);
        }
    }

    /** A finished piece becomes visible. */
    void announce(int v, int pressAndPiece) {
        if (pressAndPiece >> ANNOUNCED_BITS == viewers.press(v)) {
            holdings.announce(v, pressAndPiece & (1 << ANNOUNCED_BITS) - 1);
        }
    }

    void leave(int v, long now) {
        if (viewers.isPeer(v)) {
            ledger.lend(-uplinks.capacity(v), now);
            tracker.unregister(v, viewers.title(v));
            holdings.goOffline(v);
        }
    }

    long stateBytes() {
        return tracker.stateBytes() + neighbours.stateBytes() + 8L * askedTrackerAt.length;
    }

    long touch(int v) {
        return neighbours.touch(v);
    }

    long touchAll() {
        return neighbours.touchAll();
    }
}
