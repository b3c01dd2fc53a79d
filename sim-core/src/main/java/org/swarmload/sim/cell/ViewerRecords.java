package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.RecordTails;
import org.swarmload.sim.kernel.Touch;

/**
 * What events need of each viewer, as records of two cache lines: with an array for each field it would be a miss for each.
 * The last longs of a record are somebody else's: of who watches they say what is held.
 */
abstract class ViewerRecords {
    private final long[] words;

    ViewerRecords(int members) {
        words = RecordTails.newRecords(members);
    }

    private static int slot(int v, int word) {
        return RecordTails.begin(v) + word;
    }

    /** Room for what somebody else keeps of each viewer. */
    final RecordTails tails() {
        return new RecordTails(words);
    }

    private long bits(int v, int word, int at, long mask) {
        return words[slot(v, word)] >>> at & mask;
    }

    private void setBits(int v, int word, int at, long mask, long value) {
        int index = slot(v, word);
        words[index] = words[index] & ~(mask << at) | (value & mask) << at;
    }

    final long recordBytes() {
        return 8L * words.length;
    }

    final byte state(int v) {
        return (byte) bits(v, 0, 0, 0xFL);
    }

    final void setState(int v, int value) {
        setBits(v, 0, 0, 0xFL, value);
    }

    final byte role(int v) {
        return (byte) bits(v, 0, 4, 0xFL);
    }

    final void setRole(int v, int value) {
        setBits(v, 0, 4, 0xFL, value);
    }

    final byte server(int v) {
        return (byte) bits(v, 0, 8, 0xFFL);
    }

    final void setServer(int v, int value) {
        setBits(v, 0, 8, 0xFFL, value);
    }

    final byte rendition(int v) {
        return (byte) bits(v, 0, 16, 0xFFL);
    }

    final void setRendition(int v, int value) {
        setBits(v, 0, 16, 0xFFL, value);
    }

    /** Adds, and returns the sum. */
    final int addRendition(int v, int change) {
        setRendition(v, rendition(v) + change);
        return rendition(v);
    }

    final byte topRendition(int v) {
        return (byte) bits(v, 0, 24, 0xFFL);
    }

    final void setTopRendition(int v, int value) {
        setBits(v, 0, 24, 0xFFL, value);
    }

    /** Pieces received since the last change of rendition, at most 100. */
    final byte sinceSwitch(int v) {
        return (byte) bits(v, 0, 32, 0xFFL);
    }

    final void setSinceSwitch(int v, int value) {
        setBits(v, 0, 32, 0xFFL, value);
    }

    /** Incoming transfers that the server sends. */
    final byte fromServer(int v) {
        return (byte) bits(v, 0, 40, 0xFFL);
    }

    final void setFromServer(int v, int value) {
        setBits(v, 0, 40, 0xFFL, value);
    }

    /** Adds, and returns the sum. */
    final int addFromServer(int v, int change) {
        setFromServer(v, fromServer(v) + change);
        return fromServer(v);
    }

    final byte lastRefusal(int v) {
        return (byte) bits(v, 0, 56, 0xFFL);
    }

    final void setLastRefusal(int v, int value) {
        setBits(v, 0, 56, 0xFFL, value);
    }

    /** Head of the list of incoming transfers. */
    final int incoming(int v) {
        return (int) bits(v, 1, 0, 0xFFFF_FFFFL);
    }

    final void setIncoming(int v, int value) {
        setBits(v, 1, 0, 0xFFFF_FFFFL, value);
    }

    final short incomingCount(int v) {
        return (short) bits(v, 1, 32, 0xFFFFL);
    }

    final void setIncomingCount(int v, int value) {
        setBits(v, 1, 32, 0xFFFFL, value);
    }

    /** Adds, and returns the sum. */
    final int addIncomingCount(int v, int change) {
        setIncomingCount(v, incomingCount(v) + change);
        return incomingCount(v);
    }

    final short activeIncoming(int v) {
        return (short) bits(v, 1, 48, 0xFFFFL);
    }

    final void setActiveIncoming(int v, int value) {
        setBits(v, 1, 48, 0xFFFFL, value);
    }

    /** Adds, and returns the sum. */
    final int addActiveIncoming(int v, int change) {
        setActiveIncoming(v, activeIncoming(v) + change);
        return activeIncoming(v);
    }

    /** When the playing or the stall began, at content position {@link #playFrom}. */
    final long since(int v) {
        return words[slot(v, 2)];
    }

