package org.swarmload.sim.net;

import java.util.Arrays;
import org.swarmload.sim.kernel.CacheLines;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.kernel.KeyedHeap;
import org.swarmload.sim.kernel.Touch;

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

    /** Four longs each, half a cache line; a fifth, which is asked for when a transfer begins and ends, lies apart. */
    private static final int SHIFT = 2;

    /** Sender, a peer's number or {@code -1 - server} for a server of the cell; receiver; piece; rendition. */
    private static final int WHAT = 0;

    /**
     * Next transfer of the same uploading peer, or of the same waiting line; of an ACTIVE transfer of a server, which is in
     * no list, place in a heap by finish. Next one of the same receiver; of a cache's fetch the title. State, {@link #AT_CAP}.
     */
    private static final int LISTS = 1;

    /** Peers: bytes still to send or mark, see {@link UplinkRecords}. Servers: finish time or mark, see {@link ServerPort}. */
    private static final int FINISH = 2;

    private static final int CAP = 3;

    /** A number with a sign: of a member, a server, a transfer. Events have no room for greater ones either. */
    private static final int NUMBER_BITS = 23;

    private static final long NUMBER = (1L << NUMBER_BITS) - 1;
    private static final int MOST = EventQueue.ID_LIMIT;

    private static final int PIECE_AT = 2 * NUMBER_BITS;
    private static final int PIECE = 0xFFFF;
    /** Two bits, as in what a viewer holds. */
    private static final int RENDITION_AT = 62;

    private static final int STATE_AT = 2 * NUMBER_BITS;
    private static final long STATE = 0xFL << STATE_AT;
    private static final long AT_CAP = 1L << 60;

    private static final int FIRST = 64;

    private final Sizes sizes;
    private long[] words = new long[CacheLines.length(FIRST, 1 << SHIFT)];
    /** Of an ACTIVE transfer of a server, of which nobody asks when it began, place in a heap by cap. */
    private long[] start = new long[FIRST];
    /** Empty where all weigh alike; of numbers beyond its end the weight is 1. */
    private float[] weight = new float[0];

    /** For the heaps of {@link ServerPort}. */
    final KeyedHeap.Slots finish = new KeyedHeap.Slots() {
        @Override
        public double key(int t) {
            return left(t);
        }

        @Override
        public void setKey(int t, double value) {
            setLeft(t, value);
        }

        @Override
        public int position(int t) {
            return nextOfSender(t);
        }

        @Override
        public void place(int t, int hole) {
            setNextOfSender(t, hole);
        }
    };

    final KeyedHeap.Slots cap = new KeyedHeap.Slots() {
        @Override
        public double key(int t) {
            return cap(t);
        }

        @Override
        public void setKey(int t, double value) {
            setCap(t, value);
        }

        @Override
        public int position(int t) {
            return (int) start[t];
        }

        @Override
        public void place(int t, int hole) {
            start[t] = hole;
        }
    };

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
            if (t == start.length) {
                grow(t + (t >> 4) + 1);
            }
        }
        if (t < weight.length) {
            weight[t] = 1;
        }
        words[at(t, WHAT)] = sender & NUMBER
                | (receiver & NUMBER) << NUMBER_BITS
                | (long) pieceNumber << PIECE_AT
                | (long) renditionNumber << RENDITION_AT;
        words[at(t, LISTS)] = NONE & NUMBER | (NONE & NUMBER) << NUMBER_BITS | (long) ASKED << STATE_AT;
        return t;
    }

    /** A new transfer of a piece of a title to a cache, {@code -1 - cache}. */
    public int createFetch(int sender, int cache, int titleNumber, int pieceNumber, int renditionNumber) {
        int t = create(sender, cache, pieceNumber, renditionNumber);
        setNextOfReceiver(t, titleNumber);
        return t;
    }

    private void grow(int capacity) {
        if (used > MOST) {
            throw new IllegalStateException("More than " + MOST + " transfers in one cell.\nMaybe more cells.");
        }
        int most = Math.min(capacity, MOST);
        words = Arrays.copyOf(words, CacheLines.length(most, 1 << SHIFT));
        start = Arrays.copyOf(start, most);
    }

    private static int at(int t, int field) {
        return (t << SHIFT) + CacheLines.LEAD + field;
    }

    private int lowNumber(int t, int field) {
        return (int) (words[at(t, field)] << Long.SIZE - NUMBER_BITS >> Long.SIZE - NUMBER_BITS);
    }

    private int highNumber(int t, int field) {
        return (int) (words[at(t, field)] << Long.SIZE - 2 * NUMBER_BITS >> Long.SIZE - NUMBER_BITS);
    }

    public void release(int t) {
        setState(t, FREE);
        setNextOfSender(t, free);
        free = t;
    }

    public int from(int t) {
        return lowNumber(t, WHAT);
    }

    public boolean fromServer(int t) {
        return from(t) < 0;
    }

    public int server(int t) {
        return -1 - from(t);
    }

    public int to(int t) {
        return highNumber(t, WHAT);
    }

    /** The title of a cache's fetch. */
    public int titleOfFetch(int t) {
        return nextOfReceiver(t);
    }

    public int piece(int t) {
        return (int) (words[at(t, WHAT)] >>> PIECE_AT) & PIECE;
    }

    public int rendition(int t) {
        return (int) (words[at(t, WHAT)] >>> RENDITION_AT);
    }

    /** Bytes of the transfer. */
    public long size(int t) {
        return sizes.bytes(to(t), piece(t), rendition(t));
    }

    public byte state(int t) {
        return (byte) ((words[at(t, LISTS)] & STATE) >>> STATE_AT);
    }

    public void setState(int t, byte newState) {
        words[at(t, LISTS)] = words[at(t, LISTS)] & ~STATE | (long) newState << STATE_AT;
    }

    /** Of an ACTIVE transfer of a server: whether it runs at its cap. */
    boolean atCap(int t) {
        return (words[at(t, LISTS)] & AT_CAP) != 0;
    }

    void setAtCap(int t, boolean runsAtCap) {
        long rest = words[at(t, LISTS)] & ~AT_CAP;
        words[at(t, LISTS)] = runsAtCap ? rest | AT_CAP : rest;
    }

    double cap(int t) {
        return Double.longBitsToDouble(words[at(t, CAP)]);
    }

    void setCap(int t, double bytesPerMicro) {
        words[at(t, CAP)] = Double.doubleToRawLongBits(bytesPerMicro);
    }

    /** Bytes that a peer has still to send, as of when its transfers were settled last. */
    double left(int t) {
        return Double.longBitsToDouble(words[at(t, FINISH)]);
    }

    void setLeft(int t, double bytes) {
        words[at(t, FINISH)] = Double.doubleToRawLongBits(bytes);
    }

    /** Whether some transfers may get more of their peer's uplink than others. */
    boolean areWeighed() {
        return weight.length > 0;
    }

    /** What a transfer gets of its peer's uplink beside others of weight 1. */
    float weight(int t) {
        return t < weight.length ? weight[t] : 1;
    }

    void setWeight(int t, float value) {
        if (t >= weight.length) {
            int known = weight.length;
            weight = Arrays.copyOf(weight, start.length);
            Arrays.fill(weight, known, weight.length, 1);
        }
        weight[t] = value;
    }

    /** Time at which an ASKED transfer's request arrives or a PREPARING one's is ready; an event at another time is stale. */
    public long due(int t) {
        return start[t];
    }

    public void setDue(int t, long micros) {
        start[t] = micros;
    }

    /** Time since which bytes flow, of an ACTIVE transfer of a peer. */
    public long startMicros(int t) {
        return start[t];
    }

    public int nextOfReceiver(int t) {
        return highNumber(t, LISTS);
    }

    public void setNextOfReceiver(int t, int next) {
        long rest = words[at(t, LISTS)] & ~(NUMBER << NUMBER_BITS);
        words[at(t, LISTS)] = rest | (next & NUMBER) << NUMBER_BITS;
    }

    public int nextOfSender(int t) {
        return lowNumber(t, LISTS);
    }

    public void setNextOfSender(int t, int next) {
        words[at(t, LISTS)] = words[at(t, LISTS)] & ~NUMBER | next & NUMBER;
    }

    public long stateBytes() {
        return 8L * (words.length + start.length) + 4L * weight.length;
    }

    /** Brings a transfer into the processor's cache. */
    public long touch(int t) {
        return words[at(t, WHAT)] + start[t];
    }

    /** Brings all transfers into the processor's cache. */
    public long touchAll() {
        return Touch.all(words) + Touch.all(start);
    }
}
