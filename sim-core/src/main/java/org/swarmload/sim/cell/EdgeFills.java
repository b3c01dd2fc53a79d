package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.net.Transfers;

/**
 * How an edge gets what it lacks. Each piece of an edge has a home cell, which fetches it from the origin, once, however
 * many ask; other cells hand their misses over at the end of a round and learn of the outcome with the next ones. With
 * one cell nothing is handed over and everything is exact.
 */
final class EdgeFills {
    /** Round trip between edge and origin: the core alone. */
    private static final long ORIGIN_TRIP_MICROS = CellPlan.CORE_MICROS;

    /** What one flow carries at most in a data centre: 5 Gbps (AWS, EC2 network bandwidth), bytes per microsecond. */
    private static final double FLOW_CAP = 5e9 / CellPlan.BPS_PER_BYTE_PER_MICRO;

    /** The origin is the first server of every delivery that has edges. */
    private static final int ORIGIN = 0;

    /** Slots and times of one round's misses or results. */
    static final class Events {
        private int[] slot = new int[16];
        private long[] until = new long[16];
        private int size;

        void add(int s, long time) {
            if (size == slot.length) {
                slot = Arrays.copyOf(slot, 2 * size);
                until = Arrays.copyOf(until, 2 * size);
            }
            slot[size] = s;
            until[size++] = time;
        }

        int size() {
            return size;
        }

        int slot(int i) {
            return slot[i];
        }

        long until(int i) {
            return until[i];
        }

        void clear() {
            size = 0;
        }
    }

    private final CellPlan plan;
    private final int cell;
    private final int edge;
    private final Transfers transfers;
    private final Downloads downloads;
    private final CellLedger ledger;
    private final ServerDesk desk;
    private final ServerDesk origin;
    private final EdgeCache cache;
    private final int[] fetchOf;
    private final Events misses = new Events();
    private final Events results = new Events();
    private int awaitedFromOthers;

    EdgeFills(
            CellPlan plan,
            int cell,
            int edge,
            Transfers transfers,
            Downloads downloads,
            CellLedger ledger,
            ServerDesk desk,
            ServerDesk origin) {
        this.plan = plan;
        this.cell = cell;
        this.edge = edge;
        this.transfers = transfers;
        this.downloads = downloads;
        this.ledger = ledger;
        this.desk = desk;
        this.origin = origin;
        cache = new EdgeCache(plan.pieces, plan.pieceBytes.length, transfers);
        fetchOf = new int[plan.pieces * plan.pieceBytes.length];
        Arrays.fill(fetchOf, Transfers.NONE);
    }

    /** Whether the edge holds the transfer's piece; if not, the transfer waits until it does. */
    boolean holds(int t, long now) {
        int slot = cache.slot(transfers.piece(t), transfers.rendition(t));
        if (cache.fresh(slot, now)) {
            return true;
        }
        cache.await(t, slot);
        if (!cache.fetching(slot)) {
            cache.setFetching(slot, true);
            if (plan.homeCell(edge, slot) == cell) {
                fetch(slot, now);
            } else {
                misses.add(slot, now);
                awaitedFromOthers++;
            }
        }
        return false;
    }

    /** Whether a waiting transfer waits for the origin, not for a connection. */
    boolean awaitsFetch(int t) {
        return cache.fetching(cache.slot(transfers.piece(t), transfers.rendition(t)));
    }

    /** A waiting transfer ends early. */
    void forget(int t) {
        cache.forget(t);
    }

    private void fetch(int slot, long now) {
        int t = transfers.create(
                -1 - ORIGIN,
                -1 - edge,
                cache.piece(slot),
                cache.rendition(slot),
                plan.bytes(0, cache.piece(slot), cache.rendition(slot)));
        fetchOf[slot] = t;
        downloads.schedule(t, now + ORIGIN_TRIP_MICROS);
    }

    /** The request of a fetch arrives at the origin. */
    void fetchArrives(int t, long now) {
        if (origin.down()) {
            failed(t, now);
        } else {
            ledger.serverRequest(ORIGIN, now);
            origin.flowToEdge(t, FLOW_CAP, now);
        }
    }

    private void failed(int t, long now) {
        int slot = cache.slot(transfers.piece(t), transfers.rendition(t));
        transfers.release(t);
        fetchOf[slot] = Transfers.NONE;
        results.add(slot, RoundInput.CacheEvents.FAILED);
        refuseWaiting(slot, now);
    }

    private void refuseWaiting(int slot, long now) {
        cache.setFetching(slot, false);
        int t = cache.pollWaiting(slot);
        while (t != Transfers.NONE) {
            desk.fetchFailed(t, now);
            t = cache.pollWaiting(slot);
        }
    }

    /** The piece of a fetch is here: the receiver's side of its bytes. */
    void fetched(int t, long now) {
        int slot = cache.slot(transfers.piece(t), transfers.rendition(t));
        long bytes = transfers.size(t);
        ledger.fillBytes += bytes;
        ledger.receivedFromServer[ORIGIN] += bytes;
        transfers.release(t);
        fetchOf[slot] = Transfers.NONE;
        long until = now + plan.cacheTtlMicros[edge];
        results.add(slot, until);
        store(slot, until, now);
    }

    private void store(int slot, long until, long now) {
        cache.store(slot, until);
        int t = cache.pollWaiting(slot);
        while (t != Transfers.NONE) {
            desk.flow(t, now);
            t = cache.pollWaiting(slot);
        }
    }

    /** The origin went down: fetches under way break. */
    void originDown(long now) {
        for (int slot = 0; slot < fetchOf.length; slot++) {
            int t = fetchOf[slot];
            if (t != Transfers.NONE && transfers.state(t) == Transfers.ACTIVE) {
                bookBroken(t, now);
                failed(t, now);
            }
        }
    }

    private void bookBroken(int t, long now) {
        long gone = origin.abort(t, now);
        ledger.fillBytes += gone;
        ledger.receivedFromServer[ORIGIN] += gone;
    }

    /** The run ends: bytes of fetches under way are booked, nobody waits for them any more. */
    void end(long now) {
        for (int t : fetchOf) {
            if (t != Transfers.NONE && transfers.state(t) == Transfers.ACTIVE) {
                bookBroken(t, now);
            }
        }
    }

    /** Results of fetches of all cells in the last round; this cell's own are known already. */
    void learn(int slot, long until, long now) {
        if (plan.homeCell(edge, slot) == cell) {
            return;
        }
        if (cache.fetching(slot)) {
            awaitedFromOthers--;
        }
        if (until == RoundInput.CacheEvents.FAILED) {
            refuseWaiting(slot, now);
        } else {
            store(slot, until, now);
        }
    }

    /** Another cell asks this one, the piece's home, to fetch it. */
    void order(int slot, long now) {
        if (cache.fresh(slot, now)) {
            results.add(slot, cache.freshUntil(slot));
        } else if (!cache.fetching(slot)) {
            cache.setFetching(slot, true);
            fetch(slot, now);
        }
    }

    Events misses() {
        return misses;
    }

    Events results() {
        return results;
    }

    /** Some viewer waits for a piece that another cell fetches: short rounds keep the wait short. */
    boolean awaitsOthers() {
        return awaitedFromOthers > 0;
    }

    long stateBytes() {
        return cache.stateBytes() + 4L * fetchOf.length;
    }
}
