package org.swarmload.sim.policy;

/** A plain HTTP player: pieces in order, one request at a time. */
public final class ServerOnlyPolicy implements DownloadPolicy {
    @Override
    public void fetch(Client client) {
        if (client.serverTransfers() == 0 && client.missing() != 0 && client.serverOpen()) {
            client.askServer(Long.numberOfTrailingZeros(client.missing()));
        }
    }
}
