package org.swarmload.study;

import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.theory.KumarRoss;
import org.swarmload.study.StudyResult.Bound;

/** Kumar and Ross: the least time in which everybody who comes within a short time can have a file. */
final class FlashFile {
    private static final String SLOWEST = "completion-time.max";

    /** Of so many draws at least one lies below the quantile that one expects, but for one case in a thousand. */
    private static final double SURE = 7;

    private FlashFile() {}

    static List<Bound> of(BoundCase asked) {
        double viewers = needed(asked);
        double bits = asked.content().file().sizeBytes().mean() * 8;
        double servers = serverBps(asked);
        double slowest = slowestBps(asked);
        if (viewers < 1 || servers <= 0 || slowest <= 0 || asked.spec().warmupMicros() > 0) {
            return List.of();
        }
        double uploads = FileBounds.meanUpload(asked) * asked.audience().viewers();
        int people = (int) Math.max(1, Math.round(viewers));
        KumarRoss together = asked.def().hasSwarm()
                ? KumarRoss.peerToPeer(bits, servers, people, slowest, uploads / people)
                : KumarRoss.clientServer(bits, servers, people, slowest);
        // Copies that are there from the beginning spare the servers theirs.
        double one = holdersOfAll(asked) ? 0 : together.seedSeconds();
        double spread = spread(asked);
        double shared = Math.max(one, together.aggregateSeconds()) - spread;
        double least = Math.max(shared, together.slowestDownloadSeconds());
        if (spread > least || least * 1e6 > asked.spec().endMicros()) {
            return List.of();
        }
        String binding = least > shared
                ? "the slowest downlink"
                : one > together.aggregateSeconds() ? "the servers' uplink for one copy" : "all uplinks for all copies";
        return List.of(Bound.atLeast(SLOWEST, least, why(binding, together, spread), leftOut(asked), slack(asked)));
    }

    private static String why(String binding, KumarRoss terms, double spread) {
        return BoundCase.say(
                "%s; Kumar and Ross: one copy %,.0f s, slowest downlink %,.0f s, all copies %,.0f s%s",
                binding,
                terms.seedSeconds(),
                terms.slowestDownloadSeconds(),
                terms.aggregateSeconds(),
                spread > 0 ? BoundCase.say(", less %,.0f s between the first who comes and the last", spread) : "");
    }

    private static String leftOut(BoundCase asked) {
        return asked.def().hasSwarm()
                ? "whole pieces that must be had before they are passed on, neighbours who lack them, round trips and"
                        + " people who leave"
                : "round trips, the front door and connection limits";
    }

    /** Of drawn sizes a few large ones, which may not come, can make most of the mean. */
    private static double slack(BoundCase asked) {
        if (!asked.complete() || !asked.content().file().constantSize()) {
            return Double.POSITIVE_INFINITY;
        }
        return Bound.ROUNDING + asked.luck();
    }

    /** Copies that have to be sent, in files. */
    private static double needed(BoundCase asked) {
        int newcomers = asked.audience().viewers() - asked.audience().initialViewers();
        double done = asked.spec().doneShare();
        double needed = newcomers;
        for (Initial group : asked.audience().initial()) {
            double lacks = switch (group.holding()) {
                case NONE -> 1;
                case ALL -> 0;
                case ALL_BUT -> (double) group.lacking() / asked.content().pieces();
                case SHARE -> 1 - group.share();
            };
            needed += group.count() * lacks;
        }
        return done > 0 ? Math.max(0, needed - (1 - done) * asked.audience().viewers()) : needed;
    }

    private static boolean holdersOfAll(BoundCase asked) {
        return asked.audience().initial().stream().anyMatch(group -> group.holding() != Holding.NONE);
    }

    /** Everything that the operator's machines can send to people, other traffic not taken off: a limit must hold. */
    static double serverBps(BoundCase asked) {
        var delivery = asked.spec().delivery();
        if (!delivery.edges().isEmpty()) {
            return delivery.edges().stream()
                    .mapToDouble(edge -> edge.server().totalUplinkBps())
                    .sum();
        }
        double sum = delivery.origin() == null ? 0 : delivery.origin().totalUplinkBps();
        return sum + (delivery.seeds() == null ? 0 : delivery.seeds().totalUplinkBps());
    }

    /**
     * A downlink that is not below somebody's who must have the whole file, as good as surely; the greatest that there
     * is if nothing is sure.
     */
    private static double slowestBps(BoundCase asked) {
        boolean all = asked.spec().doneShare() == 0 || asked.spec().doneShare() == 1;
        if (!all || !asked.content().file().constantSize()) {
            return Double.MAX_VALUE;
        }
        double[] people = asked.audience().peopleByAccess(group -> group.holding() == Holding.NONE);
        double slowest = Double.MAX_VALUE;
        for (int a = 0; a < people.length; a++) {
            Law down = asked.audience().access().get(a).downBps();
            if (sure(asked.audience(), a, people[a])) {
                double quantile = down instanceof Law.Constant ? 0.5 : SURE / Math.max(SURE + 1, people[a]);
                slowest = Math.min(slowest, down.quantile(quantile));
            }
        }
        return slowest;
    }

    /** Whether somebody who must have the whole file is on the class, if so many are expected. */
    private static boolean sure(AudienceSpec audience, int accessClass, double people) {
        boolean byCount = audience.access().get(accessClass).count() != AudienceSpec.BY_SHARE;
        // Counts are dealt in the order of numbers, so that those who bring something may use a class up.
        boolean inOrder = byCount
                && audience.initial().stream()
                        .anyMatch(group -> group.holding() != Holding.NONE && group.access() == AudienceSpec.BY_SHARE);
        boolean exact = audience.access().size() == 1 || byCount && !inOrder;
        return exact ? people > 0.5 : people > SURE && !inOrder;
    }

    /** Time between the first press and the last. */
    private static double spread(BoundCase asked) {
        double first = asked.audience().initialViewers() > 0 ? -asked.audience().unlockMicros() / 1e6 : 1e12;
        double last = -1e12;
        for (Arrival arrival : Presses.atDoor(asked.audience())) {
            first = Math.min(first, arrival.offsetSeconds().quantile(1e-9));
            last = Math.max(last, arrival.offsetSeconds().quantile(1 - 1e-9));
        }
        return Math.max(0, last - first);
    }
}
