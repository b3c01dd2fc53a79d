package org.swarmload.sim.policy;

/**
 * One copy for a group: of the clients that know each other, the one that a hash elects fetches a piece from the server,
 * and the others have it from peers. What plays within {@value #URGENT_MICROS} µs and has not come by then is asked of
 * the server by anybody. This is rendezvous hashing (Thaler and Ravishankar, 1998) as a rule of who seeds a piece; the
 * server's part is least when everybody knows everybody.
 */
public final class RelayPolicy implements DownloadPolicy {
    private static final long URGENT_MICROS = 2_000_000;
    private static final long RECHECK_MICROS = 250_000;
    private static final int SERVER_TRANSFERS = 4;

    private final int parallel;

    /** @param parallel peer downloads in flight */
    public RelayPolicy(int parallel) {
        this.parallel = parallel;
    }

    @Override
    public void fetch(Client client) {
        for (int index = 0; index < client.pieces(); index++) {
            long bit = 1L << index;
            if ((client.missing() & bit) != 0) {
                boolean asked =
                        client.peerTransfers() < parallel && (client.offered() & bit) != 0 && client.askPeer(index);
                if (!asked && mayAskServer(client, index, bit)) {
                    client.askServer(index);
                }
            }
        }
        if (client.missing() != 0) {
            client.lookAgainIn(RECHECK_MICROS);
        }
    }

    private static boolean mayAskServer(Client client, int index, long bit) {
        if (!client.serverOpen() || client.serverTransfers() >= SERVER_TRANSFERS) {
            return false;
        }
        boolean shown = (client.shown() & bit) != 0;
        boolean urgent = client.playing() && client.microsToDeadline(index) < URGENT_MICROS;
        return urgent || !shown && client.elected(index);
    }
}
