package org.swarmload.sim.policy;

import java.util.SplittableRandom;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.RarestOf;

/**
 * A client made at random, which fails when a policy asks of it what may not be asked for, and remembers what was. It
 * allocates nothing after it is made.
 */
public final class HandMadeClient implements Client {
    private static final long SEGMENT = 4_000_000;
    private static final int MOST_ACTIONS = 1_000;
    private static final int MOST_PIECES = 64;

    private final RarestOf rarest = new RarestOf(MOST_PIECES);
    private final int[] holders;
    private final long seed;
    private final long missingAtFirst;
    private final long offeredAtFirst;
    private final long fromPeersAtFirst;
    private final boolean playing;
    private final boolean open;
    private final long position;

    private long missing;
    private long offered;
    private long fromPeers;
    private int fromServer;
    private long among;
    private long draws;
    private long world;
    private int actions;
    private long trace;

    private HandMadeClient(long seed) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        holders = new int[1 + random.nextInt(MOST_PIECES)];
        long all = -1L >>> MOST_PIECES - holders.length;
        long held = sparse(random, 2);
        fromPeersAtFirst = sparse(random, 3) & ~held & all;
        missingAtFirst = all & ~held & ~fromPeersAtFirst;
        long shownNow = random.nextInt(4) == 0 ? 0 : random.nextLong() & missingAtFirst;
        offeredAtFirst = shownNow & random.nextLong();
        for (int i = 0; i < holders.length; i++) {
            holders[i] = (shownNow >>> i & 1) == 0 ? 0 : 1 + random.nextInt(5);
        }
        playing = random.nextBoolean();
        open = random.nextInt(5) > 0;
        position = playing ? random.nextLong(20 * SEGMENT) - 10 * SEGMENT : 0;
        rewind();
    }

    /** Each bit is set with the probability 1/2 to that power. */
    private static long sparse(SplittableRandom random, int power) {
        long word = -1;
        for (int i = 0; i < power; i++) {
            word &= random.nextLong();
        }
        return word;
    }

    /** A client of which anything may be true. */
    public static HandMadeClient random(long seed) {
        return new HandMadeClient(seed);
    }

    /** As it was at first, with the same draws. */
    public HandMadeClient rewind() {
        missing = missingAtFirst;
        offered = offeredAtFirst;
        fromPeers = fromPeersAtFirst;
        fromServer = 0;
        among = -1;
        draws = seed;
        world = ~seed;
        actions = 0;
        trace = 0;
        return this;
    }

    /** A number that differs where anything else was asked for, or in another order. */
    public long trace() {
        return trace;
    }

    private void act(String what, int index, boolean allowed) {
        if (!allowed) {
            throw new AssertionError("Client " + seed + ": " + what + " of piece " + index + " of " + holders.length
                    + "; missing " + Long.toBinaryString(missing) + ", offered " + Long.toBinaryString(offered(0))
                    + ", in flight from peers " + Long.toBinaryString(fromPeers) + ", server "
                    + (open ? "open." : "closed."));
        }
        if (++actions > MOST_ACTIONS) {
            throw new AssertionError("Client " + seed + ": the policy does not come to an end.");
        }
        trace = trace * 31 + what.length() * 64L + index;
    }

    private boolean has(long word, int index) {
        return index >= 0 && index < holders.length && (word >>> index & 1) != 0;
    }

    @Override
    public void askServer(int index) {
        act("asking the server", index, open && has(missing, index));
        missing &= ~(1L << index);
        fromServer++;
    }

    /** Now and then no neighbour can, as in a run. */
    @Override
    public boolean askPeer(int index) {
        act("asking a peer", index, has(missing & offered, index));
        offered &= ~(1L << index);
        world = mix(world);
        if ((world & 3) == 0) {
            return false;
        }
        missing &= ~(1L << index);
        fromPeers |= 1L << index;
        return true;
    }

    @Override
    public void dropPeer(int index) {
        act("dropping a transfer", index, has(fromPeers, index));
        fromPeers &= ~(1L << index);
        missing |= 1L << index;
    }

    @Override
    public long peerMicrosLeft(int index) {
        act("the time left", index, has(fromPeers, index));
        return mix(seed + index) >>> 40;
    }

    @Override
    public int pick(PiecePicker picker, long some) {
        act("a pick among none", 0, some != 0 && (some & ~offered(0)) == 0);
        among = some;
        int index = picker.pick(this);
        among = -1;
        return index;
    }

    @Override
    public void lookAgainIn(long micros) {
        act("a look after no time", (int) Math.max(-1, Math.min(0, micros - 1)), micros > 0);
    }

    @Override
    public long missing() {
        return missing;
    }

    @Override
    public long shown() {
        long shown = 0;
        for (int i = 0; i < holders.length; i++) {
            shown |= holders[i] > 0 ? 1L << i : 0;
        }
        return shown & missing;
    }

    @Override
    public long offered(int word) {
        return word == 0 ? offered & missing & among : 0;
    }

    @Override
    public long askedFromPeers() {
        return fromPeers;
    }

    @Override
    public int peerTransfers() {
        return Long.bitCount(fromPeers);
    }

    @Override
    public int serverTransfers() {
        return fromServer;
    }

    @Override
    public int neighbours() {
        return (int) (seed & 31);
    }

    @Override
    public boolean playing() {
        return playing;
    }

    @Override
    public long awaitedMicros() {
        return playing ? 0 : 2 * SEGMENT;
    }

    @Override
    public boolean serverOpen() {
        return open;
    }

    @Override
    public boolean elected(int index) {
        return (mix(seed + index) & 7) == 0;
    }

    @Override
    public int pieces() {
        return holders.length;
    }

    @Override
    public int firstPiece() {
        return (int) (seed & 1023);
    }

    @Override
    public int holders(int index) {
        return holders[index];
    }

    @Override
    public long microsToDeadline(int index) {
        return Math.max(0, index * SEGMENT - position);
    }

    @Override
    public int front() {
        return 0;
    }

    @Override
    public int rarest(int from, int to) {
        return rarest.pick(this, from, to);
    }

    @Override
    public long clientSeed() {
        return seed;
    }

    @Override
    public double random() {
        draws = mix(draws + 1);
        return ((draws >>> 12) + 0.5) * 0x1.0p-52;
    }

    @Override
    public int randomBelow(int bound) {
        draws = mix(draws + 1);
        return (int) ((draws >>> 32) * bound >>> 32);
    }

    private static long mix(long word) {
        long z = word + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
