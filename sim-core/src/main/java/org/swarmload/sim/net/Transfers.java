package org.swarmload.sim.net;

import org.swarmload.sim.kernel.KeyedHeap;
import org.swarmload.sim.kernel.Records;

/**
 * The transfers of one cell, records with a free list: who sends which piece to whom. Numbers are reused.
 * Rates and caps are bytes per microsecond. Says nothing about who decides a rate.
 */
public final class Transfers {
    public static final int NONE = -1;

    /** Life of a transfer. */
    public static final byte FREE = 0;
    /** Asked for, the request is on its way. */
    public static final byte ASKED = 1;
    /** At the server, waiting for a connection or for the edge's fill. */
    public static final byte WAITING = 2;
    /** Bytes flow. */
    public static final byte ACTIVE = 3;
    /** At the server, which has taken it up and is not yet ready to send. */
    public static final byte PREPARING = 4;

    /** How many bytes a piece has that somebody receives; of a receiver below 0 it is a cache that fetches it. */
    @FunctionalInterface
    public interface Sizes {
        long bytes(int receiver, int piece, int rendition);
    }

    /** Half of them lie across two cache lines. Eight longs each, in a line of its own, took more time and not less. */
    private static final int LONGS = 6;

    /** Low: sender, a peer's number or {@code -1 - server} for a server of the cell. High: receiver. */
    private static final int FROM_TO = 0;

    /** Low: piece, rendition, state, {@link #AT_CAP}. High: of an ACTIVE transfer of a server, place in a heap by cap. */
    private static final int WHAT = 1;

    private static final int START = 2;

    /** Peers: bytes still to send or mark, see {@link UplinkRecords}. Servers: finish time or mark, see {@link ServerPort}. */
    private static final int FINISH = 3;

    private static final int CAP = 4;
    /**
     * Low: next transfer of the same uploading peer, or of the same waiting line; of an ACTIVE transfer of a server, which
     * is in no list, place in a heap by finish. High: next one of the same receiver; of a cache's fetch the title.
     */
    private static final int NEXT = 5;

    private static final int RENDITION_AT = 16;
    private static final int STATE_AT = 24;
    private static final int STATE = 0xF << STATE_AT;
    private static final int AT_CAP = 1 << 28;
    private static final int PIECE = 0xFFFF;
    private static final int RENDITION = 0xFF;

    private final Sizes sizes;
    private final Records records = new Records(64, LONGS);
    /** For the heaps of {@link ServerPort}. */
    final KeyedHeap.Slots finish = new KeyedHeap.Slots(records, FINISH, NEXT, false);

    final KeyedHeap.Slots cap = new KeyedHeap.Slots(records, CAP, WHAT, true);

    private int used;
    private int free = NONE;

    public Transfers(Sizes sizes) {
        this.sizes = sizes;
    }

    /** A new transfer of a piece to a viewer in state ASKED. */
    public int create(int sender, int receiver, int pieceNumber, int renditionNumber) {
        int t = free;
        if (t != NONE) {
            free = nextOfSender(t);
        } else {
            t = used++;
            if (t == records.capacity()) {
                records.grow(t + (t >> 4) + 1);
            }
        }
        records.setInts(t, FROM_TO, sender, receiver);
        records.setInts(t, WHAT, pieceNumber | renditionNumber << RENDITION_AT | ASKED << STATE_AT, 0);
        records.setInts(t, NEXT, NONE, NONE);
        return t;
    }

    /** A new transfer of a piece of a title to a cache, {@code -1 - cache}. */
    public int createFetch(int sender, int cache, int titleNumber, int pieceNumber, int renditionNumber) {
        int t = create(sender, cache, pieceNumber, renditionNumber);
        records.setHigh(t, NEXT, titleNumber);
        return t;
    }

    public void release(int t) {
        setState(t, FREE);
        setNextOfSender(t, free);
        free = t;
    }

    public int from(int t) {
        return records.getLow(t, FROM_TO);
    }

    public boolean fromServer(int t) {
        return from(t) < 0;
    }

    public int server(int t) {
        return -1 - from(t);
    }

    public int to(int t) {
        return records.getHigh(t, FROM_TO);
    }

    /** The title of a cache's fetch. */
    public int titleOfFetch(int t) {
        return records.getHigh(t, NEXT);
    }

    public int piece(int t) {
        return records.getLow(t, WHAT) & PIECE;
    }

    public int rendition(int t) {
        return records.getLow(t, WHAT) >>> RENDITION_AT & RENDITION;
    }

    /** Bytes of the transfer. */
    public long size(int t) {
        return sizes.bytes(to(t), piece(t), rendition(t));
    }

    public byte state(int t) {
        return (byte) ((records.getLow(t, WHAT) & STATE) >>> STATE_AT);
    }

    public void setState(int t, byte newState) {
        records.setLow(t, WHAT, records.getLow(t, WHAT) & ~STATE | newState << STATE_AT);
    }

    /** Of an ACTIVE transfer of a server: whether it runs at its cap. */
    boolean atCap(int t) {
        return (records.getLow(t, WHAT) & AT_CAP) != 0;
    }

    void setAtCap(int t, boolean runsAtCap) {
        int rest = records.getLow(t, WHAT) & ~AT_CAP;
        records.setLow(t, WHAT, runsAtCap ? rest | AT_CAP : rest);
    }

    double cap(int t) {
        return records.getDouble(t, CAP);
    }

    void setCap(int t, double bytesPerMicro) {
        records.setDouble(t, CAP, bytesPerMicro);
    }

    /** Bytes that a peer has still to send, as of when its transfers were settled last. */
    double left(int t) {
        return records.getDouble(t, FINISH);
    }

    void setLeft(int t, double bytes) {
        records.setDouble(t, FINISH, bytes);
    }

    /** Time at which an ASKED transfer's request arrives or a PREPARING one's is ready; an event at another time is stale. */
    public long due(int t) {
        return records.getLong(t, START);
    }

    public void setDue(int t, long micros) {
        records.setLong(t, START, micros);
    }

    /** Time since which bytes flow, of an ACTIVE transfer. */
    public long startMicros(int t) {
        return records.getLong(t, START);
    }

    public int nextOfReceiver(int t) {
        return records.getHigh(t, NEXT);
    }

    public void setNextOfReceiver(int t, int next) {
        records.setHigh(t, NEXT, next);
    }

    public int nextOfSender(int t) {
        return records.getLow(t, NEXT);
    }

    public void setNextOfSender(int t, int next) {
        records.setLow(t, NEXT, next);
    }

    public long stateBytes() {
        return records.stateBytes();
    }

    /** Brings all transfers into the processor's cache. */
    public long touchAll() {
        return records.touchAll();
    }
}
