package org.swarmload.sim.cell;

import org.swarmload.sim.cell.RoundInput.CacheEvents;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.net.Transfers;

/**
 * A cache and how it gets what it lacks from the next tier (a shield or the origin). Each slot has a home cell, which
 * keeps it in its part of the cache and, where requests are collapsed, fetches it, once, however many ask. Other cells
 * hand their misses and uses over at the end of a round and learn of the outcome with the next ones. Their viewers do
 * not wait for that: they are served when a fill that the home had begun at once would have ended. With one cell nothing
 * is handed over and everything is exact.
 */
final class EdgeFills {
    private final CellPlan plan;
    private final int cell;
    private final int edge;
    private final int upstream;
    private final CacheSpec spec;
    private final double fillCap;
    private final Viewers viewers;
    private final Transfers transfers;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellLedger ledger;
    private final ServerDesk[] desks;
    private final EdgeCache cache;
    private final PendingFills pending;
    private final FillForecast forecast;
    private final CacheEventList toHomes = new CacheEventList();
    private final CacheEventList results = new CacheEventList();
    private long roundBegan;

    EdgeFills(
            CellPlan plan,
            int cell,
            int edge,
            Viewers viewers,
            Transfers transfers,
            Downloads downloads,
            EventQueue queue,
            CellLedger ledger,
            ServerDesk[] desks) {
        this.plan = plan;
        this.cell = cell;
        this.edge = edge;
        this.viewers = viewers;
        this.transfers = transfers;
        this.downloads = downloads;
        this.queue = queue;
        this.ledger = ledger;
        this.desks = desks;
        upstream = plan.serverPlan.upstream[edge];
        spec = plan.serverPlan.caches[edge];
        fillCap = spec.fillRateBps() / CellPlan.BPS_PER_BYTE_PER_MICRO;
        cache = new EdgeCache(spec.bounded() ? spec.sizeBytes() / plan.cells : CacheSpec.UNLIMITED);
        pending = new PendingFills(transfers);
        forecast = new FillForecast(plan, edge, cache, desks);
    }

    void beginRound(long now) {
        roundBegan = now;
    }

    private int slot(int t) {
        return plan.cacheSlot(viewers.title(transfers, t), transfers.piece(t), transfers.rendition(t));
    }

    private boolean home(int slot) {
        return plan.homeCell(edge, slot) == cell;
    }

    /** Whether the cache holds the transfer's piece; if not, the transfer waits until it does. */
    boolean holds(int t, long now) {
        int slot = slot(t);
        ledger.cacheRequest(edge, now);
        if (cache.fresh(slot, now)) {
            use(slot, now);
            return true;
        }
        int row = pending.of(slot);
        if (!spec.collapse() || row == PendingFills.NONE) {
            row = begin(slot, now);
            if (!spec.collapse() || home(slot)) {
                fetch(row, slot, now);
            } else {
                toHomes.add(slot, CacheEvents.WANTED, now);
                expect(row, slot, now);
            }
        }
        pending.await(row, t);
        return false;
    }

    /** A hit moves the slot to the front, at its home; once in a round is enough for others. */
    private void use(int slot, long now) {
        if (spec.bounded() && cache.use(slot, now) < roundBegan && !home(slot)) {
            toHomes.add(slot, CacheEvents.USED, now);
        }
    }

    /** Whether a waiting transfer waits for a fill, not for a connection. */
    boolean awaitsFetch(int t) {
        return pending.isWaiting(t, slot(t));
    }

    /** A waiting transfer ends early. */
    void forget(int t) {
        if (!pending.forget(t, slot(t))) {
            throw new IllegalStateException("Transfer " + t + " waits for no fill of " + plan.payer(edge) + ".");
        }
    }

    private int begin(int slot, long now) {
        desks[upstream].fillBegins();
        return pending.begin(slot, now);
    }

    /** Ends a fill. Returns the first of those who waited for it. */
    private int end(int row) {
        desks[upstream].fillEnds(pending.began(row));
        return pending.end(row);
    }

    private void fetch(int row, int slot, long now) {
        ledger.cacheFill(edge, now);
        int t = transfers.createFetch(
                -1 - upstream, -1 - edge, plan.titleOfSlot(slot), plan.pieceOfSlot(slot), plan.renditionOfSlot(slot));
        pending.setFetch(row, t);
        downloads.schedule(t, now + spec.fillRttMicros());
    }

    private void expect(int row, int slot, long now) {
        long due = forecast.end(slot, now);
        if (due < PendingFills.NEVER) {
            pending.expect(row, due);
            queue.push(due, Cell.FILL, edge, row);
        }
    }

    /** A fill that another cell makes should be here now. */
    void expectedFill(int row, long now) {
        if (pending.expected(row) != now) {
            return;
        }
        int slot = pending.slot(row);
        if (!forecast.possible(slot, now)) {
            refuseWaiting(row, now);
            return;
        }
        expectHeld(slot, now);
        serveWaiting(row, now);
    }

    /** A fill that another cell makes has passed here: the tiers behind have the piece too. */
    private void expectHeld(int slot, long now) {
        if (!cache.fresh(slot, now) && cache.fits(plan.slotBytes(slot))) {
            cache.note(slot, now + spec.ttlMicros());
        }
        EdgeFills behind = desks[upstream].fills();
        if (behind != null) {
            behind.expectHeld(slot, now);
        }
    }

    /** The request of a fetch arrives at the next tier. */
    void fetchArrives(int t, long now) {
        if (!desks[upstream].arriveFromCache(t, now)) {
            failed(t, now);
        }
    }

