package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.policy.Pickers;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.PieceMemory;
import org.swarmload.sim.watch.Watch;

/**
 * What all cells of a run share: the spec in the units of the inner loops (microseconds, bytes per microsecond), the
 * list of servers, and who lives where. Immutable; safe to read from any thread.
 */
public final class CellPlan {
    /** bits per second in one byte per microsecond. */
    public static final double BPS_PER_BYTE_PER_MICRO = 8e6;

    /** What the core adds to a round trip between two access networks; the middle of 10 to 25 ms. */
    static final long CORE_MICROS = DeliverySpec.Trading.CORE_TRIP_MICROS;

    /** What a server of the delivery is. */
    public enum Role {
        ORIGIN,
        SHIELD,
        EDGE,
        SEEDS
    }

    final ModelSpec spec;
    final Audience audience;
    final Watch watch;
    final int cells;
    final int pieces;
    /** Whether people download a file; else they watch. */
    final boolean file;

    /** Whether they watch something that is being recorded. */
    final boolean live;

    final int delayPieces;
    /** How many pieces a broadcast can be behind. */
    final int windowPieces;

    final long segmentMicros;
    final long[] pieceBytes;
    final long[] renditionBps;
    final Role[] roles;
    final DeliverySpec.Server[] servers;
    final int[] homeOfRegion;
    final ServerPlan serverPlan;

    /** Operator's seeds that trade in a file swarm as peers do, and their number in the list of servers. */
    final int tradingSeeds;

    final int seedServer;
    final long coreTripMicros;
    /** Bytes that a downloader has asked one peer for before they come; 0 is no limit. */
    final long bytesAhead;

    private final long lastPieceBytes;
    /** Most bytes of a block; a piece of a stream, and a file of a size of its own, is one block whatever its size. */
    private final long blockBytes;

    public CellPlan(ModelSpec spec, Audience audience) {
        this(spec, audience, Watch.NONE);
    }

    /** @param watch looks at the run and changes nothing of it */
    public CellPlan(ModelSpec spec, Audience audience, Watch watch) {
        this.spec = spec;
        this.audience = audience;
        this.watch = watch;
        ContentSpec content = spec.content();
        file = content.isFile();
        live = content.isLive();
        boolean fileSwarm = spec.isFileSwarm();
        cells = spec.cells();
        pieces = content.pieces();
        tradingSeeds = fileSwarm && spec.delivery().seeds() != null
                ? spec.delivery().seeds().servers()
                : 0;
        checkSize();
        segmentMicros = content.segmentMicros();
        delayPieces = live ? pieces(content.live().delayMicros()) : 0;
        windowPieces = live ? pieces(content.live().windowMicros()) : pieces;
        int renditions = content.renditions().size();
        pieceBytes = new long[renditions];
        renditionBps = new long[renditions];
        Arrays.setAll(pieceBytes, content::pieceBytes);
        Arrays.setAll(renditionBps, r -> content.renditions().get(r).rateBps());
        boolean pieceLeftOver = file && content.file().constantSize();
        lastPieceBytes = pieceLeftOver ? content.file().bytes() - (pieces - 1L) * pieceBytes[0] : pieceBytes[0];
        blockBytes = pieceLeftOver ? content.file().blockBytes() : Long.MAX_VALUE;
        DeliverySpec.Swarm swarm = spec.delivery().swarm();
        coreTripMicros = swarm == null ? CORE_MICROS : swarm.trading().coreTripMicros();
        bytesAhead =
                fileSwarm ? swarm.trading().requestsAhead() * content.file().blockBytes() : 0;

        serverPlan = new ServerPlan(spec);
        servers = serverPlan.servers;
        roles = serverPlan.roles;
        homeOfRegion = serverPlan.homeOfRegion;
        seedServer = Arrays.asList(roles).indexOf(Role.SEEDS);
    }

    private void checkSize() {
        if (!file && pieces > Holdings.MAX_PIECES) {
            throw new IllegalArgumentException("The title has " + pieces + " segments; at most " + Holdings.MAX_PIECES
                    + " are supported.\nMaybe a longer segment.");
        }
        if (spec.isFileSwarm()) {
            long members = audience.viewers() + (long) tradingSeeds;
            PieceMemory memory =
                    new PieceMemory(members, pieces, spec.delivery().swarm().neighbours());
            if (!memory.fits()) {
                throw new IllegalArgumentException(memory.problem() + "\n" + memory.hint());
            }
        }
    }

    /** A new picker of the delivery's swarm, which there must be; the watch may look over its shoulder. */
    PiecePicker newPicker() {
        return watch.over(Pickers.create(spec.delivery().swarm().picker()));
    }

