package org.swarmload.sim.cell;

import java.util.List;

/**
 * What the people of a cell do with what they receive, and with each other: {@link StreamCrowd} watches,
 * {@link FileCrowd} downloads. Who is called about a viewer that is not here does nothing.
 */
interface Crowd {
    /** Names who takes viewers out. */
    void connect(Endings endings);

    /** A viewer comes through the door. */
    void join(int v, long now, long pressMicros, int press, boolean refused);

    /** An event of one of the crowd's own kinds. */
    void handle(int kind, int id, int aux, long now);

    /** A piece has come; its transfer is gone. */
    void pieceReceived(int v, int piece, long now);

    /** A piece has come from a peer, or from a server (a negative number): whether the viewer still has a use for it. */
    default boolean takes(int v, int from, int piece, long now) {
        return true;
    }

    /** Something changed for the viewer: a transfer was lost, or a pause is over. It may ask for something. */
    void act(int v, long now);

    /** An uploader serves one transfer less. */
    void uploadEnded(int peer, long now);

    /** The viewer is not to ask its server before that time. */
    void pause(int v, long untilMicros);

    /** Books the end of a viewer's session; its transfers are still there. */
    void bookEnd(int v, Sessions.End how, long now);

    /** Takes the viewer out of the swarm, after its own transfers are gone. */
    void leave(int v, long now);

    /** A server went down. */
    void serverBroke(int server, long now);

    void beginRound(long now);

    /** Books what has flowed since the last call into the bin that ends at that time or later. */
    void endRound(long now);

    /** Writes the levels of the bin in which this time is. */
    void sample(long micros);

    /** Downloads that are complete. */
    long completed();

    /** How many keep the run from ending. */
    long present();

    /** The run ends: nobody asks for anything any more. */
    void stop();

    /** PARANOID mode: what does not hold of pieces and counts, or null. */
    String check();

    /** Brings what a member holds and knows into the processor's cache, as far as that pays. */
    default long touch(int v) {
        return 0;
    }

    /** Brings what the crowd knows of everybody into the processor's cache. */
    default long touchAll() {
        return 0;
    }

    /** The objects that it consists of. */
    List<Object> parts();

    long stateBytes();
}
