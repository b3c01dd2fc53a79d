package org.swarmload.jmh.picker;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.picker.RarestFirst;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Availability;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;
import org.swarmload.sim.swarm.RarestPieces;
import org.swarmload.sim.swarm.Roster;

/**
 * As a run of the simulator does it. The view that a picker gets in a run is private to its cell; this one answers in the
 * same way.
 */
final class OurMembers implements Mesh.Members, PieceView {
    private static final int TITLE = 0;

    private final Bitfields pieces = new Bitfields(Mesh.MEMBERS, Mesh.PIECES);
    private final CellStream stream = new CellStream(2006, 0, 0);
    private final RarestPieces search = new RarestPieces(pieces.words());
    private final PiecePicker picker = new RarestFirst();
    private final Availability availability;
    private int downloader;
    private int uploader;

    OurMembers() {
        Roster roster = new Roster(Mesh.MEMBERS, 1);
        Links links = new Links(Mesh.MEMBERS, Mesh.NEIGHBOURS, roster, stream, (a, b) -> true);
        availability = new Availability(pieces, links, Mesh.MEMBERS, 1);
        for (int m = 0; m < Mesh.MEMBERS; m++) {
            roster.add(m, TITLE);
            for (int piece = 0; m == 0 && piece < Mesh.PIECES; piece++) {
                pieces.hold(m, piece);
                pieces.show(m, piece);
            }
        }
        for (int m = 0; m < Mesh.MEMBERS; m++) {
            while (links.degree(m, TITLE) < Mesh.NEIGHBOURS) {
                availability.connected(m, TITLE, links.connect(m, TITLE));
            }
        }
    }

    @Override
    public int fetch(int member, int from) {
        if (!pieces.interests(from, member)) {
            return Mesh.NOTHING;
        }
        downloader = member;
        uploader = from;
        int piece = picker.pick(this);
        pieces.ask(member, piece, false);
        pieces.hold(member, piece);
        pieces.show(member, piece);
        availability.announced(member, TITLE, piece);
        return piece;
    }

    @Override
    public int pieces() {
        return Mesh.PIECES;
    }

    @Override
    public int firstPiece() {
        return 0;
    }

    @Override
    public long offered(int word) {
        return pieces.missing(downloader, word) & pieces.shown(uploader, word);
    }

    @Override
    public int holders(int index) {
        return availability.holders(downloader, TITLE, index);
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
        return downloader;
    }

    @Override
    public int rarest(int from, int to) {
        search.begin();
        for (int w = from >> 6; w << 6 < to; w++) {
            search.add(w, offered(w) & PieceView.range(w, from, to));
        }
        availability.keepRarest(downloader, TITLE, true, search);
        int ties = search.count();
        return ties == 0 ? PiecePicker.NONE : search.get(randomBelow(ties));
    }
}
