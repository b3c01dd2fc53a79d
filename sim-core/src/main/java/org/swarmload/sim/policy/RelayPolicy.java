package org.swarmload.sim.policy;

import java.util.List;
import org.swarmload.sim.picker.PiecePicker;

/**
 * One copy for a group: of the clients that know each other, the one that a hash elects fetches a piece from the server,
 * and the others have it from peers in the picker's order. This is rendezvous hashing (Thaler and Ravishankar, 1998) as a
 * rule of who seeds a piece; the server's part is least when everybody knows everybody.
 *
 * <p>Nobody starves beside an idle server: what plays within {@value #URGENT_MICROS} µs, or what play waits for, is taken
 * from a peer that would need longer than that and asked of the server; what plays within that time and has not been asked
 * for is asked of the server too; and once in that time a client that waits asks the server for what no peer gives.
 */
public final class RelayPolicy implements DownloadPolicy {
    private static final long URGENT_MICROS = 2_000_000;
    private static final long RECHECK_MICROS = 250_000;
    private static final long YOUNG_BROADCAST_MICROS = 4_000_000;
    private static final int SERVER_TRANSFERS = 4;

    private final PiecePicker picker;
    private final int parallel;

    /** @param parallel peer downloads in flight */
    public RelayPolicy(PiecePicker picker, int parallel) {
        this.picker = picker;
        this.parallel = parallel;
    }

    @Override
    public List<Object> parts() {
        return DownloadPolicy.with(this, picker);
    }

    @Override
    public void fetch(Client client) {
        urgent(client);
        elected(client);
        while (client.peerTransfers() < parallel) {
            long candidates = client.offered() & client.missing();
            int index = candidates == 0 ? PiecePicker.NONE : client.pick(picker, candidates);
            if (index == PiecePicker.NONE) {
                break;
            }
            client.askPeer(index); // a piece that no host can serve just now is no longer offered
        }
        if (client.missing() != 0) {
            client.lookAgainIn(RECHECK_MICROS);
        } else if (client.askedFromPeers() != 0) {
            int first = Long.numberOfTrailingZeros(client.askedFromPeers());
            client.lookAgainIn(Math.max(RECHECK_MICROS, client.microsToDeadline(first) - URGENT_MICROS));
        }
    }

    private void urgent(Client client) {
        long zone = client.playing() ? URGENT_MICROS : client.awaitedMicros();
        for (int index = 0; index < client.pieces() && client.microsToDeadline(index) < zone; index++) {
            long bit = 1L << index;
            boolean missing = (client.missing() & bit) != 0;
            boolean slow = (client.askedFromPeers() & bit) != 0 && client.peerMicrosLeft(index) > URGENT_MICROS;
            if (slow && hasServer(client)) {
                client.dropPeer(index);
                client.askServer(index);
            } else if (missing && client.playing()) {
                askServer(client, index);
            } else if (missing && client.peerTransfers() < parallel && (client.offered() & bit) != 0) {
                client.askPeer(index);
            }
        }
    }

    private static void elected(Client client) {
        for (long rest = client.missing() & ~client.shown(); rest != 0; rest &= rest - 1) {
            int index = Long.numberOfTrailingZeros(rest);
            if (!hasServer(client)) {
                return;
            }
            if (client.elected(index)) {
                client.askServer(index);
            }
        }
    }

    @Override
    public long nextExtraMicros(Client client) {
        return URGENT_MICROS;
    }

    /**
     * The last resort of who waits. A crowd at the beginning of a broadcast, which has hardly anything to play yet, goes on
     * relaying: it waits for the broadcast and not for its peers.
     */
    @Override
    public void extra(Client client) {
        int last = client.pieces() - 1;
        if (client.playing() || last < 0 || client.microsToDeadline(last) < YOUNG_BROADCAST_MICROS) {
            return;
        }
        for (int index = 0; index <= last && client.microsToDeadline(index) < client.awaitedMicros(); index++) {
            if ((client.missing() >>> index & 1) != 0) {
                askServer(client, index);
            }
        }
    }

    private static void askServer(Client client, int index) {
        if (hasServer(client)) {
            client.askServer(index);
        }
    }

    private static boolean hasServer(Client client) {
        return client.serverOpen() && client.serverTransfers() < SERVER_TRANSFERS;
    }
}
