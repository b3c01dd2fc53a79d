package org.swarmload.sim.cell;

import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Availability;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;
import org.swarmload.sim.swarm.Roster;

/**
 * Who knows whom in the swarm of a file: whom the tracker has registered, who is connected with whom, and who asks the
 * tracker again when.
 *
 * <p>Guaranteed: connections go both ways, between members that are here and can connect, and what each of the two shows
 * counts for the other; while the tracker is down nobody is registered and no connection is made. Not guaranteed: that
 * anybody has as many connections as it wants.
 */
final class Acquaintance {
    private final CellPlan plan;
    private final Viewers viewers;
    private final EventQueue queue;
    private final PairReachability pairs;
    private final Roster roster;
    private final Links links;
    private final Availability availability;
    private final long[] askedTrackerAt;
    private PieceExchange exchange;
    private boolean trackerDown;

    Acquaintance(CellPlan plan, Viewers viewers, Bitfields pieces, EventQueue queue, CellStream stream) {
        this.plan = plan;
        this.viewers = viewers;
        this.queue = queue;
        pairs = new PairReachability(plan);
        int titles = plan.spec.content().titles().count();
        int wanted = plan.spec.delivery().swarm().neighbours();
        roster = new Roster(viewers.members, titles);
        links = new Links(viewers.members, wanted, roster, stream, this::reachable);
        availability = new Availability(pieces, links, viewers.members, titles);
        askedTrackerAt = new long[viewers.members];
    }

    /** Names who is to be told of new connections. */
    void connect(PieceExchange swarmExchange) {
        exchange = swarmExchange;
    }

    Roster roster() {
        return roster;
    }

    Links links() {
        return links;
    }

    Availability availability() {
        return availability;
    }

    /** Whether two members can connect: everybody reaches the operator's seeds, and who is no peer nobody else. */
    private boolean reachable(int member, int other) {
        if (viewers.isSeed(member) || viewers.isSeed(other)) {
            return true;
        }
        return viewers.isPeer(member)
                && viewers.isPeer(other)
                && pairs.connects(viewers.number[member], viewers.number[other]);
    }

    /** Takes in whether the tracker is up. People ask it again in their time; seeds that came meanwhile do so now. */
    void beginRound(long now) {
        boolean back = trackerDown;
        trackerDown = plan.trackerDown(now);
        back &= !trackerDown;
        for (int m = viewers.count; back && m < viewers.members; m++) {
            if (viewers.state(m) != Viewers.AWAY && !roster.contains(m)) {
                meet(m, now);
            }
        }
    }

    /** A member asks the tracker for others; what it shows is not counted anywhere before. */
    void meet(int m, long now) {
        askedTrackerAt[m] = now;
        if (!trackerDown) {
            if (!roster.contains(m)) {
                roster.add(m, viewers.title(m));
                availability.registered(m, viewers.title(m));
            }
            int added = links.connect(m, viewers.title(m));
            availability.connected(m, viewers.title(m), added);
            exchange.connected(m, added, now);
        }
        if (!viewers.isSeed(m) && (links.few(m) || !roster.contains(m))) {
            askAgain(m, now);
        }
    }

    private void askAgain(int m, long now) {
        long due = Math.max(now + 1, askedTrackerAt[m] + TrackerPause.micros(links.degree(m, viewers.title(m))));
        if (due < viewers.wakeDue(m)) {
            viewers.setWakeDue(m, due);
            queue.push(due, Cell.WAKE, m, 0);
        }
    }

    /** Asks the tracker for more connections if there are few and the last time is long enough ago. */
    void refill(int v, long now) {
        if (links.few(v) || !roster.contains(v)) {
            if (now - askedTrackerAt[v] >= TrackerPause.micros(links.degree(v, viewers.title(v)))) {
                meet(v, now);
            } else {
                askAgain(v, now);
            }
        }
    }

    /** A member goes, and its connections with it; the other ends ask for more when their time comes. */
    void leave(int m, long now) {
        int title = viewers.title(m);
        availability.leaves(m, title);
        if (!links.everybody()) {
            for (int i = links.degree(m, title) - 1; i >= 0; i--) {
                int other = links.get(m, title, i);
                if (!viewers.isSeed(other)) {
                    askAgain(other, now);
                }
            }
        }
        links.disconnect(m);
        roster.remove(m, title);
    }

    List<Object> parts() {
        return List.of(this, roster, links, availability);
    }

    long stateBytes() {
        return roster.stateBytes() + links.stateBytes() + availability.stateBytes() + 8L * askedTrackerAt.length;
    }
}
