package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/** PARANOID mode: what must hold after every round. A violation is our bug and ends the run with the place of it. */
final class CellChecks {
    private static final double SLACK = 1 + 1e-9;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final Downloads downloads;
    private final CellLedger ledger;
    /** Peer transfers by sender, from asking to the end. */
    private final int[] promised;

    CellChecks(
            CellPlan plan,
            Viewers viewers,
            Transfers transfers,
            PeerUplinks uplinks,
            Downloads downloads,
            CellLedger ledger) {
        this.plan = plan;
        this.viewers = viewers;
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.downloads = downloads;
        this.ledger = ledger;
        promised = new int[viewers.members];
    }

    void afterRound(long now) {
        Arrays.fill(promised, 0);
        for (int v = 0; v < viewers.count; v++) {
            checkViewer(v, now);
        }
        for (int m = 0; m < viewers.members; m++) {
            checkUplink(m, now);
            require(promised[m] == viewers.uploads[m], "uploads counted", m, now);
        }
        require(ledger.attempts == ledger.admitted + ledger.http503, "attempts = admitted + 503s", -1, now);
        require(ledger.receivedFromPeers == ledger.sentByPeers, "bytes from peers at senders and receivers", -1, now);
        for (int s = 0; s < plan.servers(); s++) {
            require(
                    ledger.receivedFromServer[s] == ledger.sentByServer[s],
                    "bytes of " + plan.payer(s) + " at senders and receivers",
                    -1,
                    now);
        }
    }

    private void checkViewer(int v, long now) {
        int all = 0;
        int active = 0;
        int ofServer = 0;
        for (int t = viewers.incoming[v]; t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            all++;
            ofServer += transfers.fromServer(t) ? 1 : 0;
            if (!transfers.fromServer(t)) {
                promised[transfers.from(t)]++;
            }
            if (transfers.state(t) == Transfers.ACTIVE) {
                active++;
            }
        }
        require(all == viewers.incomingCount[v], "incoming transfers counted", v, now);
        require(active == viewers.activeIncoming[v], "running transfers counted", v, now);
        require(ofServer == viewers.fromServer[v], "server transfers counted", v, now);
        require(downloads.rate(v) <= viewers.down[v] * SLACK, "downlink not above its capacity", v, now);
        require(viewers.state[v] != Viewers.AWAY || all == 0, "nobody away has transfers", v, now);
        require(!viewers.connected[v] || viewers.state[v] != Viewers.AWAY, "nobody away has a connection", v, now);
    }

    private void checkUplink(int v, long now) {
        double rate = 0;
        for (int t = uplinks.first(v); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            rate += transfers.rate(t);
        }
        require(rate <= uplinks.capacity(v) * SLACK, "uplink not above its capacity", v, now);
    }

    private void require(boolean holds, String what, int v, long now) {
        if (!holds) {
            String who = v < 0 ? "the cell" : v < viewers.count ? "viewer " + viewers.number[v] : "a seed";
            throw new IllegalStateException("Invariant broken at " + now + " µs for " + who + ": " + what + ".");
        }
    }
}
