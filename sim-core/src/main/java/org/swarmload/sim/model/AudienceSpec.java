package org.swarmload.sim.model;

import java.util.List;

/**
 * The people who press play. Shares of each list sum to 1; every attribute of a viewer is drawn from (seed,
 * replication, viewer number, purpose), so the audience is the same in every delivery.
 *
 * @param unlockMicros model time at which the title unlocks; who comes earlier waits and presses play then, plus notice
 * @param noticeSeconds how long after the unlock a viewer who was waiting for it presses play (apps that poll, people
 *     who look away); constant 0 is everybody at that instant. YAML: {@code audience.notice}
 * @param staySeconds content a viewer means to watch, in seconds, cut at the title's length
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
        Law staySeconds) {

    public AudienceSpec {
        arrivals = List.copyOf(arrivals);
        regions = List.copyOf(regions);
        access = List.copyOf(access);
        devices = List.copyOf(devices);
    }

    /** A share of the viewers comes at unlock + offset (seconds; negative is before the unlock). */
    public record Arrival(double share, Law offsetSeconds) {}

    /**
     * A viewer who waits for the first frame leaves at {@code from + U / perSecond} seconds after pressing play, but a
     * share 1 - cap never leaves; U uniform. Source of the default: Krishnan and Sitaraman, IMC 2012 (2 s, 5.8 points
     * a second). One stall that outlasts {@code stallSeconds} ends the session.
     */
    public record Patience(double startupFromSeconds, double startupPerSecond, double startupCap, Law stallSeconds) {}

    public enum Backoff {
        NONE,
        FIXED,
        EXPONENTIAL
    }

    public enum Jitter {
        NONE,
        EQUAL,
        FULL
    }

    /** What the player does after a refusal: delay of retry k, at most {@code attempts} retries. */
    public record Retry(Backoff backoff, long firstMicros, long capMicros, Jitter jitter, int attempts) {}

    /** What the person does after the player has given up: press play again, at most {@code attempts} times. */
    public record Reload(Law afterSeconds, int attempts) {}

    public record Region(String name, double share) {}

    /** A class of access lines; {@code uploadAllowed} false means viewers on it never upload (mobile plans). */
    public record Access(String name, double share, Law downBps, Law upBps, Law rttSeconds, boolean uploadAllowed) {}

    public enum PeerRole {
        FULL,
        DOWNLOAD_ONLY,
        NONE
    }

    /**
     * @param cacheBytes played pieces that stay available to others
     * @param topRendition index of the best rendition the screen can show
     */
    public record Device(String name, double share, PeerRole role, long cacheBytes, int topRendition) {}
}
