package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.theory.OffloadBound;
import org.swarmload.sim.theory.PeakDemand;
import org.swarmload.sim.theory.PeerAssist;
import org.swarmload.sim.theory.StreamingBound;
import org.swarmload.study.StudyResult.Bound;

/** What a crowd can carry. */
final class SwarmBounds {
    /** Not a metric of a run: the rate at which everybody present can watch. */
    static final String GREATEST_RATE = "greatest-rate-bps";

    /** A live swarm so large has an offload that no run tells from 1. */
    private static final double LARGE = 1_000;

    private SwarmBounds() {}

    static List<Bound> of(BoundCase asked) {
        List<Bound> bounds = new ArrayList<>();
        if (!asked.def().hasSwarm()) {
            return bounds;
        }
        OffloadBound wanted =
                OffloadBound.of(asked.audience(), asked.content(), asked.def().swarm());
        bounds.add(offload(asked, wanted));
        if (!asked.content().isFile()) {
            bounds.addAll(streaming(asked, wanted.meanUploadBps()));
            assist(asked, wanted).ifPresent(bounds::add);
        }
        return bounds;
    }

    /**
     * Only the copies are a limit whatever happens, and that nothing comes from viewers if none may send or receive. A mean
     * over people is none over bytes: where fast uplinks stay and slow ones leave, or screens without peers starve, viewers
     * carry more than the others' part in it says.
     */
    private static Bound offload(BoundCase asked, OffloadBound wanted) {
        double watched = asked.simulated("mean-bitrate").orElse(wanted.meanRateBps());
        // Uplinks also work while a picture stands or skips: what counts is what comes in each second of a visit.
        OffloadBound bound =
                wanted.atRate(watched * asked.simulated("continuity").orElse(1.0));
        double value = bound.value();
        String reason;
        if (value == bound.byUpload()) {
            reason = "viewers may upload %s each on average and watch %s, if all stay equally long"
                    .formatted(BoundCase.bps(bound.meanUploadBps()), BoundCase.bps(watched));
        } else if (value == bound.byReceivers() && value < 1) {
            reason = "the other bytes go to screens that cannot receive from viewers, if these get all they want";
        } else {
            reason = value == 1 ? "some hold pieces from the beginning" : "somebody must fetch every piece first";
        }
        boolean certain = value == bound.byCopies() || value == 0;
        return Bound.atMost(
                "offload",
                value,
                reason,
                "start-up from servers, pieces that no neighbour holds yet, uplinks that idle, and viewers who come and"
                        + " go",
                certain ? Bound.ROUNDING + asked.numberLuck() : Double.POSITIVE_INFINITY);
    }

    /** The universal streaming bound at the busiest instant: which picture crowd and servers carry together. */
    private static List<Bound> streaming(BoundCase asked, double meanUploadBps) {
        PeakDemand demand = CrowdBounds.demand(asked);
        int viewers = (int) Math.round(demand.concurrentViewers());
        long servers = asked.mostServingBps();
        if (viewers < 1 || servers <= 0) {
            return List.of();
        }
        double rate = StreamingBound.greatestBps(servers, viewers, viewers * meanUploadBps);
        String carried = asked.content().renditions().stream()
                .filter(rendition -> rendition.rateBps() <= rate)
                .reduce((lower, higher) -> higher)
                .map(Rendition::name)
                .map(name -> "enough for everybody to watch '" + name + "'")
                .orElse("too little for the lowest rendition");
        String why = BoundCase.say(
                "servers %s and viewers' uplinks %s each, for %,d at once: %s",
                BoundCase.bps(servers), BoundCase.bps(meanUploadBps), viewers, carried);
        List<Bound> bounds = new ArrayList<>();
        bounds.add(new Bound(GREATEST_RATE, "=", rate, why));
        double lowest = asked.content().renditions().get(0).rateBps();
        if (rate < lowest) {
            // No limit: what is buffered before the first frame is played too, and who never has one is in neither
            // time.
            bounds.add(Bound.about(
                    "continuity",
                    StreamingBound.bestContinuity(servers, viewers, viewers * meanUploadBps, lowest),
                    why,
                    "waits before the first frame and people who leave in them (more is played), times at which fewer are"
                            + " there, and everything that keeps uplinks idle"));
        }
        return bounds;
    }

    /** Peer-assist in a small live swarm that one copy feeds. */
    private static Optional<Bound> assist(BoundCase asked, OffloadBound wanted) {
        double best = asked.content()
                .renditions()
                .get(asked.content().renditions().size() - 1)
                .rateBps();
        boolean all = asked.audience().devices().stream().allMatch(device -> device.role() == PeerRole.FULL)
                && asked.audience().access().stream()
                        .allMatch(line -> line.uploadAllowed() && line.upBps().quantile(0.001) >= best);
        if (!asked.content().isLive() || !all || wanted.byUpload() < 1) {
            return Optional.empty();
        }
        return asked.steady().flatMap(steady -> {
            double stay = asked.audience().staySeconds().mean();
            double present = steady.perSecond() * stay;
            double[] parts = asked.content().titles().shares();
            double offload = 0;
            for (double part : parts) {
                offload += part * PeerAssist.offload(present * part);
            }
            if (present > LARGE || stay > steady.seconds() / 2) {
                return Optional.empty();
            }
            return Optional.of(Bound.about(
                    "offload",
                    offload,
                    BoundCase.say("%.1f viewers at once on average and one copy from the servers", present),
                    "the time until a newcomer finds others, pieces fetched twice, and the ends of the broadcast"));
        });
    }
}
