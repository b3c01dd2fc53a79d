package org.swarmload.sim.cell;

import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;
import org.swarmload.sim.swarm.HolderCounts;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Look;
import org.swarmload.sim.swarm.Neighbours;

/**
 * What the neighbours of one viewer show of the pieces it wants, gathered at one moment: a word for each, counters of
 * holders for all pieces at once when somebody asks for them, and the choice of a host. One object serves a cell.
 */
final class NeighbourWords {
    static final int NO_HOST = -1;

    private static final int NO_PEER = PeerRole.NONE.ordinal();
    private static final float UNTRIED_WEIGHT = 0.1f;

    private final Viewers viewers;
    private final Holdings holdings;
    private final Neighbours neighbours;
    private final Downloads downloads;
    private final CellStream stream;
    private final CellLedger ledger;

    private final Look look;
    private final HolderCounts counts = new HolderCounts();
    private final int[] servingPeers;
    private final int[] ableHost;
    private final float[] weightOf;
    private boolean counted;
    private long offered;

    NeighbourWords(
            CellPlan plan,
            Viewers viewers,
            Holdings holdings,
            Neighbours neighbours,
            Downloads downloads,
            CellStream stream,
            CellLedger ledger) {
        this.viewers = viewers;
        this.holdings = holdings;
        this.neighbours = neighbours;
        this.downloads = downloads;
        this.stream = stream;
        this.ledger = ledger;
        boolean swarm = plan.hasSwarm();
        int limit = swarm ? plan.spec.delivery().swarm().neighbours() : 0;
        look = holdings.newLook(Math.max(1, limit));
        servingPeers = new int[limit];
        ableHost = new int[limit];
        weightOf = new float[limit];
    }

    /**
     * Looks at what the neighbours show of the wanted pieces, as indexes from {@code front}; those who have left are
     * dropped from the list.
     */
    void gather(int v, int front, long wanted) {
        counted = false;
        if (wanted == 0 || viewers.role(v) == NO_PEER) {
            look.clear();
            offered = 0;
            return;
        }
        ledger.picks++;
        look.begin(neighbours, v, front, viewers.rendition(v), wanted);
        offered = look.offered();
        if (look.someLeft()) {
            forgetWhoLeft(v);
        }
    }

    private void forgetWhoLeft(int v) {
        for (int i = neighbours.count(v) - 1; i >= 0; i--) {
            if (!holdings.online(neighbours.get(v, i))) {
                neighbours.removeAt(v, i);
            }
        }
    }

    /** Looks at what one peer alone shows of the wanted pieces, whoever else may have them, and whether it has room or not. */
    void gatherFrom(int v, int peer, int front, long wanted) {
        counted = false;
        ledger.picks++;
        look.beginWith(peer, front, viewers.rendition(v), wanted);
        offered = look.offered();
    }

    /** Whether nobody whom the viewer knows, and who is here, has a lower hash of the piece and its number. */
    boolean elected(int v, int piece) {
        long own = hash(v, piece);
        for (int i = neighbours.count(v) - 1; i >= 0; i--) {
            int peer = neighbours.get(v, i);
            if (holdings.online(peer) && hash(peer, piece) < own) {
                return false;
            }
        }
        return true;
    }

    private long hash(int peer, int piece) {
        return CounterRandom.bits(0L, viewers.number[peer], Purpose.ELECTION, piece) >>> 1;
    }

    /** Those of the wanted pieces that some neighbour shows. */
    long shown(long among) {
        return look.shown(among);
    }

    /** Pieces that some neighbour with room shows. */
    long offered() {
        return offered;
    }

    /** Takes all other pieces out of what is offered. */
    void offerOnly(long among) {
        offered &= among;
    }

    int holders(int index) {
        count();
        return counts.holders(index);
    }

    /** Those of some pieces that the fewest neighbours show. */
    long rarest(long among) {
        if ((among & among - 1) == 0) {
            return among;
        }
        count();
        return counts.rarest(among);
    }

    private void count() {
        if (!counted) {
            counted = true;
            counts.count(look);
        }
    }

    /**
     * A host for the piece among neighbours with room that do not serve this viewer already (so none has got full since
     * the look), at random, weighted by the rate that the host's uploads got lately; a host that has not been tried weighs
     * a tenth of the fastest (p2p-media-loader's rule; the memory is the host's, not each client's own). {@link #NO_HOST}
     * if there is none; the piece is not offered any more then.
     */
    int chooseHost(int v, int index) {
        long bit = 1L << index;
        int serving = downloads.senders(v, servingPeers);
        float fastest = 0;
        int able = 0;
        for (int i = look.able() - 1; i >= 0; i--) {
            int peer = look.peer(i);
            if ((look.word(i) & bit) != 0 && !serves(peer, serving)) {
                ableHost[able] = peer;
                float rate = holdings.rate(peer);
                weightOf[able++] = rate;
                fastest = Math.max(fastest, rate);
            }
        }
        if (able == 0) {
            offered &= ~bit;
            return NO_HOST;
        }
        return ableHost[able == 1 ? 0 : draw(able, fastest == 0 ? 1 : fastest * UNTRIED_WEIGHT)];
    }

    private boolean serves(int peer, int serving) {
        for (int i = 0; i < serving; i++) {
            if (servingPeers[i] == peer) {
                return true;
            }
        }
        return false;
    }

    /** Index of a host at random by weight; a weight of 0 counts as {@code untried}. */
    private int draw(int able, float untried) {
        float sum = 0;
        for (int i = 0; i < able; i++) {
            sum += weightOf[i] == 0 ? untried : weightOf[i];
            weightOf[i] = sum;
        }
        float point = (float) (stream.nextDouble() * sum);
        int chosen = 0;
        while (chosen < able - 1 && weightOf[chosen] < point) {
            chosen++;
        }
        return chosen;
    }
}
