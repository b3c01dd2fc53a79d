package org.swarmload.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.swarmload.scenario.Durations;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ServiceSpec;

/**
 * What each viewer's line alone makes of a visit: a start takes a round trip for each call at the front door and one for
 * the first piece, and the start-up buffer must come down in the lowest rendition. A download takes the same and all its
 * bytes. Of a broadcast nobody has a frame before its delay has passed.
 */
final class OwnLines {
    private static final int DOWN_SLICES = 1_000;
    private static final int RTT_SLICES = 20;
    private static final int LAW_SLICES = 1_000;
    private static final int COARSER = 4;
    private static final int COARSER_OF_SIZES = 10;
    private static final double SECONDS = 1e6;

    /** Viewers who are alike. */
    private record Group(double weight, double waitSeconds, double stays, double downBps, double rateBps) {}

    private final BoundCase asked;
    private final List<Group> groups = new ArrayList<>();
    private final int trips;
    private final List<LiveStart> starts;

    private OwnLines(BoundCase asked) {
        this.asked = asked;
        int calls =
                asked.spec().frontDoor().stream().mapToInt(ServiceSpec::calls).sum();
        this.trips = 1 + calls;
        this.starts = LiveStart.of(asked.content(), asked.audience());
    }

    static OwnLines of(BoundCase asked) {
        OwnLines lines = new OwnLines(asked);
        double[] shares = sharesOfReceivers(asked);
        for (int a = 0; a < shares.length; a++) {
            Access access = asked.audience().access().get(a);
            if (shares[a] > 0 && lines.reserved()) {
                for (Device device : asked.audience().devices()) {
                    lines.add(access, shares[a] * device.share(), device.topRendition());
                }
            } else if (shares[a] > 0) {
                lines.add(access, shares[a], 0);
            }
        }
        lines.groups.sort(Comparator.comparingDouble(Group::waitSeconds));
        return lines;
    }

    /** Part of those who receive something on each access class: who brings a whole file downloads nothing. */
    private static double[] sharesOfReceivers(BoundCase asked) {
        boolean file = asked.content().isFile();
        double[] people = asked.audience().peopleByAccess(group -> !file || group.holding() != Holding.ALL);
        double all = Arrays.stream(people).sum();
        return all == 0
                ? asked.audience().accessShares()
                : Arrays.stream(people).map(n -> n / all).toArray();
    }

    /** Whether sessions hold the rate of the best rendition and never show a lower one. */
    private boolean reserved() {
        Server server = !asked.spec().delivery().edges().isEmpty()
                ? asked.spec().delivery().edges().get(0).server()
                : asked.spec().delivery().origin();
        return server != null
                && server.admission() == Admission.RESERVED
                && !asked.content().isFile();
    }

    private void add(Access access, double share, int rendition) {
        double[] bits = startBits(rendition);
        // Where sizes, or starts by rule, differ as well, coarser slices of the line keep the product small.
        int coarser = bits.length > 1 ? COARSER_OF_SIZES : starts.size() > 1 ? COARSER : 1;
        int downs = access.downBps() instanceof Law.Constant ? 1 : DOWN_SLICES / coarser;
        int trips = access.rttSeconds() instanceof Law.Constant ? 1 : RTT_SLICES / coarser;
        double rate = asked.content().renditions().get(rendition).rateBps();
        for (int i = 0; i < downs; i++) {
            double down = Math.max(1_000, access.downBps().quantile((i + 0.5) / downs));
            for (int j = 0; j < trips; j++) {
                double roundTrip = access.rttSeconds().quantile((j + 0.5) / trips);
                for (double each : bits) {
                    add(share / downs / trips / bits.length, waitSeconds(down, roundTrip, each), down, rate);
                }
            }
        }
    }

    /** People whose line takes so long, by when they may start. */
    private void add(double share, double lineSeconds, double downBps, double rateBps) {
        for (LiveStart start : starts) {
            double wait = Math.max(lineSeconds, start.seconds());
            groups.add(new Group(share * start.share(), wait, stays(wait), downBps, rateBps));
        }
    }

    private double waitSeconds(double downBps, double roundTrip, double bits) {
        double door = (trips - 1) * roundTrip;
        double first = asked.def().hasSwarm() ? Math.min(roundTrip, roundTrip / 2 + coreTrip()) : roundTrip;
        return door + first + bits / downBps;
    }

    private double coreTrip() {
        return asked.def().swarm().trading().coreTripMicros() / SECONDS;
    }

