package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Roster;

/**
 * Exchange by random encounters (Hajek and Zhu, "The Missing Piece Syndrome in Peer-to-Peer Communication", 2010; in
 * slots of equal length Zhou, Chiu and Lui, "A Simple Model for Analyzing P2P Streaming Protocols", 2007): each member
 * meets, at times of its own law, one of all others of its title at random, and gives it one useful piece or takes one.
 * The picker says which; limits on uploads and parallel downloads do not apply.
 *
 * <p>Guaranteed: nobody who is no peer has anything of a peer. Not guaranteed: that who is met can use, or has, anything.
 */
final class Encounters {
    static final int NOTHING = -1;

    /** What one member has for another. */
    interface Trade {
        /** The piece that the picker of the receiver chooses, or {@link #NOTHING}. */
        int piece(int from, int to, long now);
    }

    private final Contacts contacts;
    private final Viewers viewers;
    private final Roster roster;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellStream stream;
    private final Trade trade;

    Encounters(
            Contacts contacts,
            Viewers viewers,
            Roster roster,
            Downloads downloads,
            EventQueue queue,
            CellStream stream,
            Trade trade) {
        this.contacts = contacts;
        this.viewers = viewers;
        this.roster = roster;
        this.downloads = downloads;
        this.queue = queue;
        this.stream = stream;
        this.trade = trade;
    }

    /** A member comes: its clock begins to run. Who is no peer needs one only to take from the operator's seeds. */
    void begin(int m, long now) {
        boolean seeds = viewers.members > viewers.count;
        if (viewers.isPeer(m) || contacts.pull() && seeds) {
            schedule(m, now);
        }
    }

    private void schedule(int m, long now) {
        Law law = viewers.isSeed(m) ? contacts.seedBetweenSeconds() : contacts.betweenSeconds();
        queue.push(now + pause(law, stream), Cell.CONTACT, m, viewers.stamp(m));
    }

    /** Microseconds until the next encounter, at least one. */
    static long pause(Law seconds, CellStream stream) {
        return Math.max(1, Math.round(seconds.quantile(stream.nextDouble()) * 1e6));
    }

    /** A member meets somebody; the clock of an earlier stay is stale. */
    void happen(int m, int stamp, long now) {
        if (stamp != viewers.stamp(m) || viewers.state(m) == Viewers.AWAY) {
            return;
        }
        int other = partner(m);
        if (other != NOTHING) {
            int from = contacts.pull() ? other : m;
            int to = contacts.pull() ? m : other;
            int piece = viewers.mayHave(to, from) ? trade.piece(from, to, now) : NOTHING;
            if (piece != NOTHING) {
                downloads.servePeer(to, from, piece, now);
            }
        }
        schedule(m, now);
    }

    private int partner(int m) {
        int title = viewers.title(m);
        int present = roster.size(title);
        if (present == 0) {
            return NOTHING;
        }
        if (!roster.contains(m)) {
            return roster.member(title, stream.nextInt(present));
        }
        if (present == 1) {
            return NOTHING;
        }
        int other = roster.member(title, stream.nextInt(present - 1));
        return other == m ? roster.member(title, present - 1) : other;
    }
}
