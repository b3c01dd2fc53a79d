package org.swarmload.sim.net;

import java.util.Arrays;
import org.swarmload.sim.kernel.KeyedHeap;

/**
 * The transfers of one cell, struct of arrays with a free list: who sends which piece to whom. Numbers are reused.
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

    /** Sender: a peer's number, or {@code -1 - server} for a server of the cell. */
    int[] from = new int[64];

    int[] to = new int[64];
    char[] title = new char[64];
    char[] piece = new char[64];
    byte[] rendition = new byte[64];
    byte[] state = new byte[64];
    long[] size = new long[64];
    long[] startMicros = new long[64];
    double[] rate = new double[64];
    /** Next transfer of the same uploading peer, or of the same waiting line. */
    int[] nextOfSender = new int[64];

    /** Next transfer of the same receiver. */
    int[] nextOfReceiver = new int[64];

    /** Peers: bytes still to send. Servers: finish time or mark, see {@link ServerPort}. */
    final KeyedHeap.Slots finish = new KeyedHeap.Slots(64);

    final KeyedHeap.Slots cap = new KeyedHeap.Slots(64);

    private int used;
    private int free = NONE;

    /** A new transfer of so many bytes in state ASKED. */
    public int create(int sender, int receiver, int titleNumber, int pieceNumber, int renditionNumber, long bytes) {
        int t = free;
        if (t != NONE) {
            free = nextOfSender[t];
        } else {
            t = used++;
            if (t == from.length) {
                grow(t + (t >> 3));
            }
        }
        from[t] = sender;
        to[t] = receiver;
        title[t] = (char) titleNumber;
        piece[t] = (char) pieceNumber;
        rendition[t] = (byte) renditionNumber;
        state[t] = ASKED;
        size[t] = bytes;
        nextOfSender[t] = NONE;
        nextOfReceiver[t] = NONE;
        rate[t] = 0;
        return t;
    }

    public void release(int t) {
        state[t] = FREE;
        nextOfSender[t] = free;
        free = t;
    }

    private void grow(int capacity) {
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        title = Arrays.copyOf(title, capacity);
        piece = Arrays.copyOf(piece, capacity);
        rendition = Arrays.copyOf(rendition, capacity);
        state = Arrays.copyOf(state, capacity);
        size = Arrays.copyOf(size, capacity);
        startMicros = Arrays.copyOf(startMicros, capacity);
        rate = Arrays.copyOf(rate, capacity);
        nextOfSender = Arrays.copyOf(nextOfSender, capacity);
        nextOfReceiver = Arrays.copyOf(nextOfReceiver, capacity);
        finish.grow(capacity);
        cap.grow(capacity);
    }

    public int from(int t) {
        return from[t];
    }

    public boolean fromServer(int t) {
        return from[t] < 0;
    }

    public int server(int t) {
        return -1 - from[t];
    }

    public int to(int t) {
        return to[t];
    }

    public int title(int t) {
        return title[t];
    }

    public int piece(int t) {
        return piece[t];
    }

    public int rendition(int t) {
        return rendition[t];
    }

    /** Bytes of the transfer. */
    public long size(int t) {
        return size[t];
    }

    public byte state(int t) {
        return state[t];
    }

    public void setState(int t, byte newState) {
        state[t] = newState;
    }

    public double rate(int t) {
        return rate[t];
    }

    /** Time at which an ASKED transfer's request arrives or a PREPARING one's is ready; an event at another time is stale. */
    public long due(int t) {
        return startMicros[t];
    }

    public void setDue(int t, long micros) {
        startMicros[t] = micros;
    }

    /** Time since which bytes flow, of an ACTIVE transfer. */
    public long startMicros(int t) {
        return startMicros[t];
    }

    public int nextOfReceiver(int t) {
        return nextOfReceiver[t];
    }

    public void setNextOfReceiver(int t, int next) {
        nextOfReceiver[t] = next;
    }

    public int nextOfSender(int t) {
        return nextOfSender[t];
    }

    public void setNextOfSender(int t, int next) {
        nextOfSender[t] = next;
    }

    public long stateBytes() {
        return from.length * (4L + 4 + 2 + 2 + 1 + 1 + 8 + 8 + 8 + 4 + 4 + 12 + 12);
    }
}
