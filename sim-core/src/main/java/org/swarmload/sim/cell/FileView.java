package org.swarmload.sim.cell;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Availability;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.RarestPieces;

/** What a picker may know of a file: what one uploader, or a server, offers to one downloader. One object serves a cell. */
final class FileView implements PieceView {
    private static final int SERVER = -1;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Bitfields pieces;
    private final Availability availability;
    private final CellStream stream;
    private final RarestPieces rarest;
    private int downloader;
    private int uploader;
    private boolean again;

    FileView(CellPlan plan, Viewers viewers, Bitfields pieces, Availability availability, CellStream stream) {
        this.plan = plan;
        this.viewers = viewers;
        this.pieces = pieces;
        this.availability = availability;
        this.stream = stream;
        rarest = new RarestPieces(pieces.words());
    }

    FileView ofPeer(int v, int peer) {
        downloader = v;
        uploader = peer;
        again = false;
        return this;
    }

    /** Endgame: pieces that are in flight from others are offered too. */
    FileView againOfPeer(int v, int peer) {
        ofPeer(v, peer);
        again = true;
        return this;
    }

    /** A server has everything. */
    FileView ofServer(int v) {
        return ofPeer(v, SERVER);
    }

    @Override
    public int pieces() {
        return pieces.pieces();
    }

    @Override
    public int firstPiece() {
        return 0;
    }

    @Override
    public long offered(int word) {
        long wanted = again ? pieces.lacking(downloader, word) : pieces.missing(downloader, word);
        return uploader == SERVER ? wanted : wanted & pieces.shown(uploader, word);
    }

    /** Who is asked counts too: a server stands beside the neighbours, and in encounters a peer need not be one of them. */
    @Override
    public int holders(int index) {
        int shown = availability.holders(downloader, viewers.title(downloader), index);
        return uploader == SERVER ? shown + 1 : Math.max(1, shown);
    }

    @Override
    public long microsToDeadline(int index) {
        return NEVER_PLAYED;
    }

    @Override
    public int randomBelow(int bound) {
        return stream.nextInt(bound);
    }

    @Override
    public long clientSeed() {
        return plan.audience.clientSeed(viewers.number[downloader]);
    }

    @Override
    public int front() {
        int w = 0;
        while (w < pieces.words() - 1 && pieces.lacking(downloader, w) == 0) {
            w++;
        }
        return Math.min(pieces() - 1, (w << 6) + Long.numberOfTrailingZeros(pieces.lacking(downloader, w)));
    }

    @Override
    public int rarest(int from, int to) {
        int title = viewers.title(downloader);
        rarest.begin();
        for (int w = from >> 6; w << 6 < to; w++) {
            rarest.add(w, offered(w) & PieceView.range(w, from, to));
        }
        availability.keepRarest(downloader, title, uploader != SERVER, rarest);
        int ties = rarest.count();
        return ties == 0 ? PiecePicker.NONE : rarest.get(randomBelow(ties));
    }
}
