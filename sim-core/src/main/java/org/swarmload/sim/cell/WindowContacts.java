package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Roster;

/**
 * A broadcast that spreads by random encounters alone: now and then the operator hands the newest piece of each title to
 * a random viewer, and viewers meet each other. Nobody asks for anything by himself.
 */
final class WindowContacts {
    private final CellPlan plan;
    private final Contacts contacts;
    private final Viewers viewers;
    private final Holdings holdings;
    private final Roster roster;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellStream stream;
    private final ViewerClient client;
    private final PiecePicker picker;
    private final Encounters encounters;
    private boolean begun;

    WindowContacts(
            CellPlan plan,
            Viewers viewers,
            Holdings holdings,
            Roster roster,
            Downloads downloads,
            EventQueue queue,
            CellStream stream,
            ViewerClient client,
            PiecePicker picker) {
        this.plan = plan;
        this.contacts = plan.spec.delivery().swarm().trading().contacts();
        this.viewers = viewers;
        this.holdings = holdings;
        this.roster = roster;
        this.downloads = downloads;
        this.queue = queue;
        this.stream = stream;
        this.client = client;
        this.picker = picker;
        encounters = new Encounters(contacts, viewers, roster, downloads, queue, stream, this::piece);
    }

    private int piece(int from, int to, long now) {
        return viewers.state(to) == Viewers.AWAY ? Encounters.NOTHING : client.meet(to, from, now, picker);
    }

    /** The operator's clocks begin to run, one for each title. */
    void beginRound(long now) {
        if (!begun) {
            begun = true;
            for (int title = 0; title < plan.spec.content().titles().count(); title++) {
                schedule(title, now);
            }
        }
    }

    private void schedule(int title, long now) {
        long pause = Encounters.pause(contacts.seedBetweenSeconds(), stream);
        queue.push(now + pause, Cell.CONTACT, viewers.count + title, 0);
    }

    void join(int v, long now) {
        encounters.begin(v, now);
    }

    /** A viewer meets somebody, or the operator hands out a piece: numbers beyond the viewers are titles. */
    void happen(int id, int stamp, long now) {
        if (id < viewers.count) {
            encounters.happen(id, stamp, now);
            return;
        }
        int title = id - viewers.count;
        int newest = plan.available(now) - 1;
        if (newest >= 0 && roster.size(title) > 0) {
            handOut(roster.member(title, stream.nextInt(roster.size(title))), newest, now);
        }
        schedule(title, now);
    }

    private void handOut(int v, int piece, long now) {
        boolean inWindow = piece >= holdings.front(v) && piece < holdings.front(v) + Holdings.WINDOW;
        if (inWindow && ((holdings.held(v) | holdings.asked(v)) >>> piece & 1) == 0) {
            downloads.askServer(v, piece, now);
        }
    }
}
