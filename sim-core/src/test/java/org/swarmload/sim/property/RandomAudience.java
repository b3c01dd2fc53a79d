package org.swarmload.sim.property;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.AudienceSpec.Region;
import org.swarmload.sim.model.AudienceSpec.Reload;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.Law;

/** Random people: how they come, what lines and screens they have, and how patient they are. */
final class RandomAudience {
    private static final int MOST_OF_A_COMPONENT = 25;

    private final Dice dice;
    private final ContentSpec content;
    private final long unlock;

    RandomAudience(Dice dice, ContentSpec content, long unlock) {
        this.dice = dice;
        this.content = content;
        this.unlock = unlock;
    }

    AudienceSpec audience(int regions) {
        int classes = dice.between(1, 3);
        List<Initial> initial = initial(classes);
        List<Law> sharedOffsets = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        int counted = counted(arrivals);
        boolean nobodyDealt = counted > 0 && dice.chance(50);
        int dealt = nobodyDealt ? 0 : dice.between(1, MOST_OF_A_COMPONENT);
        int here = initial.stream().mapToInt(Initial::count).sum();
        int viewers = dealt + counted + here;
        List<Arrival> all = withShares(arrivals, viewers);
        double[] shares = dice.shares(dice.between(1, 3));
        for (int i = 0; !nobodyDealt && i < shares.length; i++) {
            sharedOffsets.add(offsets());
            all.add(new Arrival(shares[i] * dealt / viewers, sharedOffsets.get(i)));
        }
        int classless = viewers
                - initial.stream()
                        .filter(group -> group.access() != AudienceSpec.BY_SHARE)
                        .mapToInt(Initial::count)
                        .sum();
        return new AudienceSpec(
                viewers,
                unlock,
                dice.chance(60) ? Law.constant(0) : dice.law(dice.scale(0.1, 10)),
                all,
                patience(),
                retry(),
                new Reload(dice.law(dice.scale(0.001, 5)), dice.chance(40) ? 0 : dice.between(1, 5)),
                regions(regions, viewers),
                access(classes, classless),
                devices(viewers),
                dice.chance(60) ? Law.constant(1e9) : dice.law(dice.scale(1, 60)),
                initial);
    }

    private static List<Arrival> withShares(List<Arrival> counted, int viewers) {
        return new ArrayList<>(counted.stream()
                .map(a -> new Arrival((double) a.count() / viewers, a.count(), a.offsetSeconds(), a.inOrder()))
                .toList());
    }

    /** Adds components that have a count; returns how many people they are. */
    private int counted(List<Arrival> arrivals) {
        int people = 0;
        for (int i = dice.chance(50) ? dice.between(1, 2) : 0; i > 0; i--) {
            int count = dice.between(1, MOST_OF_A_COMPONENT);
            people += count;
            double from = dice.chance(50) ? 0 : dice.between(-10.0, 20.0);
            switch (dice.between(0, 3)) {
                case 0 ->
                    arrivals.add(new Arrival(
                            0, count, new Law.Steps(from, dice.oneOf(List.of(0.5, 1.0, 7.0)), count), true));
                case 1 -> arrivals.add(new Arrival(0, count, listed(count), true));
                default -> arrivals.add(new Arrival(0, count, offsets(), false));
            }
        }
        return people;
    }

    private Law listed(int count) {
        double[] times = new double[count];
        double at = dice.between(-5, 5);
        for (int i = 0; i < count; i++) {
            times[i] = at;
            at += dice.oneOf(List.of(0.0, 0.0, 0.5, 1.0, 2.0));
        }
        return new Law.Listed(times);
    }

    private Law offsets() {
        double length = dice.scale(1, 60);
        Law law = switch (dice.between(0, 7)) {
            case 0 -> Law.constant(0);
            case 1 -> new Law.Uniform(-length / 2, length);
            case 2 -> new Law.Exponential(length / 2);
            case 3 -> new Law.Ramp(dice.between(0, 1), dice.between(1, 3), length);
            case 4 -> new Law.CutExponential(length / 3, length);
            case 5 -> Law.Lognormal.ofMedian(length / 3, 0.9);
            case 6 -> new Law.Triangular(-1, length / 4, length);
            default -> new Law.Uniform(0, length);
        };
        return dice.chance(20) ? new Law.Shifted(dice.between(-5.0, 5.0), law) : law;
    }

