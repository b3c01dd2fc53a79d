package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;

/**
 * What clients of the library bt do around a selector: downloaders assign pieces to connections that have unchoked them
 * and ask for all blocks at once ({@link Assignments}); a connection carries one piece after the other, an uplink is shared
 * by its connections. {@link BtInterest} knows who may ask whom. Each rule names the class of bt 1.10 in which it was read;
 * what is left out, MODEL.md says.
 */
final class BtExchange implements PieceExchange {
    /** {@code Config.maxPieceReceivingTime}, looked at in whole milliseconds ({@code Assignment.getStatus}). */
    private static final long RECEIVING_MICROS = 5_001_000;

    /** {@code Config.transferBlockSize}. */
    private static final long BLOCK_BYTES = 16_384;

    private static final int UNKNOWN = -1;

    /** Auxiliary number of the event in which a client says what interests it; below it are places. */
    static final int INTEREST = Assignments.ACTIVE;

    /** Auxiliary number of the event in which windows of connections have grown. */
    static final int WINDOWS = INTEREST + 1;

    private final Viewers viewers;
    private final Bitfields pieces;
    private final Links links;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellStream stream;
    private final FileView view;
    private final PiecePicker picker;
    private final Assignments assignments;
    private final ConnectionQueues connections;

    private final BtInterest interest;

    /** Whether a SERVE event of a downloader is under way. */
    private final boolean[] called;

    private final int[] candidates;

    /** Place in the list of connections at which a client begins to look: bt keeps them in a hash map, in no order. */
    private final int[] turn;

    BtExchange(
            Trading trading,
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
        assignments = new Assignments(viewers.count);
        called = new boolean[viewers.count];
        candidates = new int[pieces.pieces()];
        turn = new int[viewers.count];
        Arrays.fill(turn, UNKNOWN);
        connections = downloads.queueAtPeers(trading.uplinkQueueMicros());
        interest = new BtInterest(viewers, pieces, links, downloads, queue, assignments, connections);
    }

    @Override
    public void begin(int m, long now) {
        showsMore(m, now);
    }

    /** Those who know the member hear of it; an assignment is not filled for that. */
    @Override
    public void showsMore(int m, long now) {
        int title = viewers.title(m);
        for (int i = links.degree(m, title) - 1; i >= 0; i--) {
            hears(links.get(m, title, i), m, now);
        }
    }

    private void hears(int v, int of, long now) {
        if (isDownloading(v)
                && assignments.find(v, of) == Assignments.NONE
                && (assignments.room(v) || !interest.told(v, of))) {
            call(v, now);
        }
    }

    @Override
    public void connected(int m, int added, long now) {
        int title = viewers.title(m);
        for (int i = links.everybody() ? 0 : links.degree(m, title) - added; i < links.degree(m, title); i++) {
            hears(links.get(m, title, i), m, now);
        }
        if (!viewers.isSeed(m)) {
            call(m, now);
        }
    }

    @Override
    public void invite(int v, long now) {
        call(v, now);
    }

    @Override
    public void uploadEnded(int m, long now) {} // connections serve by themselves

    /** The client looks at its connections after everything else that happens in this instant. */
    private void call(int v, long now) {
        if (!called[v]) {
            called[v] = true;
            queue.push(now, Cell.SERVE, v, 0);
        }
    }

    private boolean isDownloading(int v) {
        return !viewers.isSeed(v) && viewers.state(v) == Viewers.STARTING;
    }

    @Override
    public void handle(int kind, int id, int aux, long now) {
        switch (kind) {
            case Cell.SERVE -> {
                called[id] = false;
                if (isDownloading(id)) {
                    look(id, now);
                }
            }
            case Cell.REVIEW -> {
                if (aux == WINDOWS) {
                    connections.grow(id, now);
                } else if (aux != INTEREST) {
                    checkTime(id, id * Assignments.ACTIVE + aux, now);
                } else if (isDownloading(id)) {
                    interest.say(id, now);
                }
            }
            case Cell.CONTACT -> {
                if (interest.unchoke(id, aux) && isDownloading(id)) {
                    call(id, now);
                }
            }
            default -> throw new IllegalStateException("Unknown event kind " + kind + ".");
        }
    }

    /** Fills assignments of which a piece is finished, makes those that are possible, and sees what else is interesting. */
    private void look(int v, long now) {
        for (int place = v * Assignments.ACTIVE; place < (v + 1) * Assignments.ACTIVE; place++) {
            if (assignments.peer(place) != Assignments.NONE && assignments.takeGap(place)) {
                claim(v, place, now);
            }
        }
        boolean news = false;
        int title = viewers.title(v);
        int degree = links.degree(v, title);
        if (turn[v] == UNKNOWN && degree > 0) {
            turn[v] = stream.nextInt(degree);
        }
        for (int i = 0; i < degree; i++) {
            int u = links.get(v, title, (turn[v] + i) % degree);
            if (u != v
                    && viewers.mayHave(v, u)
                    && assignments.find(v, u) == Assignments.NONE
                    && pieces.wouldHelp(u, v)) {
                if (interest.unchoked(v, u)) {
                    assign(v, u, now);
                } else {
                    news |= !interest.told(v, u);
                }
            }
        }
        if (news) {
            interest.plan(v, now);
        }
    }

    /** {@code TorrentWorker.inspectAssignment}: while there are fewer than ten. */
    private void assign(int v, int u, long now) {
        if (assignments.room(v)) {
            int place = assignments.open(v, u, now);
            claim(v, place, now);
            watch(v, place, now + RECEIVING_MICROS);
        }
    }

