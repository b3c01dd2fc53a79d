package org.swarmload.sim.cell;

import java.util.stream.Stream;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.kernel.Numbers;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.net.Transfers;

/** The viewers of one cell by local number; the rest of a viewer is in Holdings and Neighbours. */
final class Viewers extends ViewerRecords {
    /** Not in the cell: still at the door, at an error page, or gone for good. */
    static final byte AWAY = 0;
    /** Admitted, no frame yet. */
    static final byte STARTING = 1;

    static final byte PLAYING = 2;
    static final byte STALLED = 3;
    /** Has the whole file and lets others have it. */
    static final byte SEEDING = 4;

    static final long NEVER = Long.MAX_VALUE;

    /** In the place of a length that has not been measured. */
    private static final long NEVER_YET = -1;

    private static final double NO_RATE = 0;

    /** People; and with the operator's trading seeds, which come after them. */
    final int count;

    final int members;
    final int[] number;
    final int[] title;
    /** Bytes of each viewer's file, where they differ. */
    private final long[] fileBytes;

    /** The piece of a broadcast at which the viewer began. */
    final int[] firstPiece;

    /** How often each of the operator's trading seeds has come. */
    final int[] seedArrivals;

    /** Content position at which each viewer has seen enough. */
    private final Numbers stayMicros;

    private final Numbers stallsOfSession;
    /** Since the last piece from a server. */
    private final Numbers serverAttempts;

    /** When a connection to the server may have idled long enough; an event at another time is stale. */
    private final long[] idleDue;
    /** When the last request to the server ended, from there on: not before by more than connections are kept. */
    private final Numbers idleSince;

    /** Facts. */
    final Numbers startupMicros;

    /** From the first press to the last piece of a file. */
    final Numbers completionMicros;

    final Numbers stallMicros;

    Viewers(CellPlan plan, int[] numbers) {
        super(numbers.length + plan.tradingSeeds);
        count = numbers.length;
        members = count + plan.tradingSeeds;
        number = numbers;
        title = new int[plan.spec.content().titles().count() > 1 ? members : 0];
        boolean ownFiles = plan.file && !plan.spec.content().file().constantSize();
        fileBytes = new long[ownFiles ? count : 0];
        firstPiece = new int[plan.live ? count : 0];
        seedArrivals = new int[plan.tradingSeeds];
        startupMicros = new Numbers(count);
        startupMicros.fill(NEVER_YET);
        completionMicros = new Numbers(plan.file ? count : 0);
        completionMicros.fill(NEVER_YET);
        stallMicros = new Numbers(count);
        stayMicros = new Numbers(count);
        stallsOfSession = new Numbers(members);
        serverAttempts = new Numbers(members);
        idleDue = new long[members];
        idleSince = new Numbers(members);
        for (int v = 0; v < members; v++) {
            setIncoming(v, Transfers.NONE);
        }
        draw(plan);
    }

    private void draw(CellPlan plan) {
        AudienceSpec audience = plan.spec.audience();
        int best = plan.renditionBps.length - 1;
        stayMicros.fill(
                count == 0 ? 0 : plan.audience.stayMicros(number[0])); // where all stay as long, one number is kept
        for (int v = 0; v < count; v++) {
            int who = number[v];
            if (title.length > 0) {
                title[v] = plan.audience.title(who);
            }
            if (fileBytes.length > 0) {
                fileBytes[v] = plan.audience.fileBytes(who);
            }
            AudienceSpec.Device device = audience.devices().get(plan.audience.device(who));
            setServer(v, (byte) plan.homeOfRegion[plan.audience.region(who)]);
            setRole(v, (byte) (plan.hasSwarm() ? device.role() : AudienceSpec.PeerRole.NONE).ordinal());
            setTopRendition(v, (byte) Math.min(best, device.topRendition()));
            setDown(v, plan.audience.downBps(who) / CellPlan.BPS_PER_BYTE_PER_MICRO);
            setRttMicros(v, (int) Math.min(10_000_000, plan.audience.rttMicros(who)));
            setStayMicros(v, plan.audience.stayMicros(who));
            setCachePieces(v, (char) Math.min(plan.pieces, device.cacheBytes() / plan.pieceBytes[topRendition(v)]));
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

    long stayMicros(int v) {
        return stayMicros.get(v);
    }

    void setStayMicros(int v, long value) {
        stayMicros.set(v, value);
    }

    /** At most 127. */
    int stallsOfSession(int v) {
        return stallsOfSession.getInt(v);
    }

    void setStallsOfSession(int v, int value) {
        stallsOfSession.set(v, value);
    }

    int serverAttempts(int v) {
        return serverAttempts.getInt(v);
    }

    void setServerAttempts(int v, int value) {
        serverAttempts.set(v, value);
    }

    long idleDue(int v) {
        return idleDue[v];
    }

    void setIdleDue(int v, long value) {
        idleDue[v] = value;
    }

    long idleSince(int v) {
        return idleDue[v] + idleSince.get(v);
    }

    /** The next look at the connection must be set. */
    void setIdleSince(int v, long value) {
        idleSince.set(v, value - idleDue[v]);
    }

    /** The title that a viewer wants. */
    int title(int v) {
        return title.length == 0 ? 0 : title[v];
    }

    /** The title of which a transfer carries a piece. */
    int title(Transfers transfers, int t) {
        int to = transfers.to(t);
        return to < 0 ? transfers.titleOfFetch(t) : title(to);
    }

    /** How many bytes what they receive has. */
    Transfers.Sizes sizes(CellPlan plan) {
        if (!plan.file) {
            return (receiver, piece, rendition) -> plan.pieceBytes[rendition];
        }
        if (fileBytes.length == 0) {
            return (receiver, piece, rendition) -> plan.bytes(0, piece, rendition);
        }
        return (receiver, piece, rendition) -> receiver < 0 ? plan.bytes(0, piece, rendition) : fileBytes[receiver];
    }

    boolean isSeed(int member) {
        return member >= count;
    }

    /** Whether a member takes part in the swarm: it may have something of others than the operator. */
    boolean isPeer(int member) {
        return role(member) != AudienceSpec.PeerRole.NONE.ordinal();
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
        return (isSeed(member) ? seedArrivals[member - count] : press(member)) & EventQueue.AUX_LIMIT - 1;
    }

    /** Content position of the playhead. */
    long position(int v, long now) {
        return state(v) == PLAYING ? playFrom(v) + (now - since(v)) : playFrom(v);
    }

    /** Begins a session with nothing played, fetched or suffered. */
    void begin(int v, int pressNumber, boolean refusedBefore) {
        setState(v, STARTING);
        setPress(v, (byte) Math.min(127, pressNumber));
        setRefused(v, refusedBefore);
        setLastRefusal(v, -1);
        setServerAttempts(v, 0);
        setBlockedUntil(v, 0);
        setRendition(v, 0);
        setSinceSwitch(v, 0);
        setPlayFrom(v, 0);
        setPhaseDue(v, NEVER);
        setWakeDue(v, NEVER);
        setIdleDue(v, NEVER);
        setRecentBytes(v, 0);
        setRecentMicros(v, 0);
        setStallsOfSession(v, 0);
    }

    long stateBytes() {
        return recordBytes()
                + 4L * (number.length + title.length + firstPiece.length + seedArrivals.length)
                + 8L * (fileBytes.length + idleDue.length)
                + Stream.of(
                                startupMicros,
                                completionMicros,
                                stallMicros,
                                stayMicros,
                                stallsOfSession,
                                serverAttempts,
                                idleSince)
                        .mapToLong(Numbers::stateBytes)
                        .sum();
    }
}