    /** Number of pieces that exist at that time: all of them on demand. */
    int available(long now) {
        if (!live) {
            return pieces;
        }
        long recorded = now - spec.audience().unlockMicros();
        return recorded <= 0 ? 0 : (int) Math.min(pieces, recorded / segmentMicros);
    }

    /** When a piece of a broadcast comes into being. */
    long appears(int piece) {
        return spec.audience().unlockMicros() + (piece + 1L) * segmentMicros;
    }

    /** The piece at which a viewer begins who comes at that time. */
    int firstPiece(long now) {
        return live ? Math.max(0, available(now) - delayPieces) : 0;
    }

    /** When play may begin at a piece: a broadcast is played with its delay, not before. */
    long playsFrom(int piece) {
        return live ? spec.audience().unlockMicros() + (piece + (long) delayPieces) * segmentMicros : 0;
    }

    /** Size of a piece; of a file of many sizes, the viewer's own file. */
    long bytes(int viewer, int piece, int rendition) {
        if (!file) {
            return pieceBytes[rendition];
        }
        if (!spec.content().file().constantSize()) {
            return audience.fileBytes(viewer);
        }
        return piece == pieces - 1 ? lastPieceBytes : pieceBytes[0];
    }

    /** Blocks of a piece of so many bytes, at least one. */
    long blocks(long bytes) {
        return (bytes - 1) / blockBytes + 1;
    }

    private int pieces(long micros) {
        return (int) ((micros + segmentMicros - 1) / segmentMicros);
    }

    public ModelSpec spec() {
        return spec;
    }

    public Watch watch() {
        return watch;
    }

    public Audience audience() {
        return audience;
    }

    public int cells() {
        return cells;
    }

    /** Whether what becomes of a viewer is counted: those who first pressed play in the warm-up are left out. */
    boolean counts(int viewer) {
        return spec.warmupMicros() == 0 || audience.pressMicros(viewer) >= spec.warmupMicros();
    }

    public int servers() {
        return servers.length;
    }

    public Role role(int server) {
        return roles[server];
    }

    public String payer(int server) {
        return ServerPlan.payer(roles[server], servers[server].name());
    }

    public DeliverySpec.Server server(int server) {
        return servers[server];
    }

    /** Whether the pool lets sessions in by the bit rate they reserve, not by connections. */
    public boolean reserves(int server) {
        return serverPlan.reserves(server);
    }

    /** What viewers of this run can have of a pool at that time, faults and other traffic taken off, bytes per microsecond. */
    public double capacity(int server, long now) {
        return serverPlan.capacityBps(server, now) / BPS_PER_BYTE_PER_MICRO;
    }

    /** Whom a pool can hold at that time: open connections, or bits per second that sessions reserve. */
    public long room(int server, long now) {
        return serverPlan.room(server, now);
    }

    /** Places in a pool's line at that time. */
    public long queue(int server, long now) {
        return serverPlan.queue(server, now);
    }

    /**
     * Whether cells may do without each other's news for long rounds, as long as there is room for everybody. Not in a
     * broadcast, where everybody is at the edge of what exists and waits for pieces that another cell fetches; not with
     * a door that counts sessions and wants to hear of their ends; not with caches that forget.
     */
    public boolean mayBeCalm() {
        return cells > 1
                && !live
                && spec.frontDoor().stream().noneMatch(ServiceSpec::limitsSessions)
                && serverPlan.cachesOnlyFill();
    }

    public boolean hasSwarm() {
        return spec.delivery().swarm() != null;
    }

    /** Whether a fault takes the tracker down at that time. */
    public boolean trackerDown(long now) {
        return serverPlan.trackerDown(now);
    }

    /** The cell that keeps and fetches a piece of a cache. */
    public int homeCell(int server, int cacheSlot) {
        return serverPlan.homeCell(server, cacheSlot, cells);
    }

    /**
     * Number of a piece in a rendition in every cache; the only place that knows how it is made.
     *
     * @return at least 0
     */
    int cacheSlot(int title, int piece, int rendition) {
        return (title * pieces + piece) * pieceBytes.length + rendition;
    }

    /** Bytes of a cached piece. */
    long slotBytes(int slot) {
        return bytes(0, pieceOfSlot(slot), renditionOfSlot(slot));
    }

    int titleOfSlot(int slot) {
        return slot / pieceBytes.length / pieces;
    }

    int pieceOfSlot(int slot) {
        return slot / pieceBytes.length % pieces;
    }

    int renditionOfSlot(int slot) {
        return slot % pieceBytes.length;
    }
}
