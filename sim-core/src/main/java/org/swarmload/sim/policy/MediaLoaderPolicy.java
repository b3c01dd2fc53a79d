package org.swarmload.sim.policy;

import org.swarmload.sim.picker.PieceView;

/**
 * The hybrid loader of Novage p2p-media-loader (v3/v4 core, defaults of 2026): pieces that play within 15 s come by HTTP,
 * and a peer transfer of such a piece is given up for HTTP once an HTTP slot is free; pieces further out come from peers
 * only, nearest first; now and then a client fetches a piece that no neighbour has by HTTP, so that about one client in
 * a neighbourhood seeds each piece.
 *
 * <p>Left out: low-memory rules, HTTP slots taken back from later pieces, and error counters of single peers.
 */
public final class MediaLoaderPolicy implements DownloadPolicy {
    private static final long HIGH_DEMAND_MICROS = 15_000_000;
    private static final int HTTP_TRANSFERS = 2;
    private static final long QUEUE_MICROS = 1_000_000;

    private final int peerTransfers;

    /** @param peerTransfers peer downloads in flight; the product's default is 3 */
    public MediaLoaderPolicy(int peerTransfers) {
        this.peerTransfers = peerTransfers;
    }

    @Override
    public void fetch(Client client) {
        highDemand(client);
        while (client.peerTransfers() < peerTransfers) {
            long candidates = client.offered() & client.missing();
            if (candidates == 0) {
                break;
            }
            client.askPeer(Long.numberOfTrailingZeros(candidates)); // no longer offered if no host can serve it
        }
        if (client.missing() != 0) {
            client.lookAgainIn(DownloadPolicy.pause(client, QUEUE_MICROS));
        } else if (client.askedFromPeers() != 0) {
            int first = Long.numberOfTrailingZeros(client.askedFromPeers());
            client.lookAgainIn(Math.max(QUEUE_MICROS, client.microsToDeadline(first) - HIGH_DEMAND_MICROS));
        }
    }

    private static void highDemand(Client client) {
        long window = Math.max(HIGH_DEMAND_MICROS, client.awaitedMicros());
        for (int index = 0; index < client.pieces(); index++) {
            if (client.microsToDeadline(index) >= window
                    || client.serverTransfers() >= HTTP_TRANSFERS
                    || !client.serverOpen()) {
                return;
            }
            long bit = 1L << index;
            if ((client.missing() & bit) != 0) {
                client.askServer(index);
            } else if ((client.askedFromPeers() & bit) != 0) {
                client.dropPeer(index);
                client.askServer(index);
            }
        }
    }

    @Override
    public long nextExtraMicros(Client client) {
        return (long) (client.random() * QUEUE_MICROS * client.neighbours()) + QUEUE_MICROS;
    }

    /** Random HTTP seeding: of the first 2 (peers + 1) pieces that no peer has, each with its probability. */
    @Override
    public void extra(Client client) {
        int peers = client.neighbours();
        long candidates = client.missing() & ~client.shown();
        if (peers == 0 || candidates == 0) {
            return;
        }
        int kept = Math.min(Long.bitCount(candidates), 2 * (peers + 1));
        double probability = (double) kept / (peers + 1);
        for (int left = kept; left > 0; left--) {
            if (client.serverTransfers() >= HTTP_TRANSFERS || !client.serverOpen()) {
                return;
            }
            int index = PieceView.nth(candidates, client.randomBelow(left));
            candidates &= ~(1L << index);
            if (probability >= 1 || client.random() <= probability) {
                client.askServer(index);
            }
            probability -= 1;
        }
    }
}
