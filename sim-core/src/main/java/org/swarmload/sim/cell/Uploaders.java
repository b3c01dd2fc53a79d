package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;
import org.swarmload.sim.swarm.Roster;

/**
 * Request-driven exchange of a file: an uploader with room serves, one after the other, those connected peers that miss
 * something it shows and that it does not serve already, and the downloader's picker says which piece. Where slots have
 * a fixed rate, one that nobody else wants goes to a peer that is served already. Who finds nobody is idle until
 * something changes. Choices of one instant are made after everything else that happens in it.
 *
 * <p>Where a {@link Choker} says who is served, the first in turn of the others is unchoked when nobody else is to be
 * served and a slot is free.
 */
final class Uploaders implements PieceExchange {
    static final int NOBODY = -1;

    private static final int UNKNOWN = -1;

    private final Viewers viewers;
    private final Bitfields pieces;
    private final Links links;
    private final Roster idle;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellStream stream;
    private final FileView view;
    private final PiecePicker picker;
    private Choker choker = Choker.NONE;
    private final int parallel;
    private final int uploadsAtMost;
    private final int seedUploads;
    private final boolean endgame;
    private final boolean requests;
    private final boolean slotsGoUnused;

    /** Whether a SERVE event is under way, and whether somebody has been waiting for the slot. */
    private final boolean[] called;

    private final boolean[] awaited;

    /** Place in the list of connections of the next one whose turn it is. */
    private final int[] turn;

    /**
     * Of the choice under way, the first in turn who is served already and wants more, and whom a piece in flight from
     * another would serve.
     */
    private int second;

    private int inEndgame;

    /** Whom the last choice unchoked: it hears of that and asks, so it is no one who has been waiting. */
    private int newlyUnchoked = NOBODY;

    Uploaders(
            Swarm swarm,
            Viewers viewers,
            Bitfields pieces,
            Links links,
            Downloads downloads,
            EventQueue queue,
            CellStream stream,
            FileView view,
            PiecePicker picker) {
        this.viewers = viewers;
        this.pieces = pieces;
        this.links = links;
        this.downloads = downloads;
        this.queue = queue;
        this.stream = stream;
        this.view = view;
        this.picker = picker;
        parallel = swarm.parallelDownloads();
        uploadsAtMost = swarm.uploadsAtMost();
        seedUploads = swarm.trading().seedUploads();
        endgame = swarm.trading().endgame();
        requests = swarm.trading().contacts() == null;
        slotsGoUnused = swarm.trading().discipline() == Discipline.SLOTS;
        idle = new Roster(viewers.members, 1);
        called = new boolean[viewers.members];
        awaited = new boolean[viewers.members];
        turn = new int[viewers.members];
        Arrays.fill(turn, UNKNOWN);
    }

    /** Lets a choker say who is served. */
    void obey(Choker newChoker) {
        choker = newChoker;
    }

    int slots(int u) {
        return viewers.isSeed(u) ? seedUploads : uploadsAtMost;
    }

    @Override
    public void begin(int u, long now) {
        choker.begin(u, now);
        call(u, false, now);
    }

    /** New connections: either end may have something for the other. */
    @Override
    public void connected(int m, int added, long now) {
        int title = viewers.title(m);
        int degree = links.degree(m, title);
        for (int i = degree - added; i < degree; i++) {
            showsMore(links.get(m, title, i), now);
        }
        if (pieces.showsAnything(m)) {
            call(m, false, now);
        }
    }

    @Override
    public void uploadEnded(int u, long now) {
        call(u, true, now);
    }

    @Override
    public void handle(int kind, int id, int aux, long now) {
        switch (kind) {
            case Cell.SERVE -> serve(id, now);
            case Cell.REVIEW -> choker.review(id, aux, now);
            default -> throw new IllegalStateException("Unknown event kind " + kind + ".");
        }
    }

    /** An uploader has room, or something new to offer. */
    void call(int u, boolean somebodyWaits, long now) {
        if (requests && !called[u] && viewers.uploads(u) < slots(u)) {
            called[u] = true;
            idle.remove(u, 0);
            queue.push(now, Cell.SERVE, u, 0);
        }
        awaited[u] |= called[u] && somebodyWaits;
    }

    /** An idle uploader that has new pieces may serve again. */
    @Override
    public void showsMore(int u, long now) {
        if (idle.contains(u)) {
            call(u, false, now);
        }
    }

    /** A downloader has room, or misses something again: idle uploaders that have something for it are called. */
    @Override
    public void invite(int v, long now) {
        if (idle.size(0) == 0 || !hasRoom(v)) {
            return;
        }
        boolean repeats = endgame && pieces.nothingMissing(v);
        int title = viewers.title(v);
        if (links.everybody()) {
            for (int i = idle.size(0) - 1; i >= 0; i--) {
                inviteFrom(idle.member(0, i), v, repeats, now);
            }
        } else {
            for (int i = links.degree(v, title) - 1; i >= 0; i--) {
                int u = links.get(v, title, i);
                if (idle.contains(u)) {
                    inviteFrom(u, v, repeats, now);
                }
            }
        }
    }

