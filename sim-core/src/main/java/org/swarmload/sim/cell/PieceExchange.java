package org.swarmload.sim.cell;

import java.util.List;

/**
 * How pieces of a file change hands between members that know each other. Two ways: {@link Uploaders} choose whom they
 * serve, or downloaders ask as the bt client does ({@link BtExchange}).
 */
interface PieceExchange {
    /** A member shows something for the first time. */
    void begin(int m, long now);

    /** A member that shows something shows more. */
    void showsMore(int m, long now);

    /** The last {@code added} connections of a member are new. */
    void connected(int m, int added, long now);

    /** A downloader has room, or misses something again. */
    void invite(int v, long now);

    /** An upload of the member has ended. */
    void uploadEnded(int m, long now);

    /** A piece has come from a member: whether the downloader still has a use for it; else it is overhead. */
    default boolean takes(int v, int from, int piece, long now) {
        return true;
    }

    /** A downloader holds one more piece. */
    default void verified(int v, int piece, long now) {}

    /** Whether other transfers of a piece end when it has come. */
    default boolean abortsTwins() {
        return true;
    }

    /** How long the news of a piece waits at a member behind what it sends, microseconds. */
    default long announcementMicros(int m, long now) {
        return 0;
    }

    /** An event of one of the kinds SERVE and REVIEW, or of CONTACT where there are no encounters. */
    void handle(int kind, int id, int aux, long now);

    /** A member goes; those that it knows are still known. */
    void leaves(int m, long now);

    List<Object> parts();

    long stateBytes();
}
