package org.swarmload.sim.cell;

import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.swarm.Bitfields;

/** The operator's seeds of a file: each machine is a member that holds everything and is let in by nobody. */
final class OperatorSeeds {
    private final CellPlan plan;
    private final Viewers viewers;
    private final Bitfields pieces;
    private final PeerUplinks uplinks;
    private final Downloads downloads;
    private final CellLedger ledger;
    private final FileSwarm swarm;
    private long bookedInBins;
    private boolean down;
    private boolean here;

    OperatorSeeds(
            CellPlan plan,
            Viewers viewers,
            Bitfields pieces,
            PeerUplinks uplinks,
            Downloads downloads,
            CellLedger ledger,
            FileSwarm swarm) {
        this.plan = plan;
        this.viewers = viewers;
        this.pieces = pieces;
        this.uplinks = uplinks;
        this.downloads = downloads;
        this.ledger = ledger;
        this.swarm = swarm;
        Trading trading = plan.spec.delivery().swarm().trading();
        for (int m = viewers.count; m < viewers.members; m++) {
            uplinks.setCapacity(m, plan.servers[plan.seedServer].uplinkBps() / CellPlan.BPS_PER_BYTE_PER_MICRO);
            if (trading.discipline() == Discipline.SLOTS) {
                uplinks.divide(m, trading.seedUploads());
            }
        }
    }

    void beginRound(long now) {
        boolean downNow = plan.seedServer >= 0 && plan.serverPlan.upShare(plan.seedServer, now) == 0;
        if (!here || down && !downNow) {
            here = true;
            for (int m = viewers.count; !downNow && m < viewers.members; m++) {
                arrive(m, now);
            }
        }
        down = downNow;
    }

    private void arrive(int m, long now) {
        viewers.state[m] = Viewers.SEEDING;
        for (int piece = 0; piece < pieces.pieces(); piece++) {
            pieces.hold(m, piece);
        }
        swarm.enter(m, now);
    }

    /** What they send breaks, and they are gone until the fault is over. */
    void broke(long now) {
        for (int m = viewers.count; m < viewers.members; m++) {
            viewers.state[m] = Viewers.AWAY;
            dropUploads(m, now);
            swarm.leave(m, now);
        }
        down = true;
    }

    private void dropUploads(int m, long now) {
        while (uplinks.first(m) != Transfers.NONE) {
            int t = uplinks.first(m);
            int receiver = downloads.receiver(t);
            downloads.abort(t, now);
            swarm.invite(receiver, now);
        }
    }

    /** Books what they have sent since the last call: it flowed in the bin that ends at that time or later. */
    void book(long now) {
        if (plan.tradingSeeds == 0) {
            return;
        }
        long sent = ledger.sentByServer[plan.seedServer];
        for (int m = viewers.count; m < viewers.members; m++) {
            sent += downloads.sentSoFar(m, now);
        }
        ledger.bins.add(ledger.bins.serverBytes(plan.seedServer), now - 1, sent - bookedInBins);
        bookedInBins = sent;
    }
}
