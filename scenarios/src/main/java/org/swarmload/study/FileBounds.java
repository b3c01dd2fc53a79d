package org.swarmload.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.theory.FluidChain;
import org.swarmload.sim.theory.OffloadBound;
import org.swarmload.sim.theory.ProcessorSharing;
import org.swarmload.sim.theory.QiuSrikant;
import org.swarmload.study.BoundCase.Steady;
import org.swarmload.study.StudyResult.Bound;

/** How long downloads take. */
final class FileBounds {
    private static final String COMPLETION = "completion-time";
    /** A steady state needs arrivals for so many times the time of a download. */
    private static final double LONG = 5;

    private static final int SLICES = 1_000;
    private static final double MOST_STEPS = 5e6;

    private FileBounds() {}

    static List<Bound> of(BoundCase asked) {
        List<Bound> bounds = new ArrayList<>(FlashFile.of(asked));
        meanTime(asked).ifPresent(bounds::add);
        asked.steady().ifPresent(arrivals -> {
            if (asked.def().hasSwarm()) {
                bounds.addAll(openSwarm(asked, arrivals));
            } else {
                sharedLink(asked, arrivals).ifPresent(bounds::add);
            }
        });
        return bounds;
    }

    /**
     * People come as a fluid, and the machines work off what they want as fast as they can, peers with all uplinks from
     * the first second: whoever is served first, on average nobody is there for less time. Nor less than its own line
     * takes. Of files that differ the small ones may come first, and with a warm-up only some count.
     */
    private static Optional<Bound> meanTime(BoundCase asked) {
        double bits = asked.content().file().sizeBytes().mean() * 8;
        double perSecond = allUplinks(asked) / bits;
        boolean whole = asked.spec().doneShare() == 0 || asked.spec().doneShare() == 1;
        boolean simple = asked.audience().initialViewers() == 0
                && asked.content().file().constantSize()
                && asked.spec().warmupMicros() == 0
                && asked.spec().frontDoor().stream().noneMatch(DoorBounds::refuses);
        if (!whole || !simple || perSecond <= 0 || asked.steady().isPresent()) {
            return Optional.empty();
        }
        PressCurve presses = PressCurve.of(asked.audience());
        double all = Arrays.stream(presses.people()).sum();
        if (all / perSecond / presses.stepSeconds() > MOST_STEPS) {
            return Optional.empty();
        }
        double shared = FluidChain.of(presses.people(), presses.stepSeconds(), new double[] {perSecond})
                .meanWaitSeconds();
        double alone = OwnLines.of(asked).waiting(Statistic.MEAN);
        String why = shared > alone
                ? BoundCase.say(
                        "machines%s send %s at most, whoever is served first",
                        asked.def().hasSwarm() ? " and all people's uplinks" : "", BoundCase.bps(allUplinks(asked)))
                : "the mean over people's own lines";
        return Optional.of(Bound.atLeast(
                COMPLETION,
                Math.max(shared, alone),
                why,
                "that both limits hold at once, equal shares instead of one after the other, and pieces that nobody near"
                        + " holds",
                asked.complete() ? Bound.ROUNDING + asked.luck() : Double.POSITIVE_INFINITY));
    }

    /** What the operator's machines and all people can send at once. */
    private static double allUplinks(BoundCase asked) {
        return FlashFile.serverBps(asked) + meanUpload(asked) * asked.audience().viewers();
    }

    /** The fluid of Qiu and Srikant, of which the operator's seeds are no part. */
    private static List<Bound> openSwarm(BoundCase asked, Steady arrivals) {
        Law linger = asked.def().swarm().trading().lingerSeconds();
        double bits = asked.content().file().bytes() * 8.0;
        double up = meanUpload(asked) / bits;
        if (linger == null
                || linger.mean() <= 0
                || up <= 0
                || asked.content().titles().count() > 1) {
            return List.of();
        }
        double down = meanDownload(asked) / bits;
        QiuSrikant fluid = new QiuSrikant(arrivals.perSecond(), up, down, 0, 1 / linger.mean(), 1);
        double seconds = fluid.meanLeechingSeconds();
        if (LONG * (seconds + linger.mean()) > arrivals.seconds()) {
            return List.of();
        }
        String why = BoundCase.say(
                "Qiu and Srikant's fluid in its steady state, %s limited",
                fluid.downloadLimited() ? "downlinks" : "uplinks");
        String left =
                "the operator's seeds (faster), pieces that a neighbour lacks, lines that differ (slower), and the"
                        + " way to the steady state";
        return List.of(
                Bound.about("leechers", fluid.steadyState().leechers(), why, left),
                Bound.about("seeds-online", fluid.steadyState().seeds(), why, left),
                Bound.about(COMPLETION, seconds, why, left));
    }

    /** An origin that divides its uplink among those who are there. */
    private static Optional<Bound> sharedLink(BoundCase asked, Steady arrivals) {
        boolean door = !asked.spec().frontDoor().isEmpty();
        if (door || asked.def().origin() == null || !asked.def().edges().isEmpty() || limited(asked)) {
            return Optional.empty();
        }
        double bits = asked.content().file().sizeBytes().mean() * 8;
        double link = asked.def().servingCapacityBps();
        double flow = Math.min(link, meanDownload(asked));
        if (link <= 0 || arrivals.perSecond() * bits >= link || link / flow > 1e9) {
            return Optional.empty();
        }
        ProcessorSharing sharing = new ProcessorSharing(arrivals.perSecond(), bits, link, flow);
        if (LONG * sharing.meanSeconds() > arrivals.seconds()) {
            return Optional.empty();
        }
        return Optional.of(Bound.about(
                COMPLETION,
                sharing.meanSeconds(),
                BoundCase.say("the link is shared equally and %.0f%% in use", 100 * sharing.load()),
                "round trips, lines that differ, and the empty beginning"));
    }

    private static boolean limited(BoundCase asked) {
        return asked.def().origin().connections() > 0;
    }

    /** Mean over people of what they may upload. */
    static double meanUpload(BoundCase asked) {
        Swarm swarm = asked.def().swarm();
        return swarm == null
                ? 0
                : OffloadBound.of(asked.audience(), asked.content(), swarm).meanUploadBps();
    }

    private static double meanDownload(BoundCase asked) {
        double[] shares = asked.audience().accessShares();
        double mean = 0;
        for (int a = 0; a < shares.length; a++) {
            Law down = asked.audience().access().get(a).downBps();
            double sum = 0;
            for (int i = 0; i < SLICES; i++) {
                sum += down.quantile((i + 0.5) / SLICES);
            }
            mean += shares[a] * sum / SLICES;
        }
        return mean;
    }
}
