package org.swarmload.sim.policy;

import org.swarmload.sim.picker.PiecePicker;

/**
 * One copy for a group: of the clients that know each other, the one that a hash elects fetches a piece from the server,
 * and the others have it from peers in the picker's order. What plays within {@value #URGENT_MICROS} µs and has not come by then is asked of
 * the server by anybody. This is rendezvous hashing (Thaler and Ravishankar, 1998) as a rule of who seeds a piece; the
 * server's part is least when everybody knows everybody.
 */
public final class RelayPolicy implements DownloadPolicy {
    private static final long URGENT_MICROS = 2_000_000;
    private static final long RECHECK_MICROS = 250_000;
    private static final int SERVER_TRANSFERS = 4;

    private final PiecePicker picker;
    private final int parallel;

    /** @param parallel peer downloads in flight */
    public RelayPolicy(PiecePicker picker, int parallel) {
        this.picker = picker;
        this.parallel = parallel;
    }

    @Override
    public void fetch(Client client) {
        fromServer(client);
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
        }
    }

    private static void fromServer(Client client) {
        for (long rest = client.missing(); rest != 0; rest &= rest - 1) {
            int index = Long.numberOfTrailingZeros(rest);
            if (!client.serverOpen() || client.serverTransfers() >= SERVER_TRANSFERS) {
                return;
            }
            boolean shown = (client.shown() >>> index & 1) != 0;
            boolean urgent = client.playing() && client.microsToDeadline(index) < URGENT_MICROS;
            if (urgent || !shown && client.elected(index)) {
                client.askServer(index);
            }
        }
    }
}