    /** What is asked first costs least, and most uploaders fail there. */
    private void inviteFrom(int u, int v, boolean repeats, long now) {
        boolean wanted = pieces.interests(u, v);
        if (!wanted && !repeats || v == u || !viewers.mayHave(v, u) || downloads.serves(u, v)) {
            return;
        }
        if (choker.lets(u, v) || wanted && choker.hasFreeSlot(u)) {
            call(u, false, now);
        }
    }

    @Override
    public void leaves(int u, long now) {
        idle.remove(u, 0);
        choker.leaves(u);
    }

    /** The uploader fills its slots. */
    private void serve(int u, long now) {
        called[u] = false;
        boolean waited = awaited[u];
        awaited[u] = false;
        if (!present(u)) {
            return;
        }
        while (viewers.uploads(u) < slots(u)) {
            int v = choose(u);
            if (v == NOBODY) {
                idle.add(u, 0);
                return;
            }
            int piece = picker.pick(pieces.interests(u, v) ? view.ofPeer(v, u, now) : view.againOfPeer(v, u, now));
            if (waited && v != newlyUnchoked) {
                downloads.servePeer(v, u, piece, now);
            } else {
                downloads.askPeer(v, u, piece, now);
            }
        }
    }

    private boolean present(int u) {
        return viewers.state(u) == Viewers.STARTING || viewers.state(u) == Viewers.SEEDING;
    }

    private int choose(int u) {
        newlyUnchoked = NOBODY;
        int title = viewers.title(u);
        int degree = links.degree(u, title);
        if (degree == 0) {
            return NOBODY;
        }
        if (turn[u] == UNKNOWN) {
            turn[u] = stream.nextInt(degree);
        }
        int start = turn[u] % degree;
        int v = unchokedWantNothing(u) ? NOBODY : next(u, title, start, degree);
        if (v == NOBODY && choker.hasFreeSlot(u)) {
            unchokeNext(u, title, start, degree);
            v = newlyUnchoked;
        }
        return v != NOBODY ? v : second != NOBODY ? second : inEndgame;
    }

    /** Whether there are few whom the uploader lets, and none of them may be served: then nobody has to be gone through. */
    private boolean unchokedWantNothing(int u) {
        noteNobody();
        int[] unchoked = choker.unchoked(u);
        boolean none = unchoked != null;
        for (int i = 0; none && i < unchoked.length; i++) {
            int v = unchoked[i];
            none = v < 0 || !wantsPeers(u, v) || !isNext(u, v) && second == NOBODY && inEndgame == NOBODY;
        }
        return none;
    }

    private void noteNobody() {
        second = NOBODY;
        inEndgame = NOBODY;
    }

    /** The first in turn who is to be served. */
    private int next(int u, int title, int start, int degree) {
        noteNobody();
        for (int k = 0; k < degree; k++) {
            int at = start + k < degree ? start + k : start + k - degree;
            int v = links.get(u, title, at);
            if (choker.lets(u, v) && wantsPeers(u, v) && isNext(u, v)) {
                turn[u] = at + 1;
                return v;
            }
        }
        return NOBODY;
    }

    /** Whether a downloader that wants something of peers is to be served; else notes what it may be good for. */
    private boolean isNext(int u, int v) {
        boolean wanted = pieces.interests(u, v);
        if (downloads.serves(u, v)) {
            second = slotsGoUnused && second == NOBODY && wanted ? v : second;
            return false;
        }
        inEndgame = !wanted && endgame && inEndgame == NOBODY && mayRepeat(u, v) ? v : inEndgame;
        return wanted;
    }

    /** Gives a free slot to the first in turn who is choked and interested. */
    private void unchokeNext(int u, int title, int start, int degree) {
        for (int k = 0; k < degree; k++) {
            int at = start + k < degree ? start + k : start + k - degree;
            int v = links.get(u, title, at);
            if (pieces.interests(u, v) && wantsPeers(u, v) && !choker.lets(u, v) && !downloads.serves(u, v)) {
                choker.unchoke(u, v);
                turn[u] = at + 1;
                newlyUnchoked = v;
                return;
            }
        }
    }

    /** Whether everything that a downloader lacks is in flight, and the uploader shows some of it. */
    private boolean mayRepeat(int u, int v) {
        if (!pieces.nothingMissing(v)) {
            return false;
        }
        for (int w = 0; w < pieces.words(); w++) {
            if ((pieces.lacking(v, w) & pieces.shown(u, w)) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean wantsPeers(int u, int v) {
        return v != u && hasRoom(v) && viewers.mayHave(v, u);
    }

    /** Whether a member downloads and may have one transfer more from peers. */
    private boolean hasRoom(int v) {
        return viewers.state(v) == Viewers.STARTING && viewers.incomingCount(v) - viewers.fromServer(v) < parallel;
    }

    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>(List.of(this));
        if (choker != Choker.NONE) {
            parts.add(choker);
        }
        return parts;
    }

    @Override
    public long stateBytes() {
        return idle.stateBytes() + 6L * called.length;
    }
}
