package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Roster;

/**
 * Exchange by random encounters (Hajek and Zhu, "The Missing Piece Syndrome in Peer-to-Peer Communication", 2010): each
 * member meets, at times of its own law, one of all others of its title at random, and gives it one useful piece or
 * takes one. The picker says which; limits on uploads and parallel downloads do not apply.
 */
final class Encounters {
    private static final int STAMP_MASK = EventQueue.AUX_LIMIT - 1;

    private final Contacts contacts;
    private final Viewers viewers;
    private final Bitfields pieces;
    private final Roster roster;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellStream stream;
    private final FileView view;
    private final PiecePicker picker;

    Encounters(
            Contacts contacts,
            Viewers viewers,
            Bitfields pieces,
            Roster roster,
            Downloads downloads,
            EventQueue queue,
            CellStream stream,
            FileView view,
            PiecePicker picker) {
        this.contacts = contacts;
        this.viewers = viewers;
        this.pieces = pieces;
        this.roster = roster;
        this.downloads = downloads;
        this.queue = queue;
        this.stream = stream;
        this.view = view;
        this.picker = picker;
    }

    /** A member comes: its clock begins to run. */
    void begin(int m, long now) {
        schedule(m, now);
    }

    private void schedule(int m, long now) {
        Law law = viewers.isSeed(m) ? contacts.seedBetweenSeconds() : contacts.betweenSeconds();
        long pause = Math.max(1, Math.round(law.quantile(stream.nextDouble()) * 1e6));
        queue.push(now + pause, Cell.CONTACT, m, stamp(m));
    }

    private int stamp(int m) {
        return viewers.isSeed(m) ? 0 : viewers.press[m] & STAMP_MASK;
    }

    /** A member meets somebody. */
    void happen(int m, int stamp, long now) {
        if (stamp != stamp(m) || viewers.state[m] == Viewers.AWAY || !roster.contains(m)) {
            return;
        }
        int title = viewers.title(m);
        int present = roster.size(title);
        if (present > 1) {
            int other = roster.member(title, stream.nextInt(present - 1));
            if (other == m) {
                other = roster.member(title, present - 1);
            }
            give(contacts.pull() ? other : m, contacts.pull() ? m : other, now);
        }
        schedule(m, now);
    }

    private void give(int from, int to, long now) {
        if (viewers.state[to] == Viewers.STARTING && pieces.interests(from, to)) {
            downloads.servePeer(to, from, picker.pick(view.ofPeer(to, from)), now);
        }
    }
}