    /** The next tier has it: bytes begin to flow. */
    void fetchFlows(int t, long now) {
        desks[upstream].flowToCache(t, fillCap, now);
    }

    /** The next tier is down, or could not get the piece itself. */
    void failed(int t, long now) {
        int slot = slot(t);
        int row = pending.madeBy(t, slot);
        transfers.release(t);
        if (spec.collapse()) {
            results.add(slot, CacheEvents.FAILED, now);
        }
        refuseWaiting(row, now);
    }

    private void refuseWaiting(int row, long now) {
        int t = end(row);
        while (t != Transfers.NONE) {
            int next = transfers.nextOfSender(t);
            if (transfers.to(t) < 0) {
                desks[-1 - transfers.to(t)].fills().failed(t, now);
            } else {
                desks[edge].fetchFailed(t, now);
            }
            t = next;
        }
    }

    /** The piece of a fetch is here: the receiver's side of its bytes. */
    void fetched(int t, long now) {
        int slot = slot(t);
        long bytes = transfers.size(t);
        int row = pending.madeBy(t, slot);
        ledger.filled(upstream, bytes);
        transfers.release(t);
        long until = now + spec.ttlMicros();
        if (home(slot)) {
            keep(slot, bytes, until, now);
        } else if (cache.fits(bytes)) {
            cache.note(slot, until);
            toHomes.add(slot, CacheEvents.HELD, until);
        }
        serveWaiting(row, now);
    }

    /** Other cells hear of a piece that is too large as well: somebody there may wait for it. */
    private void keep(int slot, long bytes, long until, long now) {
        results.add(slot, CacheEvents.HELD, until);
        if (!cache.fits(bytes)) {
            results.add(slot, CacheEvents.DROPPED, now);
            return;
        }
        cache.keep(slot, bytes, until, now);
        for (int victim = cache.evict(); victim != EdgeCache.NOTHING; victim = cache.evict()) {
            results.add(victim, CacheEvents.DROPPED, now);
        }
    }

    private void serveWaiting(int row, long now) {
        int t = end(row);
        while (t != Transfers.NONE) {
            int next = transfers.nextOfSender(t);
            if (transfers.to(t) < 0) {
                desks[-1 - transfers.to(t)].fills().fetchFlows(t, now);
            } else {
                desks[edge].flow(t, now);
            }
            t = next;
        }
    }

    /** The next tier lost that share of its machines: of the fetches that it had taken up, those break. */
    void upstreamBreaks(double share, long now) {
        for (int t : pending.fetches()) {
            byte state = transfers.state(t);
            if (state != Transfers.ASKED && plan.serverPlan.isVictim(-1 - slot(t), edge, share, now)) {
                if (state == Transfers.ACTIVE) {
                    bookBroken(t, now);
                } else if (state == Transfers.WAITING) {
                    desks[upstream].fills().forget(t);
                }
                failed(t, now);
            }
        }
        for (int row : pending.expectedRows()) {
            boolean arrived = pending.began(row) + spec.fillRttMicros() < now;
            if (arrived && plan.serverPlan.isVictim(-1 - pending.slot(row), edge, share, now)) {
                refuseWaiting(row, now);
            }
        }
    }

    private void bookBroken(int t, long now) {
        ledger.filled(upstream, desks[upstream].abort(t, now));
    }

    /** The run ends: bytes of fetches under way are booked, nobody waits for them any more. */
    void end(long now) {
        for (int t : pending.fetches()) {
            if (transfers.state(t) == Transfers.ACTIVE) {
                bookBroken(t, now);
            }
        }
    }

    /** What the home of a slot did with it in the last round; this cell's own deeds are known already. */
    void learn(int slot, byte what, long micros, long now) {
        if (home(slot)) {
            return;
        }
        int row = spec.collapse() ? pending.of(slot) : PendingFills.NONE;
        if (what != CacheEvents.HELD) {
            cache.drop(slot);
            if (what == CacheEvents.FAILED && row != PendingFills.NONE && pending.began(row) < micros) {
                refuseWaiting(row, now);
            }
            return;
        }
        cache.note(slot, Math.max(micros, cache.freshUntil(slot)));
        // What was held and is stale by now may be older than the request, which has a fill of its own to come.
        if (row != PendingFills.NONE && (micros > now || pending.expected(row) == PendingFills.NEVER)) {
            serveWaiting(row, now);
        }
    }

    /** Another cell tells this one, the slot's home, what it wants, used or fetched. */
    void hear(int slot, byte what, long micros, long now) {
        switch (what) {
            case CacheEvents.USED -> cache.use(slot, now);
            case CacheEvents.HELD -> keep(slot, plan.slotBytes(slot), micros, now);
            default -> {
                if (cache.fresh(slot, now)) {
                    cache.use(slot, now);
                    results.add(slot, CacheEvents.HELD, cache.freshUntil(slot));
                } else if (pending.of(slot) == PendingFills.NONE || !cache.fits(plan.slotBytes(slot))) {
                    fetch(begin(slot, now), slot, now);
                }
            }
        }
    }

    /** What is known of fills before they are made. */
    FillForecast forecast() {
        return forecast;
    }

    CacheEventList toHomes() {
        return toHomes;
    }

    CacheEventList results() {
        return results;
    }

    /** Each cell fetches what it has not heard of from others: short rounds keep that little. */
    boolean fetchesForOneCell() {
        return plan.cells > 1 && !spec.collapse();
    }

    long stateBytes() {
        return cache.stateBytes() + pending.stateBytes();
    }
}
