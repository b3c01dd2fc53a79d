package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.swarm.PieceStore;

/**
 * Peers of random lines that send to each other, rated by the real {@link Downloads}, {@link Downlinks} and
 * {@link PeerUplinks}: up to 20 links, transfers that begin one after the other, and some that break off.
 */
final class PeerNetwork {
    private static final int MOST_LINKS = 20;
    private static final int MOST_OF_A_RECEIVER = 6;

    final int receivers;
    final int senders;
    /** Capacity of each receiver's downlink, then of each sender's uplink, bytes per microsecond. */
    final double[] capacity;

    /** The downlink and the uplink of each running transfer, and its rate. */
    final int[][] links;

    final double[] rate;

    PeerNetwork(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        senders = 1 + random.nextInt(MOST_LINKS - 1);
        receivers = 1 + random.nextInt(MOST_LINKS - senders);
        capacity = new double[receivers + senders];
        CellPlan plan = plan(receivers + senders);
        int[] numbers = IntStream.range(0, receivers + senders).toArray();
        Viewers viewers = new Viewers(plan, numbers);
        Transfers transfers = new Transfers(viewers.sizes(plan));
        PeerUplinks uplinks = new PeerUplinks(transfers, receivers + senders);
        for (int m = 0; m < capacity.length; m++) {
            capacity[m] = (m < receivers ? 1 : 0.3) * StrictMath.pow(50, random.nextDouble());
            if (m < receivers) {
                viewers.setDown(m, capacity[m]);
            } else {
                uplinks.setCapacity(m, capacity[m]);
            }
        }
        Downloads downloads = new Downloads(plan, viewers, transfers, uplinks, new EventQueue(), new CellLedger(plan));
        downloads.keepIn(new Everything());
        downloads.connect(new ServerDesk[0], new Nobody());
        happen(random, downloads, viewers);
        List<int[]> pairs = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int m = receivers; m < capacity.length; m++) {
            for (int t = uplinks.first(m); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                pairs.add(new int[] {transfers.to(t), m});
                rates.add(uplinks.rate(t));
            }
        }
        links = pairs.toArray(new int[0][]);
        rate = rates.stream().mapToDouble(r -> r).toArray();
    }

    private void happen(SplittableRandom random, Downloads downloads, Viewers viewers) {
        int steps = 1 + random.nextInt(3 * MOST_LINKS);
        for (long now = 1; now <= steps; now++) {
            int v = random.nextInt(receivers);
            int peer = receivers + random.nextInt(senders);
            int piece = peer;
            if (random.nextInt(4) == 0) {
                int t = downloads.find(v, piece);
                if (t != Transfers.NONE) {
                    downloads.abort(t, now);
                }
            } else if (!downloads.serves(peer, v) && viewers.incomingCount(v) < MOST_OF_A_RECEIVER) {
                downloads.servePeer(v, peer, piece, now);
            }
        }
        if (viewers.incomingCount(0) == 0) {
            downloads.servePeer(0, receivers, receivers, steps + 1L);
        }
    }

    /** A swarm of a file of 64 pieces with so many people. */
    static CellPlan plan(int members) {
        AudienceSpec audience = new AudienceSpec(
                members,
                0,
                Law.constant(0),
                List.of(new AudienceSpec.Arrival(1, Law.constant(0))),
                new AudienceSpec.Patience(0, 0, 0, Law.constant(1)),
                new AudienceSpec.Retry(AudienceSpec.Backoff.NONE, 0, 0, AudienceSpec.Jitter.NONE, 0),
                new AudienceSpec.Reload(Law.constant(1), 0),
                List.of(new AudienceSpec.Region("all", 1)),
                List.of(new AudienceSpec.Access(
                        "line", 1, Law.constant(1e6), Law.constant(1e6), Law.constant(0), true)),
                List.of(new AudienceSpec.Device("any", 1, AudienceSpec.PeerRole.FULL, 0, 0)),
                Law.constant(1));
        DeliverySpec.Swarm swarm =
                Given.swarm(DeliverySpec.Policy.GENERIC, "random", DeliverySpec.Swarm.EVERYBODY, 0, 1, 100, 100, 0);
        DeliverySpec.Server origin = Given.server("origin", 1, 1_000_000, 0, 0, 0);
        ModelSpec spec = Given.model(
                "network",
                1,
                0,
                ContentSpec.file(1L << 50, 1L << 44),
                audience,
                List.of(),
                Given.delivery(origin, List.of(), null, swarm),
                new PlayerSpec(1, 1, 1),
                List.of(),
                new EngineSpec(1, 0, EngineSpec.CheckMode.FAST),
                1);
        return new CellPlan(spec, new Audience(spec));
    }

    /** Everybody has everything. */
    static final class Everything implements PieceStore {
        @Override
        public void ask(int member, int piece, boolean ofServer) {
            // In flight or not is nothing to rates.
        }

        @Override
        public void unask(int member, int piece) {
            // See above.
        }

        @Override
        public void complete(int member, int piece, int rendition) {
            throw new IllegalStateException("Nothing is complete here.");
        }

        @Override
        public boolean holds(int member, int piece, int rendition) {
            return true;
        }

        @Override
        public boolean shows(int member, int piece, int rendition) {
            return true;
        }

        @Override
        public void countInto(int member, int[] holders) {
            throw new IllegalStateException("Nobody counts here.");
        }

        @Override
        public int received(int member) {
            return 1;
        }

        @Override
        public int inOrder(int member) {
            return 1;
        }

        @Override
        public long stateBytes() {
            return 0;
        }
    }
}
