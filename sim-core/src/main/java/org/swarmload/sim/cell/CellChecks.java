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
    private final ServerDesk[] desks;
    private final Crowd crowd;
    private final CellLedger ledger;
    /** Peer transfers by sender, from asking to the end. */
    private final int[] promised;

    private long roundEnds;
    private long lastEvent;
    private boolean arrivalsBegan;

    CellChecks(
            CellPlan plan,
            Viewers viewers,
            Transfers transfers,
            PeerUplinks uplinks,
            Downloads downloads,
            ServerDesk[] desks,
            Crowd crowd,
            CellLedger ledger) {
        this.plan = plan;
        this.viewers = viewers;
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.downloads = downloads;
        this.desks = desks;
        this.crowd = crowd;
        this.ledger = ledger;
        promised = new int[viewers.members];
    }

    void beginRound(long from, long to) {
        require(from >= lastEvent && to > from, "rounds follow each other", -1, from);
        roundEnds = to;
        lastEvent = from;
        arrivalsBegan = false;
    }

    /** Time never goes back, and at one instant everything that ends does so before something new arrives. */
    void event(long now, int kind) {
        require(now >= lastEvent && now < roundEnds, "events in the order of time, within their round", -1, now);
        arrivalsBegan &= now == lastEvent;
        lastEvent = now;
        boolean ends = kind == Cell.PORT || kind == Cell.UPLINK;
        require(!ends || !arrivalsBegan, "departures before arrivals", -1, now);
        arrivalsBegan |= kind == Cell.ARRIVE || kind == Cell.JOIN || kind == Cell.WAKE || kind == Cell.SERVE;
    }

    /** The bytes of a peer's transfer begin to flow: nobody gives what it does not have, or does not show. */
    void flowBegins(int t, boolean shown, boolean held, long now) {
        int from = transfers.from(t);
        require(from != transfers.to(t), "nobody serves itself", from, now);
        require(
                viewers.title(from) == viewers.title(transfers, t) || viewers.isSeed(from),
                "sender has the title",
                from,
                now);
        require(held, "a sender holds what it sends", from, now);
        require(shown, "a sender shows what it sends", from, now);
    }

    void afterRound(long now) {
        Arrays.fill(promised, 0);
        for (int v = 0; v < viewers.count; v++) {
            checkViewer(v, now);
        }
        for (int m = 0; m < viewers.members; m++) {
            checkUplink(m, now);
            require(promised[m] == viewers.uploads(m), "uploads counted", m, now);
        }
        String broken = crowd.check();
        require(broken == null, broken, -1, now);
        require(ledger.attempts == ledger.admitted + ledger.http503, "attempts = admitted + 503s", -1, now);
        require(ledger.receivedFromPeers == ledger.sentByPeers, "bytes from peers at senders and receivers", -1, now);
        for (int s = 0; s < plan.servers(); s++) {
            require(desks[s].load() <= desks[s].granted() * SLACK, plan.payer(s) + " not above its grant", -1, now);
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
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            all++;
            ofServer += transfers.fromServer(t) ? 1 : 0;
            if (!transfers.fromServer(t)) {
                promised[transfers.from(t)]++;
            }
            if (transfers.state(t) == Transfers.ACTIVE) {
                active++;
            }
        }
        require(all == viewers.incomingCount(v), "incoming transfers counted", v, now);
        require(active == viewers.activeIncoming(v), "running transfers counted", v, now);
        require(ofServer == viewers.fromServer(v), "server transfers counted", v, now);
        require(downloads.offersCounted(v), "what senders could give counted", v, now);
        require(downloads.rate(v) <= viewers.down(v) * SLACK, "downlink not above its capacity", v, now);
        require(viewers.state(v) != Viewers.AWAY || all == 0, "nobody away has transfers", v, now);
        require(!viewers.connected(v) || viewers.state(v) != Viewers.AWAY, "nobody away has a connection", v, now);
    }

    private void checkUplink(int v, long now) {
        double rate = 0;
        for (int t = uplinks.first(v); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            rate += uplinks.rate(t);
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