    final void setSince(int v, long value) {
        words[slot(v, 2)] = value;
    }

    final long playFrom(int v) {
        return words[slot(v, 3)];
    }

    final void setPlayFrom(int v, long value) {
        words[slot(v, 3)] = value;
    }

    /** When the pending look is due; an event at another time is stale. */
    final long wakeDue(int v) {
        return words[slot(v, 4)];
    }

    final void setWakeDue(int v, long value) {
        words[slot(v, 4)] = value;
    }

    /** When the buffer runs dry or the viewer has seen enough (playing), or when patience ends (starting, stalled). */
    final long phaseDue(int v) {
        return words[slot(v, 5)];
    }

    final void setPhaseDue(int v, long value) {
        words[slot(v, 5)] = value;
    }

    final long blockedUntil(int v) {
        return words[slot(v, 6)];
    }

    final void setBlockedUntil(int v, long value) {
        words[slot(v, 6)] = value;
    }

    /** Downlink, bytes per microsecond. */
    final double down(int v) {
        return Double.longBitsToDouble(words[slot(v, 7)]);
    }

    final void setDown(int v, double value) {
        words[slot(v, 7)] = Double.doubleToRawLongBits(value);
    }

    /** Decayed throughput: bytes, over {@link #recentMicros}. */
    final float recentBytes(int v) {
        return Float.intBitsToFloat((int) bits(v, 8, 0, 0xFFFF_FFFFL));
    }

    final void setRecentBytes(int v, float value) {
        setBits(v, 8, 0, 0xFFFF_FFFFL, Float.floatToRawIntBits(value));
    }

    final float recentMicros(int v) {
        return Float.intBitsToFloat((int) bits(v, 8, 32, 0xFFFF_FFFFL));
    }

    final void setRecentMicros(int v, float value) {
        setBits(v, 8, 32, 0xFFFF_FFFFL, Float.floatToRawIntBits(value));
    }

    final long busySince(int v) {
        return words[slot(v, 9)];
    }

    final void setBusySince(int v, long value) {
        words[slot(v, 9)] = value;
    }

    /** Below 2^24. */
    final int rttMicros(int v) {
        return (int) bits(v, 10, 0, 0xFF_FFFFL);
    }

    final void setRttMicros(int v, int value) {
        setBits(v, 10, 0, 0xFF_FFFFL, value);
    }

    /** Uploads promised or under way. */
    final short uploads(int v) {
        return (short) bits(v, 10, 24, 0xFFFFL);
    }

    final void setUploads(int v, int value) {
        setBits(v, 10, 24, 0xFFFFL, value);
    }

    /** Adds, and returns the sum. */
    final int addUploads(int v, int change) {
        setUploads(v, uploads(v) + change);
        return uploads(v);
    }

    /** Pieces behind the playhead that are kept. */
    final char cachePieces(int v) {
        return (char) bits(v, 10, 40, 0xFFFFL);
    }

    final void setCachePieces(int v, int value) {
        setBits(v, 10, 40, 0xFFFFL, value);
    }

    /** What the senders of running transfers could give together, bytes per second, see {@link Downlinks}. */
    final long offered(int v) {
        return words[slot(v, 11)];
    }

    final void addOffered(int v, long change) {
        words[slot(v, 11)] += change;
    }

    /** Number of the press of this session. */
    final byte press(int v) {
        return (byte) bits(v, 0, 48, 0xFFL);
    }

    final void setPress(int v, int value) {
        setBits(v, 0, 48, 0xFFL, value);
    }

    /** Whether a server has refused the viewer in this session. */
    final boolean refused(int v) {
        return bits(v, 10, 56, 1L) != 0;
    }

    final void setRefused(int v, boolean value) {
        setBits(v, 10, 56, 1L, value ? 1 : 0);
    }

    final boolean connected(int v) {
        return bits(v, 10, 57, 1L) != 0;
    }

    final void setConnected(int v, boolean value) {
        setBits(v, 10, 57, 1L, value ? 1 : 0);
    }

    final byte stallCause(int v) {
        return (byte) bits(v, 10, 58, 0xFL);
    }

    final void setStallCause(int v, int value) {
        setBits(v, 10, 58, 0xFL, value);
    }

    /** Brings a viewer into the processor's cache. */
    final long touch(int v) {
        return words[slot(v, 0)] + words[slot(v, RecordTails.LONGS - 1)];
    }

    final long touchAll() {
        return Touch.all(words);
    }
}