    private List<Initial> initial(int classes) {
        List<Initial> groups = new ArrayList<>();
        for (int i = dice.chance(25) ? dice.between(1, 2) : 0; i > 0; i--) {
            Holding holding = content.isFile() ? dice.oneOf(List.of(Holding.values())) : Holding.NONE;
            groups.add(new Initial(
                    dice.between(1, 6),
                    holding,
                    holding == Holding.ALL_BUT ? dice.between(1, 5) : 0,
                    holding == Holding.SHARE ? dice.between(0.0, 1.0) : 0,
                    dice.chance(50) ? AudienceSpec.BY_SHARE : dice.between(0, classes - 1),
                    dice.chance(50) ? null : dice.law(dice.scale(1, 60))));
        }
        return groups;
    }

    private Patience patience() {
        Law stalls = dice.law(dice.scale(0.5, 60));
        if (dice.chance(25)) {
            return new Patience(0, 0, 0, dice.law(dice.scale(0.5, 60)), stalls);
        }
        return dice.chance(30) ? new Patience(0, 0, 0, stalls) : new Patience(2, dice.between(0.01, 0.3), 0.9, stalls);
    }

    private Retry retry() {
        Backoff backoff = dice.oneOf(List.of(Backoff.values()));
        long first = dice.micros(0.05, 3);
        int attempts = dice.chance(15) ? Retry.FOR_EVER : dice.between(0, 5);
        return new Retry(
                backoff,
                backoff == Backoff.NONE ? 0 : first,
                backoff == Backoff.NONE ? 0 : first * dice.between(1, 8),
                dice.oneOf(List.of(Jitter.values())),
                backoff == Backoff.NONE ? 0 : attempts,
                backoff == Backoff.LAW ? dice.law(dice.scale(0.05, 5)) : null,
                dice.chance(20) ? dice.between(0.0, 0.5) : 0);
    }

    private List<Region> regions(int count, int viewers) {
        List<Region> regions = new ArrayList<>();
        double[] shares = dice.shares(count);
        int[] counts = dice.chance(25) ? dice.counts(count, viewers) : null;
        for (int i = 0; i < count; i++) {
            regions.add(
                    counts == null
                            ? new Region("g" + i, shares[i])
                            : new Region("g" + i, (double) counts[i] / viewers, counts[i]));
        }
        return regions;
    }

    private List<Access> access(int count, int viewers) {
        List<Access> classes = new ArrayList<>();
        double[] shares = dice.shares(count);
        int[] counts = dice.chance(25) ? dice.counts(count, viewers) : null;
        for (int i = 0; i < count; i++) {
            Law down = dice.law(dice.scale(200_000, 40e6));
            Law up = dice.chance(10) ? Law.constant(0) : dice.law(dice.scale(100_000, 20e6));
            Law rtt = dice.chance(30) ? Law.constant(0) : dice.law(dice.scale(0.001, 0.5));
            classes.add(new Access(
                    "c" + i,
                    counts == null ? shares[i] : (double) counts[i] / Math.max(1, viewers),
                    counts == null ? AudienceSpec.BY_SHARE : counts[i],
                    down,
                    up,
                    rtt,
                    dice.chance(85)));
        }
        return classes;
    }

    private List<Device> devices(int viewers) {
        int count = dice.between(1, 3);
        List<Device> devices = new ArrayList<>();
        double[] shares = dice.shares(count);
        int[] counts = dice.chance(25) ? dice.counts(count, viewers) : null;
        for (int i = 0; i < count; i++) {
            devices.add(new Device(
                    "d" + i,
                    counts == null ? shares[i] : (double) counts[i] / viewers,
                    counts == null ? AudienceSpec.BY_SHARE : counts[i],
                    dice.chance(60) ? PeerRole.FULL : dice.oneOf(List.of(PeerRole.values())),
                    dice.chance(40) ? 1L << 30 : (long) dice.scale(1e5, 1e8),
                    dice.between(0, content.renditions().size() - 1)));
        }
        return devices;
    }
}