    /** {@code Assignment.claimPiecesIfNeeded}: what nobody else is to send, and in the endgame what others are to send too. */
    private void claim(int v, int place, long now) {
        int u = assignments.peer(place);
        while (assignments.pieces(place) < Assignments.PIECES && pieces.interests(u, v)) {
            take(v, place, picker.pick(view.ofPeer(v, u, now)), now);
        }
        if (assignments.pieces(place) < Assignments.PIECES && pieces.nothingMissing(v)) {
            claimAgain(v, place, now);
        }
    }

    /** The endgame: random pieces, also such as are assigned to this peer already, which are not asked for twice. */
    private void claimAgain(int v, int place, long now) {
        int u = assignments.peer(place);
        int count = 0;
        for (int w = 0; w < pieces.words(); w++) {
            for (long word = pieces.lacking(v, w) & pieces.shown(u, w); word != 0; word &= word - 1) {
                candidates[count++] = (w << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        while (count > 0 && assignments.pieces(place) < Assignments.PIECES) {
            int at = stream.nextInt(count);
            take(v, place, candidates[at], now);
            candidates[at] = candidates[--count];
        }
    }

    /** {@code RequestProducer}: all blocks at once, unless they have been asked for. */
    private void take(int v, int place, int piece, long now) {
        assignments.add(place, piece);
        int u = assignments.peer(place);
        if (connections.find(v, u, piece) != Transfers.NONE) {
            pieces.ask(v, piece, false);
        } else {
            downloads.askPeer(v, u, piece, now, connections.waitMicros(v, u, now));
        }
    }

    /** {@code PieceConsumer}: only what is assigned to the connection; then its time begins anew. */
    @Override
    public boolean takes(int v, int from, int piece, long now) {
        int place = assignments.find(v, from);
        boolean assigned = place != Assignments.NONE && assignments.contains(place, piece);
        if (assigned) {
            assignments.check(place, now);
        }
        return assigned;
    }

    @Override
    public void verified(int v, int piece, long now) {
        for (int place = v * Assignments.ACTIVE; place < (v + 1) * Assignments.ACTIVE; place++) {
            if (assignments.peer(place) != Assignments.NONE) {
                assignments.finish(place, piece);
            }
        }
        call(v, now);
    }

    @Override
    public boolean abortsTwins() {
        return false;
    }

    private void watch(int v, int place, long due) {
        assignments.setDueMicros(place, due);
        queue.push(due, Cell.REVIEW, v, place - v * Assignments.ACTIVE);
    }

    /** {@code Assignment.getStatus}: given up when no block of its pieces has come for so long, or it has none. */
    private void checkTime(int v, int place, long now) {
        int u = assignments.peer(place);
        if (u == Assignments.NONE || assignments.dueMicros(place) != now) {
            return;
        }
        long last = Math.max(assignments.checkedMicros(place), lastBlockMicros(v, u, place, now));
        if (now - last < RECEIVING_MICROS) {
            watch(v, place, last + RECEIVING_MICROS);
            return;
        }
        giveUp(v, place);
        call(v, now);
    }

    private long lastBlockMicros(int v, int u, int place, long now) {
        int t = connections.running(v, u);
        return t == Transfers.NONE || !assignments.contains(place, connections.piece(t))
                ? 0
                : connections.lastBlockMicros(t, BLOCK_BYTES, now);
    }

    /** {@code Assignments.remove}: its pieces may be assigned anew; blocks under way come all the same. */
    private void giveUp(int v, int place) {
        for (int i = 0; i < assignments.pieces(place); i++) {
            pieces.unask(v, assignments.piece(place, i));
        }
        assignments.close(place);
    }

    /** What is shown is one for all who look: they see it when the mean connection to a downloader has carried the message. */
    @Override
    public long announcementMicros(int m, long now) {
        int title = viewers.title(m);
        int hearers = 0;
        for (int i = connections.messagesWait() ? links.degree(m, title) - 1 : -1; i >= 0; i--) {
            int v = links.get(m, title, i);
            hearers += v != m && isDownloading(v) ? 1 : 0;
        }
        return hearers == 0 ? 0 : connections.meanWaitMicros(m, hearers, now);
    }

    @Override
    public void leaves(int m, long now) {
        int title = viewers.title(m);
        for (int i = links.degree(m, title) - 1; i >= 0; i--) {
            int v = links.get(m, title, i);
            if (v != m) {
                interest.forget(m, v);
                connections.disconnect(m, v);
                if (!viewers.isSeed(v)) {
                    loses(v, m, now);
                }
            }
        }
        if (!viewers.isSeed(m)) {
            for (int place = m * Assignments.ACTIVE; place < (m + 1) * Assignments.ACTIVE; place++) {
                if (assignments.peer(place) != Assignments.NONE) {
                    assignments.close(place);
                }
            }
            turn[m] = UNKNOWN;
            interest.leaves(m);
        }
    }

    /** {@code TorrentWorker.processDisconnectedPeers}. */
    private void loses(int v, int of, long now) {
        connections.abort(v, of, now);
        int place = assignments.find(v, of);
        if (place != Assignments.NONE) {
            giveUp(v, place);
            call(v, now);
        }
    }

    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>(List.of(this, assignments));
        parts.addAll(picker.parts());
        return parts;
    }

    @Override
    public long stateBytes() {
        return assignments.stateBytes()
                + connections.stateBytes()
                + interest.stateBytes()
                + 5L * called.length
                + 4L * candidates.length;
    }
}
