package org.swarmload.sim.policy;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;

/**
 * One viewer's client now, as its download policy sees and steers it. Pieces are indexes into the window after the first
 * piece that it lacks. Valid during the call only.
 */
public interface Client extends PieceView {
    /** Pieces of the window that neighbours with room offer and that are neither held nor asked for. */
    default long offered() {
        return offered(0);
    }

    /** Pieces of the window that are neither held nor asked for. */
    long missing();

    /** Pieces that some neighbour shows, also one without room, and that are missing. */
    long shown();

    /** Pieces in flight from peers. */
    long askedFromPeers();

    int peerTransfers();

    int serverTransfers();

    int neighbours();

    /** Whether play is under way; false before the first frame and in a stall. */
    boolean playing();

    /** Contiguous content that play waits for: the start-up buffer or, in a stall, the resume buffer; 0 while playing. */
    long awaitedMicros();

    /** Whether the client has a server and is not waiting to retry it. */
    boolean serverOpen();

    /**
     * Whether this client is the one among itself and its neighbours that fetches the piece from the server: the one with
     * the least hash of piece and client. All of a group that knows each other agree.
     */
    boolean elected(int index);

    /** Asks the server for the piece. */
    void askServer(int index);

    /**
     * Asks a neighbour with room that shows the piece, chosen at random by what it delivered lately. False if there is
     * none that does not serve this client already; the piece is not offered any more during this call then.
     */
    boolean askPeer(int index);

    /** Gives up the peer transfer of the piece; its bytes so far are lost. */
    void dropPeer(int index);

    /** Microseconds until the peer transfer of the piece ends at its present rate. */
    long peerMicrosLeft(int index);

    /** The picker's choice among the pieces of {@code among}, which must be offered. */
    int pick(PiecePicker picker, long among);

    /** Wants {@link DownloadPolicy#fetch} called again after this time, if nothing changes before. */
    void lookAgainIn(long micros);

    /** A random number in the open interval (0, 1) of the cell's own stream. */
    double random();
}
