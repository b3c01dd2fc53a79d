package org.swarmload.sim.cell;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.swarm.Bitfields;

/**
 * The operator's seeds of a file: each machine is a member of the swarm that holds everything and is let in by nobody.
 *
 * <p>Guaranteed: in each round as many whole machines are here as faults leave, one that is hit in part among them, and
 * their uplinks add up to what faults and other traffic leave of the pool's, in equal parts. Who sends nothing leaves its
 * part unused: there is no balancer between them.
 */
final class OperatorSeeds {
    private final CellPlan plan;
    private final Viewers viewers;
    private final Bitfields pieces;
    private final PeerUplinks uplinks;
    private final Downloads downloads;
    private final CellLedger ledger;
    private final FileSwarm swarm;
    private int here;
    /** Of each machine that is here, bytes per microsecond. */
    private double uplink;

    private long bookedInBins;

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
            if (trading.discipline() == Discipline.SLOTS) {
                uplinks.divide(m, trading.seedUploads());
            }
        }
    }

    /** Lets machines go and come as faults say; those that are here share what is left of the uplinks. */
    void beginRound(long now) {
        if (plan.tradingSeeds == 0) {
            return;
        }
        int up = plan.serverPlan.machinesUp(plan.seedServer, now);
        if (up < here) {
            breakSome(here - up, now);
        }
        rate(up, now);
        for (int m = viewers.count; here < up; m++) {
            if (viewers.state(m) == Viewers.AWAY) {
                arrive(m, now);
            }
        }
    }

    /** As at other servers a draw of the fault's time says who is hit; here exactly so many are, as capacity says. */
    private void breakSome(int count, long now) {
        IntStream.range(viewers.count, viewers.members)
                .filter(m -> viewers.state(m) != Viewers.AWAY)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        m -> plan.serverPlan.victimDraw(m - viewers.count, plan.seedServer, now)))
                .limit(count)
                .forEach(m -> leave(m, now));
    }

    private void rate(int up, long now) {
        double bps = plan.serverPlan.capacityBps(plan.seedServer, now);
        double each = up == 0 ? 0 : bps / up / CellPlan.BPS_PER_BYTE_PER_MICRO;
        if (each != uplink) {
            uplink = each;
            for (int m = viewers.count; m < viewers.members; m++) {
                downloads.rerate(m, each, now);
            }
        }
    }

    private void arrive(int m, long now) {
        here++;
        viewers.seedArrivals[m - viewers.count]++;
        viewers.setState(m, Viewers.SEEDING);
        for (int piece = 0; piece < pieces.pieces(); piece++) {
            pieces.hold(m, piece);
        }
        swarm.enter(m, now);
    }

    /** What the machine sends breaks, and it forgets whom it knew. */
    private void leave(int m, long now) {
        here--;
        viewers.setState(m, Viewers.AWAY);
        while (uplinks.first(m) != Transfers.NONE) {
            int t = uplinks.first(m);
            int receiver = downloads.receiver(t);
            downloads.abort(t, now);
            swarm.invite(receiver, now);
        }
        swarm.leave(m, now);
    }

    /** Books what they have sent since the last call: it flowed in the bin that ends at that time or later. */
    void book(long now) {
        if (plan.tradingSeeds == 0) {
            return;
        }
        long sent = ledger.sentByServer[plan.seedServer];
        for (int m = viewers.count; m < viewers.members; m++) {
            sent += uplinks.sent(m, now);
        }
        ledger.bins.add(ledger.bins.serverBytes(plan.seedServer), now - 1, sent - bookedInBins);
        bookedInBins = sent;
    }
}
