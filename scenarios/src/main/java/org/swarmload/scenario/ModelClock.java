package org.swarmload.scenario;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Model time beside the planner's clock. Model time 0 is the whole number of minutes before the unlock that lets the
 * earliest possible arrival happen at 0 or later, so clock minutes are model minutes.
 *
 * @param unlock the planner's clock when the title unlocks
 * @param unlockMicros the same in model time
 * @param endMicros model time at which the simulation ends at the latest
 */
public record ModelClock(LocalTime unlock, ZoneId zone, long unlockMicros, long endMicros) {
    private static final long MINUTE = 60_000_000L;
    /** A run that ends when enough viewers have finished gives up after this time. */
    private static final long LATEST_DONE = 7 * 24 * 60 * MINUTE;

    private static final double LATEST_QUANTILE = 0.9999;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** The clock of a model with these faults. */
    public static ModelClock of(Content content, Audience audience, RunPlan run, ZoneId zone, List<FaultDef> faults) {
        double earliest = 0;
        for (ArrivalDef arrival : audience.arrivals()) {
            earliest = Math.min(earliest, arrival.offsetSeconds().quantile(0));
        }
        long unlockMicros = (long) Math.ceil(-earliest / 60) * MINUTE;
        Long until = run.untilOffsetMicros();
        if (until == null) {
            until = run.doneShare() > 0 ? LATEST_DONE : (Long) lastSessionMicros(content, audience, faults);
        }
        long end = unlockMicros + until;
        return new ModelClock(content.unlocks(), zone, unlockMicros, end);
    }

    /**
     * Offset from the unlock by which everyone has had the time to watch to the end: the arrival that all but one in
     * ten thousand precede (and fewer than a tenth of one viewer follow), the whole title, half of it again for stalls,
     * every fault once more, and half an hour for a busy door. A whole minute.
     */
    private static long lastSessionMicros(Content content, Audience audience, List<FaultDef> faults) {
        double latestSeconds = 0;
        for (ArrivalDef arrival : audience.arrivals()) {
            double expected = Math.max(1, arrival.expected() + arrival.share() * audience.dealt());
            double quantile = Math.max(LATEST_QUANTILE, 1 - 0.1 / expected);
            latestSeconds = Math.max(latestSeconds, arrival.offsetSeconds().quantile(quantile));
        }
        latestSeconds = Math.max(latestSeconds, audience.notice().quantile(LATEST_QUANTILE));
        if (content.title().isFile()) {
            return (long) (latestSeconds * 1e6) + LATEST_DONE;
        }
        long length = content.title().lengthMicros();
        long down = faults.stream().mapToLong(FaultDef::forMicros).sum();
        long raw = (long) (latestSeconds * 1e6) + length + length / 2 + down + 30 * MINUTE;
        return (raw + MINUTE - 1) / MINUTE * MINUTE;
    }

    /** The planner's clock at a model time. */
    public LocalTime at(long modelMicros) {
        return unlock.plusNanos(Math.multiplyExact(Math.floorMod(modelMicros - unlockMicros, 86_400_000_000L), 1_000L));
    }

    /** "21:03" at a model time. */
    public String minutes(long modelMicros) {
        return MINUTES.format(at(modelMicros));
    }

    /** "21:03:30" at a model time. */
    public String seconds(long modelMicros) {
        return SECONDS.format(at(modelMicros));
    }
}