    /** What must have come before a viewer has something of it; where it is drawn, each for as many viewers. */
    private double[] startBits(int rendition) {
        ContentSpec content = asked.content();
        if (content.isFile()) {
            int sizes = content.file().constantSize() ? 1 : LAW_SLICES;
            double[] bits = new double[sizes];
            Arrays.setAll(bits, i -> content.file().sizeBytes().quantile((i + 0.5) / sizes) * 8);
            return bits;
        }
        long segment = content.segmentMicros();
        double buffer = Math.min(asked.spec().player().startupBufferMicros(), content.lengthMicros());
        return new double[] {Math.max(1, Math.ceil(buffer / segment)) * content.pieceBytes(rendition) * 8};
    }

    /** Share of viewers who are still there after that wait. */
    private double stays(double waitSeconds) {
        Patience patience = asked.audience().patience();
        if (patience.startupSeconds() == null) {
            double left = patience.startupPerSecond() * (waitSeconds - patience.startupFromSeconds());
            return 1 - Math.max(0, Math.min(patience.startupCap(), left));
        }
        int there = 0;
        for (int i = 0; i < LAW_SLICES; i++) {
            there += patience.startupSeconds().quantile((i + 0.5) / LAW_SLICES) > waitSeconds ? 1 : 0;
        }
        return (double) there / LAW_SLICES;
    }

    /** What a wait is made of. */
    String waitText() {
        String line = BoundCase.say(
                "%s and %s over the viewer's own line",
                trips == 1 ? "a round trip" : trips + " round trips (calls at the front door and the first bytes)",
                startText());
        boolean late = starts.stream().anyMatch(start -> start.seconds() > 0);
        return late
                ? BoundCase.say(
                        "%s; by content.delay nobody has a frame before %s after the unlock",
                        line, Durations.text(Math.round(LiveStart.firstFrameSeconds(asked.content()) * SECONDS)))
                : line;
    }

    private String startText() {
        double[] bits = startBits(0);
        return bits.length == 1
                ? size(bits[0] / 8)
                : size(asked.content().file().sizeBytes().mean()) + " on average";
    }

    private static String size(double bytes) {
        return bytes >= 1e9 ? BoundCase.say("%.2f GB", bytes / 1e9) : BoundCase.say("%.1f MB", bytes / 1e6);
    }

    /** Share of those who receive something whose line needs longer. */
    double slowerThan(double seconds) {
        return groups.stream()
                .filter(group -> group.waitSeconds() > seconds)
                .mapToDouble(Group::weight)
                .sum();
    }

    /** Share of those who receive something whose patience ends before their line has done its part. */
    double impatient() {
        return groups.stream()
                .mapToDouble(group -> group.weight() * (1 - group.stays()))
                .sum();
    }

    /** Over those who do not leave first. */
    double waiting(Statistic statistic) {
        return switch (statistic) {
            case MEAN -> meanWait();
            case P50 -> quantile(0.5);
            case P95 -> quantile(0.95);
            case P99 -> quantile(0.99);
            case MAX -> quantile(1 - 1.0 / Math.max(2, asked.audience().viewers()));
            case MIN -> quantile(0);
        };
    }

    private double meanWait() {
        double sum = 0;
        double all = 0;
        for (Group group : groups) {
            sum += group.weight() * group.stays() * group.waitSeconds();
            all += group.weight() * group.stays();
        }
        return all == 0 ? 0 : sum / all;
    }

    private double quantile(double share) {
        double all = groups.stream()
                .mapToDouble(group -> group.weight() * group.stays())
                .sum();
        double sum = 0;
        for (Group group : groups) {
            sum += group.weight() * group.stays();
            if (sum >= share * all) {
                return group.waitSeconds();
            }
        }
        return groups.get(groups.size() - 1).waitSeconds();
    }

    /** Share of those who receive something whose downlink is below the rate of the poorest picture. */
    double tooSlow() {
        return groups.stream()
                .filter(group -> group.downBps() < group.rateBps())
                .mapToDouble(Group::weight)
                .sum();
    }

    /** Stalled time over stalled and played time, if everybody who starts stays to the end. */
    double stallRatio() {
        double stay =
                Math.min(asked.audience().staySeconds().mean(), asked.content().lengthMicros() / SECONDS);
        double buffer = Math.min(stay, asked.spec().player().startupBufferMicros() / SECONDS);
        double stalled = 0;
        double all = 0;
        for (Group group : groups) {
            double slow = (stay - buffer) * group.rateBps() / group.downBps() - stay;
            double stall = Math.max(0, slow) * group.weight() * group.stays();
            stalled += stall;
            all += stall + stay * group.weight() * group.stays();
        }
        return all == 0 ? 0 : stalled / all;
    }
}
