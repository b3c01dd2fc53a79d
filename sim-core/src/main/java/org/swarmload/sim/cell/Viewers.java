package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.AudienceSpec;

/** The viewers of one cell, struct of arrays by local number; the rest of a viewer is in Holdings and Neighbours. */
final class Viewers {
    /** Not in the cell: still at the door, at an error page, or gone for good. */
    static final byte AWAY = 0;
    /** Admitted, no frame yet. */
    static final byte STARTING = 1;

    static final byte PLAYING = 2;
    static final byte STALLED = 3;
    /** Has the whole file and lets others have it. */
    static final byte SEEDING = 4;

    static final long NEVER = Long.MAX_VALUE;

    private static final double NO_RATE = 0;

    /** People; and with the operator's trading seeds, which come after them. */
    final int count;

    final int members;
    final int[] number;
    final int[] title;
    final byte[] state;
    final byte[] server;
    final byte[] role;
    final byte[] topRendition;
    final byte[] rendition;
    /** Pieces received since the last change of rendition, at most 100. */
    final byte[] sinceSwitch;

    /** Downlink, bytes per microsecond. */
    final double[] down;

    final int[] rttMicros;
    final long[] stayMicros;
    final char[] cachePieces;

    /** Number of the press of this session, and what the viewer has suffered in it. */
    final byte[] press;

    final boolean[] refused;
    final byte[] lastRefusal;
    final int[] serverAttempts;
    final long[] blockedUntil;

    /** Playhead: content position {@code playFrom} at time {@code since}, at which the playing or the stall began. */
    final long[] playFrom;

    final long[] since;
    final byte[] stallCause;
    /** The piece of a broadcast at which the viewer began. */
    final int[] firstPiece;

    /**
     * Due times of pending events; an event at another time is stale. The phase's is when the buffer runs dry or the
     * viewer has seen enough (playing), or when patience ends (starting, stalled).
     */
    final long[] phaseDue;

    final long[] wakeDue;
    final long[] idleDue;
    /** When the last request to the server ended. */
    final long[] idleSince;

    final long[] uplinkDue;

    /** Incoming transfers: list head, all and active ones, and how many come from the server. */
    final int[] incoming;

    final short[] incomingCount;
    final short[] activeIncoming;
    final byte[] fromServer;
    final boolean[] connected;

    /** Uploads promised or under way. */
    final short[] uploads;

    /** Throughput: decayed bytes and busy microseconds; what this peer's uploads got lately, bytes per microsecond. */
    final float[] recentBytes;

    final float[] recentMicros;
    final long[] busySince;
    final float[] uploadRate;

    /** How often each of the operator's trading seeds has come. */
    final int[] seedArrivals;

    /** Facts. */
    final long[] startupMicros;

    /** From the first press to the last piece of a file. */
    final long[] completionMicros;

    final long[] stallMicros;
    final short[] stalls;
    final byte[] stallsOfSession;

    Viewers(CellPlan plan, int[] numbers) {
        count = numbers.length;
        members = count + plan.tradingSeeds;
        number = numbers;
        title = new int[plan.spec.content().titles().count() > 1 ? members : 0];
        state = new byte[members];
        server = new byte[count];
        role = new byte[members];
        topRendition = new byte[count];
        rendition = new byte[count];
        sinceSwitch = new byte[count];
        down = new double[members];
        rttMicros = new int[members];
        stayMicros = new long[count];
        cachePieces = new char[count];
        press = new byte[count];
        refused = new boolean[count];
        lastRefusal = new byte[count];
        serverAttempts = new int[count];
        blockedUntil = new long[count];
        playFrom = new long[count];
        since = new long[count];
        stallCause = new byte[count];
        firstPiece = new int[plan.live ? count : 0];
        phaseDue = new long[count];
        wakeDue = new long[count];
        idleDue = new long[count];
        idleSince = new long[count];
        uplinkDue = new long[members];
        incoming = new int[members];
        Arrays.fill(incoming, -1);
        incomingCount = new short[members];
        activeIncoming = new short[members];
        fromServer = new byte[count];
        connected = new boolean[count];
        uploads = new short[members];
        recentBytes = new float[count];
        recentMicros = new float[count];
        busySince = new long[count];
        uploadRate = new float[members];
        seedArrivals = new int[plan.tradingSeeds];
        startupMicros = new long[count];
        Arrays.fill(startupMicros, -1);
        completionMicros = new long[plan.file ? count : 0];
        Arrays.fill(completionMicros, -1);
        stallMicros = new long[count];
        stalls = new short[count];
        stallsOfSession = new byte[count];
        Arrays.fill(uplinkDue, NEVER);
        draw(plan);
    }

