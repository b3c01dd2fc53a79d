package org.swarmload.sim.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The people who press play. Shares of each list sum to 1; every attribute of a viewer is drawn from (seed,
 * replication, viewer number, purpose), so the audience is the same in every delivery.
 *
 * <p>Numbers: first those who are here from the beginning, group by group; then the arrivals that have a count, one
 * component after the other; the rest is dealt to the other components by their shares.
 *
 * @param viewers all of them, those who are here from the beginning included
 * @param unlockMicros model time at which the title unlocks; who comes earlier waits and presses play then, plus notice
 * @param noticeSeconds how long after the unlock a viewer who was waiting for it presses play (apps that poll, people
 *     who look away); constant 0 is everybody at that instant. YAML: {@code audience.notice}
 * @param staySeconds content a viewer means to watch, in seconds, cut at the title's length
 * @param initial who is here from the beginning
 */
public record AudienceSpec(
        int viewers,
        long unlockMicros,
        Law noticeSeconds,
        List<Arrival> arrivals,
        Patience patience,
        Retry retry,
        Reload reload,
        List<Region> regions,
        List<Access> access,
        List<Device> devices,
        Law staySeconds,
        List<Initial> initial) {
    /** The count of a class that has its share and no count. */
    public static final int BY_SHARE = -1;

    public AudienceSpec {
        arrivals = List.copyOf(arrivals);
        regions = List.copyOf(regions);
        access = List.copyOf(access);
        devices = List.copyOf(devices);
        initial = List.copyOf(initial);
    }

    /** An audience of which nobody is here from the beginning. */
    public AudienceSpec(
            int viewers,
            long unlockMicros,
            Law noticeSeconds,
            List<Arrival> arrivals,
            Patience patience,
            Retry retry,
            Reload reload,
            List<Region> regions,
            List<Access> access,
            List<Device> devices,
            Law staySeconds) {
        this(
                viewers,
                unlockMicros,
                noticeSeconds,
                arrivals,
                patience,
                retry,
                reload,
                regions,
                access,
                devices,
                staySeconds,
                List.of());
    }

    /** How many are here from the beginning; they have the least numbers. */
    public int initialViewers() {
        return initial.stream().mapToInt(Initial::count).sum();
    }

    /** Part of all viewers on each access class, expected where it is drawn; groups on a given class are counted in. */
    public double[] accessShares() {
        double[] shares = peopleByAccess(group -> true);
        Arrays.setAll(shares, i -> shares[i] / Math.max(1, viewers));
        return shares;
    }

    /**
     * How many are on each access class, expected where it is drawn: of those who come later and of the chosen groups
     * that are here from the beginning. A class's own share says it only of those whose class is not given.
     */
    public double[] peopleByAccess(Predicate<Initial> chosen) {
        double[] people = new double[access.size()];
        int dealt = viewers - initialViewers();
        for (Initial group : initial) {
            if (chosen.test(group) && group.access() == BY_SHARE) {
                dealt += group.count();
            } else if (chosen.test(group)) {
                people[group.access()] += group.count();
            }
        }
        for (int i = 0; i < people.length; i++) {
            people[i] += access.get(i).share() * dealt;
        }
        return people;
    }

    /**
     * A share of the viewers comes at unlock + offset (seconds; negative is before the unlock).
     *
     * @param share of all viewers, also when there is a count
     * @param count exactly so many, or {@link #BY_SHARE}
     * @param inOrder the k-th of n comes at the (k + 1/2) / n quantile of the offsets, not at a draw; needs a count
     */
    public record Arrival(double share, int count, Law offsetSeconds, boolean inOrder) {
        /** A share of the viewers, each at a drawn offset. */
        public Arrival(double share, Law offsetSeconds) {
            this(share, BY_SHARE, offsetSeconds, false);
        }
    }

    /** Which pieces a viewer who is here from the beginning holds then. */
    public enum Holding {
        NONE,
        ALL,
        /** All but the first {@code lacking} pieces. */
        ALL_BUT,
        /** Each piece with probability {@code share}, drawn for each viewer and piece. */
        SHARE
    }

    /**
     * People who are here at model time 0: they press play then, whether or not the title is unlocked, and pass no
     * door.
     *
     * @param lacking of {@link Holding#ALL_BUT}, else 0
     * @param share of {@link Holding#SHARE}, else 0
     * @param access index of their access class; {@link #BY_SHARE} deals them like everybody else
     * @param staySeconds how long they stay; null is for ever (a title on demand: to its end)
     */
    public record Initial(int count, Holding holding, int lacking, double share, int access, Law staySeconds) {}

    /**
     * A viewer who waits for the first frame leaves at {@code from + U / perSecond} seconds after pressing play, but a
     * share 1 - cap never leaves; U uniform. Source of the default: Krishnan and Sitaraman, IMC 2012 (2 s, 5.8 points
     * a second). One stall that outlasts {@code stallSeconds} ends the session.
     *
     * @param startupSeconds if it is not null, the first three have no meaning and the viewer leaves this long after
     *     pressing play
     */
    public record Patience(
            double startupFromSeconds,
            double startupPerSecond,
            double startupCap,
            Law startupSeconds,
            Law stallSeconds) {
        /** Patience by the linear rule. */
        public Patience(double startupFromSeconds, double startupPerSecond, double startupCap, Law stallSeconds) {
            this(startupFromSeconds, startupPerSecond, startupCap, null, stallSeconds);
        }
    }

    public enum Backoff {
        NONE,
        FIXED,
        EXPONENTIAL,
        /** Each delay is a draw of its own. */
        LAW
    }

    public enum Jitter {
        NONE,
        EQUAL,
        FULL
    }

    /**
     * What the player does after a refusal.
     *
     * @param attempts retries at most; {@link #FOR_EVER} is no limit
     * @param delaySeconds law of each delay, of {@link Backoff#LAW}; else null
     * @param giveUpShare after each refusal the player gives up with this probability, whatever retries are left
     */
    public record Retry(
            Backoff backoff,
            long firstMicros,
            long capMicros,
            Jitter jitter,
            int attempts,
            Law delaySeconds,
            double giveUpShare) {
        public static final int FOR_EVER = Integer.MAX_VALUE;

        /** Delay of retry k by the first delay, at most {@code attempts} retries. */
        public Retry(Backoff backoff, long firstMicros, long capMicros, Jitter jitter, int attempts) {
            this(backoff, firstMicros, capMicros, jitter, attempts, null, 0);
        }
    }

    /** What the person does after the player has given up: press play again, at most {@code attempts} times. */
    public record Reload(Law afterSeconds, int attempts) {}

    /** @param count see {@link Access} */
    public record Region(String name, double share, int count) {
        public Region(String name, double share) {
            this(name, share, BY_SHARE);
        }
    }

    /**
     * A class of access lines; {@code uploadAllowed} false means viewers on it never upload (mobile plans).
     *
     * @param share of those whose class no {@link Initial} gives, also when there is a count; of all see
     *     {@link #accessShares}
     * @param count exactly so many of them, in the order of viewers' numbers, the first class first; {@link #BY_SHARE} draws.
     *     Either all classes have counts or none has
     */
    public record Access(
            String name, double share, int count, Law downBps, Law upBps, Law rttSeconds, boolean uploadAllowed) {
        public Access(String name, double share, Law downBps, Law upBps, Law rttSeconds, boolean uploadAllowed) {
            this(name, share, BY_SHARE, downBps, upBps, rttSeconds, uploadAllowed);
        }
    }

    public enum PeerRole {
        FULL,
        DOWNLOAD_ONLY,
        NONE
    }

    /**
     * @param count see {@link Access}
     * @param cacheBytes played pieces that stay available to others
     * @param topRendition index of the best rendition the screen can show
     */
    public record Device(String name, double share, int count, PeerRole role, long cacheBytes, int topRendition) {
        public Device(String name, double share, PeerRole role, long cacheBytes, int topRendition) {
            this(name, share, BY_SHARE, role, cacheBytes, topRendition);
        }
    }
}
