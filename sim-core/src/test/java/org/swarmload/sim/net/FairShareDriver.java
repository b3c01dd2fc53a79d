package org.swarmload.sim.net;

import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import org.swarmload.sim.net.FairShareCase.Action;

/** A sharer as the cell drives it: it says when it must be asked again, and changes come in between. */
abstract class FairShareDriver {
    /** Rounding of sums and of progress, far below a byte. */
    private static final double ROUNDING = 1e-6;

    final FairShareCase plan;
    final Transfers transfers;
    final int[] transferOf;
    final int[] flowOf = new int[256];
    final double[] cap;
    final double[] weight;
    final boolean[] open;
    final long[] endedAt;
    final long[] gone;
    final boolean[] aborted;
    long due = Long.MAX_VALUE;
    double capacity;

    FairShareDriver(FairShareCase plan) {
        this.plan = plan;
        capacity = plan.capacity();
        // A flow's number serves as its receiver, which gives its size.
        transfers = new Transfers((flow, piece, rendition) -> plan.bytes()[flow]);
        int flows = plan.bytes().length;
        transferOf = new int[flows];
        cap = new double[flows];
        weight = new double[flows];
        Arrays.fill(weight, 1);
        open = new boolean[flows];
        endedAt = new long[flows];
        Arrays.fill(endedAt, -1);
        gone = new long[flows];
        aborted = new boolean[flows];
    }

    abstract void start(int t, double rate, long now);

    abstract void setCap(int t, double rate, long now);

    abstract long abort(int t, long now);

    abstract int poll(long now);

    abstract long nextFinish(long now);

    abstract void check(long now);

    abstract void setCapacity(double rate, long now);

    /** All flows weigh what {@link #weight} says. */
    void weigh(long now) {
        throw new IllegalStateException("Here all weigh alike.");
    }

    FairShareDriver run() {
        for (Action action : plan.actions()) {
            pollUntil(action.at());
            apply(action);
            due = nextFinish(action.at());
            check(action.at());
        }
        pollUntil(Long.MAX_VALUE - 1);
        return this;
    }

    /** Departures come before arrivals of the same instant. */
    private void pollUntil(long limit) {
        while (due <= limit) {
            long now = due;
            for (int t = poll(now); t != Transfers.NONE; t = poll(now)) {
                int flow = flowOf[t];
                close(flow, now, plan.bytes()[flow]);
                transfers.release(t);
            }
            due = nextFinish(now);
            check(now);
        }
    }

    /** Number of the sender, as transfers have it. */
    int sender() {
        return -1;
    }

    private void apply(Action action) {
        int flow = action.flow();
        switch (action.kind()) {
            case START -> {
                int t = transfers.create(sender(), flow, 0, 0);
                transferOf[flow] = t;
                flowOf[t] = flow;
                cap[flow] = action.rate();
                open[flow] = true;
                start(t, action.rate(), action.at());
            }
            case CAP -> {
                cap[flow] = action.rate();
                if (open[flow]) {
                    setCap(transferOf[flow], action.rate(), action.at());
                }
            }
            case ABORT -> {
                if (open[flow]) {
                    long whole = abort(transferOf[flow], action.at());
                    transfers.release(transferOf[flow]);
                    aborted[flow] = true;
                    close(flow, action.at(), whole);
                }
            }
            case CAPACITY -> {
                capacity = action.rate();
                setCapacity(action.rate(), action.at());
            }
            case WEIGHTS -> {
                Arrays.setAll(weight, f -> FairShareCase.weight(action, f));
                weigh(action.at());
            }
        }
    }

    private void close(int flow, long now, long bytes) {
        open[flow] = false;
        endedAt[flow] = now;
        gone[flow] = bytes;
    }

    void require(boolean holds, String what, long now) {
        if (!holds) {
            fail("Seed " + plan.seed() + ", at " + now + " µs: " + what + ".");
        }
    }

    static final class OfPort extends FairShareDriver {
        final ServerPort port;
        private final double[] went;
        private double[] rateBefore;
        private long checkedAt;
        private double capacityBefore;
        private long sentBefore;

        OfPort(FairShareCase plan) {
            super(plan);
            port = new ServerPort(transfers, plan.capacity());
            went = new double[cap.length];
            rateBefore = new double[cap.length];
        }

        @Override
        void start(int t, double rate, long now) {
            port.start(t, rate, now);
        }

        @Override
        void setCap(int t, double rate, long now) {
            port.setCap(t, rate, now);
        }

        @Override
        long abort(int t, long now) {
            return port.abort(t, now);
        }