    private void draw(CellPlan plan) {
        AudienceSpec audience = plan.spec.audience();
        int best = plan.renditionBps.length - 1;
        for (int v = 0; v < count; v++) {
            int who = number[v];
            if (title.length > 0) {
                title[v] = plan.audience.title(who);
            }
            AudienceSpec.Device device = audience.devices().get(plan.audience.device(who));
            server[v] = (byte) plan.homeOfRegion[plan.audience.region(who)];
            role[v] = (byte) (plan.hasSwarm() ? device.role() : AudienceSpec.PeerRole.NONE).ordinal();
            topRendition[v] = (byte) Math.min(best, device.topRendition());
            down[v] = plan.audience.downBps(who) / CellPlan.BPS_PER_BYTE_PER_MICRO;
            rttMicros[v] = (int) Math.min(10_000_000, plan.audience.rttMicros(who));
            stayMicros[v] = plan.audience.stayMicros(who);
            cachePieces[v] = (char) Math.min(plan.pieces, device.cacheBytes() / plan.pieceBytes[topRendition[v]]);
        }
    }

    /** Uplink that the viewer lends to the swarm, bytes per microsecond; 0 if it uploads nothing. */
    static double lentUplink(CellPlan plan, int who) {
        AudienceSpec.Device device = plan.spec.audience().devices().get(plan.audience.device(who));
        if (!plan.hasSwarm() || device.role() != AudienceSpec.PeerRole.FULL) {
            return NO_RATE;
        }
        long cap = plan.spec.delivery().swarm().uploadCapBps();
        long up = plan.audience.upBps(who);
        return (cap > 0 ? Math.min(cap, up) : up) / CellPlan.BPS_PER_BYTE_PER_MICRO;
    }

    /** The title that a viewer wants. */
    int title(int v) {
        return title.length == 0 ? 0 : title[v];
    }

    boolean isSeed(int member) {
        return member >= count;
    }

    /** Whether a member takes part in the swarm: it may have something of others than the operator. */
    boolean isPeer(int member) {
        return role[member] != AudienceSpec.PeerRole.NONE.ordinal();
    }

    /** Whether a member may have something of another: who is no peer is served by the operator alone. */
    boolean mayHave(int member, int from) {
        return isPeer(member) || isSeed(from);
    }

    /**
     * Tells the stays of a member apart, for events that are stale when the stay is over: a person's press, of a seed the
     * number of its arrival. Fits an event's auxiliary number.
     */
    int stamp(int member) {
        return (isSeed(member) ? seedArrivals[member - count] : press[member]) & EventQueue.AUX_LIMIT - 1;
    }

    /** Content position of the playhead. */
    long position(int v, long now) {
        return state[v] == PLAYING ? playFrom[v] + (now - since[v]) : playFrom[v];
    }

    /** Begins a session with nothing played, fetched or suffered. */
    void begin(int v, int pressNumber, boolean refusedBefore) {
        state[v] = STARTING;
        press[v] = (byte) Math.min(127, pressNumber);
        refused[v] = refusedBefore;
        lastRefusal[v] = -1;
        serverAttempts[v] = 0;
        blockedUntil[v] = 0;
        rendition[v] = 0;
        sinceSwitch[v] = 0;
        playFrom[v] = 0;
        phaseDue[v] = NEVER;
        wakeDue[v] = NEVER;
        idleDue[v] = NEVER;
        recentBytes[v] = 0;
        recentMicros[v] = 0;
        stallsOfSession[v] = 0;
    }

    long stateBytes() {
        return count * (4L + 6 + 8 + 4 + 8 + 2 + 4 + 8 + 8 + 8 + 4 + 40 + 4 + 3 + 1 + 1 + 8 + 8 + 4 + 18 + 1);
    }
}
