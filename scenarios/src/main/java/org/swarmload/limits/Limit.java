package org.swarmload.limits;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;

/**
 * At which audience something breaks.
 *
 * @param below the greatest audience that was run at which it does not happen and below which it does not either; 0 if
 *     there is none
 * @param at the least audience that was run at which it happens; 0 if there is none
 * @param notAt audiences that were run, greater than {@code at}, at which it does not happen all the same
 * @param micros model time at which it happens at that audience; null if it has none
 */
public record Limit(Breakage what, State state, int below, int at, List<Integer> notAt, Long micros) {
    /** What the scan found. */
    public enum State {
        /** It happens at {@code at}, and does not at {@code below}. */
        FOUND,
        /** It happens at the smallest audience that was run. */
        ALREADY,
        /** It does not happen at any audience that was run. */
        NOT_REACHED,
        /** Nothing was measured at any audience. */
        NOT_MEASURED
    }

    /** The order in which things break: by audience, then by the clock; what does not happen comes last. */
    static final Comparator<Limit> ORDER = Comparator.comparing((Limit limit) -> limit.at == 0)
            .thenComparingInt(Limit::at)
            .thenComparingLong(limit -> limit.micros == null ? Long.MAX_VALUE : limit.micros);

    public Limit {
        notAt = List.copyOf(notAt);
    }

    /** @param points all that were run, by audience; at least one */
    static Limit of(Breakage what, NavigableMap<Integer, AudiencePoint> points) {
        Collection<AudiencePoint> all = points.values();
        if (all.stream().allMatch(point -> what.happensAt(point) == null)) {
            return new Limit(what, State.NOT_MEASURED, points.lastKey(), 0, List.of(), null);
        }
        AudiencePoint first =
                all.stream().filter(point -> happens(what, point)).findFirst().orElse(null);
        if (first == null) {
            return new Limit(what, State.NOT_REACHED, points.lastKey(), 0, List.of(), null);
        }
        Integer below = points.lowerKey(first.viewers());
        List<Integer> notAt = points.tailMap(first.viewers(), false).values().stream()
                .filter(point -> Boolean.FALSE.equals(what.happensAt(point)))
                .map(AudiencePoint::viewers)
                .toList();
        return new Limit(
                what,
                below == null ? State.ALREADY : State.FOUND,
                below == null ? 0 : below,
                first.viewers(),
                notAt,
                what.microsAt(first));
    }

    private static boolean happens(Breakage what, AudiencePoint point) {
        return Boolean.TRUE.equals(what.happensAt(point));
    }

    /** Whether an audience between the two should be looked at. */
    boolean isOpen(double within) {
        return state == State.FOUND && at - below > 1 && at > below * (1 + within);
    }

    /** The geometric middle of the bracket, in four digits where that is inside. */
    int middle() {
        long middle = Math.round(Math.sqrt((double) below * at));
        long step = 1;
        while (middle / step >= 10_000) {
            step *= 10;
        }
        long rounded = (middle + step / 2) / step * step;
        long inside = rounded > below && rounded < at ? rounded : middle;
        return (int) Math.min(at - 1, Math.max(below + 1, inside));
    }
}
