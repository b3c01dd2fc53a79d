package org.swarmload.sim.policy;

import java.util.List;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;

/**
 * A request-driven streaming client over a swarm with servers (seeds) behind it. Pieces that play within
 * {@value #URGENT_MICROS} µs, or that play waits for, are asked for in order, of a peer if one has room, else of the server. Before the first
 * frame and in a stall nothing else is asked for, so that the line carries what is waited for. While playing, the rest is
 * asked of peers in the picker's order. Of the pieces that no neighbour shows, one at a time is fetched from the server, a random
 * one, so that neighbours at the crowd's front bring in different pieces.
 */
public final class GenericPolicy implements DownloadPolicy {
    private static final long URGENT_MICROS = 8_000_000;
    private static final long RECHECK_MICROS = 500_000;
    private static final int SERVER_TRANSFERS = 2;

    private final PiecePicker picker;
    private final int parallel;

    public GenericPolicy(PiecePicker picker, int parallel) {
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
        while (client.playing() && client.peerTransfers() < parallel) {
            long candidates = client.offered() & client.missing();
            if (candidates == 0) {
                break;
            }
            int index = client.pick(picker, candidates);
            if (index == PiecePicker.NONE) {
                break;
            }
            client.askPeer(index); // a piece that no host can serve just now is no longer offered
        }
        if (client.playing()
                && client.serverTransfers() == 0
                && client.peerTransfers() < parallel
                && client.serverOpen()) {
            long nobodys = client.missing() & ~client.shown();
            if (nobodys != 0) {
                client.askServer(randomOf(nobodys, client));
            }
        }
        if (client.missing() != 0) {
            client.lookAgainIn(DownloadPolicy.pause(client, RECHECK_MICROS));
        } else if (client.askedFromPeers() != 0) {
            int first = Long.numberOfTrailingZeros(client.askedFromPeers());
            client.lookAgainIn(Math.max(RECHECK_MICROS, client.microsToDeadline(first) - URGENT_MICROS));
        }
    }

    private void urgent(Client client) {
        long zone = Math.max(URGENT_MICROS, client.awaitedMicros());
        for (int index = 0; index < client.pieces(); index++) {
            long deadline = client.microsToDeadline(index);
            if (deadline >= zone) {
                return;
            }
            long bit = 1L << index;
            if ((client.missing() & bit) != 0) {
                boolean asked =
                        client.peerTransfers() < parallel && (client.offered() & bit) != 0 && client.askPeer(index);
                if (!asked) {
                    askServer(client, index);
                }
            } else if ((client.askedFromPeers() & bit) != 0
                    && client.serverTransfers() < SERVER_TRANSFERS
                    && client.serverOpen()
                    && client.peerMicrosLeft(index) > Math.max(deadline, 2 * RECHECK_MICROS)) {
                client.dropPeer(index);
                askServer(client, index);
            }
        }
    }

    private static void askServer(Client client, int index) {
        if (client.serverTransfers() < SERVER_TRANSFERS && client.serverOpen()) {
            client.askServer(index);
        }
    }

    private static int randomOf(long word, Client client) {
        return PieceView.nth(word, client.randomBelow(Long.bitCount(word)));
    }
}