        @Override
        int poll(long now) {
            return port.pollFinished(now);
        }

        @Override
        long nextFinish(long now) {
            return port.nextFinish(now);
        }

        @Override
        void setCapacity(double rate, long now) {
            port.setCapacity(rate, now);
        }

        @Override
        void check(long now) {
            double[] rate = ProgressiveFilling.rates(cap, weight, open, capacity);
            int below = 0;
            double wanted = 0;
            for (int flow = 0; flow < cap.length; flow++) {
                if (open[flow]) {
                    wanted += cap[flow];
                    below += rate[flow] < cap[flow] * (1 - 1e-9) ? 1 : 0;
                }
            }
            require(port.cappedRate() <= capacity * (1 + 1e-9) + 1e-12, "capped flows take more than there is", now);
            require(
                    Math.abs(port.wantedRate() - wanted) <= 1e-9 * wanted + 1e-12,
                    "wanted is not the sum of caps",
                    now);
            require(port.sharedFlows() >= below, "flows below their cap: " + port.sharedFlows() + " < " + below, now);
            require(port.constrained() == port.sharedFlows() > 0, "constrained", now);
            long sent = port.sentBytes(now);
            double most = capacityBefore * (now - checkedAt) + ROUNDING * (1 + capacityBefore);
            // Bytes are rounded to whole ones at either end.
            require(sent - sentBefore <= most + 2, "sent " + (sent - sentBefore) + " where " + most + " go", now);
            require(sent - sentBefore >= -1, "took bytes back: " + (sent - sentBefore), now);
            require(Math.abs(sent - expected(now)) < 1, "sent " + sent + " instead of " + expected(now), now);
            checkedAt = now;
            capacityBefore = capacity;
            rateBefore = rate;
            sentBefore = sent;
        }

        /** Bytes of ended flows, and of those under way by the oracle's rates. */
        private double expected(long now) {
            double sum = Arrays.stream(gone).sum();
            for (int flow = 0; flow < went.length; flow++) {
                went[flow] += rateBefore[flow] * (now - checkedAt);
                rateBefore[flow] = 0;
                sum += open[flow] ? went[flow] : 0;
            }
            return sum;
        }
    }

    static final class OfUplink extends FairShareDriver {
        final PeerUplinks uplinks = new PeerUplinks(transfers, 3);
        private final int peer;

        OfUplink(FairShareCase plan) {
            super(plan);
            peer = (int) (plan.seed() % 3);
            uplinks.setCapacity(peer, plan.capacity());
        }

        @Override
        int sender() {
            return peer;
        }

        @Override
        void start(int t, double rate, long now) {
            uplinks.start(t, rate, now);
            if (weight[flowOf[t]] != 1) {
                weigh(now);
            }
        }

        @Override
        void setCap(int t, double rate, long now) {
            long before = due;
            if (!uplinks.setCap(t, rate, now)) {
                long after = uplinks.nextFinish(peer, now);
                require(Math.abs(after - before) <= 1, "due was " + before + " and is " + after + ", untold", now);
            }
        }

        @Override
        long abort(int t, long now) {
            return uplinks.abort(t, now);
        }

        @Override
        int poll(long now) {
            return uplinks.pollFinished(peer, now);
        }

        @Override
        long nextFinish(long now) {
            return uplinks.nextFinish(peer, now);
        }

        @Override
        void setCapacity(double rate, long now) {
            uplinks.rerate(peer, rate, now);
        }

        @Override
        void weigh(long now) {
            uplinks.weigh(peer, t -> (float) weight[flowOf[t]], now);
        }

        @Override
        void check(long now) {
            double[] expected = ProgressiveFilling.rates(cap, weight, open, capacity);
            double sum = 0;
            int linked = 0;
            for (int t = uplinks.first(peer); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
                int flow = flowOf[t];
                double rate = uplinks.rate(t);
                linked++;
                sum += rate;
                require(open[flow], "flow " + flow + " has ended and is still there", now);
                require(rate <= cap[flow] * (1 + 1e-12), "flow " + flow + " is above its cap", now);
                require(
                        Math.abs(rate - expected[flow]) <= 1e-9 * expected[flow],
                        "flow " + flow + " has another rate",
                        now);
                require(uplinks.bytesLeft(t, now) <= plan.bytes()[flow], "flow " + flow + " grew", now);
            }
            require(sum <= capacity * (1 + 1e-9), "the uplink is above its capacity", now);
            require(linked == uplinks.active(peer), "running transfers counted", now);
        }
    }
}
