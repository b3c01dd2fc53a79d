package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;

/**
 * BitTorrent's choker (Cohen, "Incentives Build Robustness in BitTorrent", 2003; seeds as Legout, Urvoy-Keller and
 * Michiardi found them, IMC 2006). Every 10 s a downloader lets those interested peers have its slots that send it most
 * at that moment, all but one; the last slot goes to a random interested peer and changes hands every 30 s. Who has the
 * whole file takes the slot of the one that has had it longest away every 10 s and gives it to a random interested peer.
 * Between reviews a slot that nobody uses goes to whom {@link Uploaders} would serve next, as libtorrent unchokes whoever
 * becomes interested while it has slots left.
 *
 * <p>Guaranteed: no member has more peers unchoked than slots, and nobody loses a slot that it uses but at a review.
 */
final class TitForTat implements Choker {
    private static final long REVIEW_MICROS = 10_000_000;
    private static final int REVIEWS_OF_OPTIMISTIC = 3;
    private static final int NOBODY = -1;
    private static final int NO_SLOT = -1;

    private final Viewers viewers;
    private final Bitfields pieces;
    private final Links links;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellStream stream;
    private final Uploaders uploaders;
    /** Those who have the slots of each member; of a downloader the last one is the optimistic slot. */
    private final int[][] unchoked;

    private final int[] reviews;

    /** Of the review under way, what each member sends to whom it is for; 0 otherwise. */
    private final double[] given;

    private int[] candidate = new int[64];
    private double[] score = new double[64];
    private int candidates;

    TitForTat(
            Viewers viewers,
            Bitfields pieces,
            Links links,
            Downloads downloads,
            EventQueue queue,
            CellStream stream,
            Uploaders uploaders) {
        this.viewers = viewers;
        this.pieces = pieces;
        this.links = links;
        this.downloads = downloads;
        this.queue = queue;
        this.stream = stream;
        this.uploaders = uploaders;
        unchoked = new int[viewers.members][];
        reviews = new int[viewers.members];
        given = new double[viewers.members];
    }

    @Override
    public boolean lets(int uploader, int downloader) {
        int[] slots = unchoked[uploader];
        for (int i = 0; slots != null && i < slots.length; i++) {
            if (slots[i] == downloader) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int[] unchoked(int uploader) {
        return unchoked[uploader];
    }

    @Override
    public boolean hasFreeSlot(int uploader) {
        return freeSlot(uploader) != NO_SLOT;
    }

    @Override
    public void unchoke(int uploader, int downloader) {
        unchoked[uploader][freeSlot(uploader)] = downloader;
    }

    private int freeSlot(int u) {
        int[] slots = unchoked[u];
        for (int i = 0; slots != null && i < slots.length; i++) {
            if (slots[i] == NOBODY || !uses(slots[i], u)) {
                return i;
            }
        }
        return NO_SLOT;
    }

    /** Whether a peer that has a slot gets something in it, or could. */
    private boolean uses(int v, int u) {
        return viewers.state(v) == Viewers.STARTING && (pieces.interests(u, v) || downloads.serves(u, v));
    }

    /** A member has something to give for the first time: its reviews begin. */
    @Override
    public void begin(int u, long now) {
        unchoked[u] = new int[uploaders.slots(u)];
        Arrays.fill(unchoked[u], NOBODY);
        reviews[u] = 0;
        review(u, viewers.stamp(u), now);
    }

    @Override
    public void leaves(int u) {
        unchoked[u] = null;
    }

    /** It is time to look anew whom to serve; the review of an earlier stay is stale. */
    @Override
    public void review(int u, int stamp, long now) {
        if (unchoked[u] == null || stamp != viewers.stamp(u)) {
            return;
        }
        gather(u);
        if (viewers.state(u) == Viewers.SEEDING) {
            passOn(u);
        } else {
            reward(u);
        }
        reviews[u]++;
        uploaders.call(u, false, now);
        queue.push(now + REVIEW_MICROS, Cell.REVIEW, u, stamp);
    }

    /** Interested peers, each with what it sends at this moment. */
    private void gather(int u) {
        int title = viewers.title(u);
        int degree = links.degree(u, title);
        candidates = 0;
        downloads.addRates(u, given);
        for (int i = 0; i < degree; i++) {
            int v = links.get(u, title, i);
            boolean mayWant = v != u && viewers.state(v) == Viewers.STARTING && viewers.mayHave(v, u);
            if (mayWant && pieces.interests(u, v)) {
                if (candidates == candidate.length) {
                    candidate = Arrays.copyOf(candidate, 2 * candidates);
                    score = Arrays.copyOf(score, 2 * candidates);
                }
                candidate[candidates] = v;
                score[candidates++] = given[v];
            }
        }
        downloads.clearRates(u, given);
    }

    /** The greatest givers get all slots but the last, ties at random. */
    private void reward(int u) {
        int[] slots = unchoked[u];
        int optimistic = slots[slots.length - 1];
        for (int s = 0; s < slots.length - 1; s++) {
            slots[s] = takeBest();
        }
        boolean keep = reviews[u] % REVIEWS_OF_OPTIMISTIC != 0 && take(optimistic);
        slots[slots.length - 1] = keep ? optimistic : takeRandom();
    }

    /** Everybody moves one slot up, and who had the first one makes room; empty slots are filled. */
    private void passOn(int u) {
        int[] slots = unchoked[u];
        int kept = 0;
        for (int s = 1; s < slots.length; s++) {
            if (slots[s] != NOBODY && take(slots[s])) {
                slots[kept++] = slots[s];
            }
        }
        while (kept < slots.length) {
            slots[kept++] = takeRandom();
        }
    }

    private int takeBest() {
        if (candidates == 0) {
            return NOBODY;
        }
        int best = stream.nextInt(candidates);
        for (int i = 0; i < candidates; i++) {
            best = score[i] > score[best] ? i : best;
        }
        return remove(best);
    }

    private int takeRandom() {
        return candidates == 0 ? NOBODY : remove(stream.nextInt(candidates));
    }

    private boolean take(int v) {
        for (int i = 0; i < candidates; i++) {
            if (candidate[i] == v) {
                remove(i);
                return true;
            }
        }
        return false;
    }

    private int remove(int index) {
        int v = candidate[index];
        candidate[index] = candidate[--candidates];
        score[index] = score[candidates];
        return v;
    }
}
