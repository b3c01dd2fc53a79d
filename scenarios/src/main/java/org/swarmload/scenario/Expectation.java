package org.swarmload.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is known of a result beforehand: from a theorem, a formula or a paper. A study holds its results against it.
 *
 * @param subject as written: "completion-time.max"
 * @param metric null when {@code series} says what is looked at
 * @param series name of a column of the time series; null unless there is a time
 * @param statistic over viewers; MEAN where the metric is no distribution
 * @param delivery null is the deciding delivery, or each one when none decides
 * @param atMicros the time to look at, counted from the unlock; 0 without a series
 * @param who the viewers it is about
 * @param per a metric of the same run whose mean divides the value; null for the value itself
 * @param relativeTo the delivery whose value divides this one's; null for the value itself
 * @param every whether each replication has to keep the limits, and not only their mean
 * @param source where the limits come from; may be empty
 */
public record Expectation(
        String subject,
        MetricWord metric,
        SeriesWord series,
        Objective.Statistic statistic,
        String delivery,
        long atMicros,
        Group who,
        MetricWord per,
        String relativeTo,
        Limits limits,
        boolean every,
        String source) {

    /**
     * The values that are right, in the metric's base unit.
     *
     * @param text as written: "19.2 within 0.8"
     * @param least may be minus infinity
     * @param most may be infinity
     * @param notation how values beside it are written
     */
    public record Limits(String text, double least, double most, Notation notation) {
        /** Limits without a unit. */
        public Limits(String text, double least, double most) {
            this(text, least, most, Notation.PLAIN);
        }

        /** Whether it is a value with a tolerance, of which a reader has to be told what is accepted. */
        public boolean hasTolerance() {
            return text.contains(" within ");
        }

        public boolean hold(double value) {
            return value >= least && value <= most;
        }
    }

    /**
     * How somebody wrote a value, so that others are written the same.
     *
     * @param unit that follows the number: "min", "%"; may be empty
     * @param factor of that unit to the base unit
     * @param digits significant digits that were written
     */
    public record Notation(String unit, double factor, int digits) {
        public static final Notation PLAIN = new Notation("", 1, 0);
    }

    /**
     * Some of the viewers: those of one access class, region and device (null is any) with a download of such a size.
     */
    public record Group(String access, String region, String device, double leastBytes, double mostBytes) {
        public static final Group EVERYBODY = new Group(null, null, null, 0, Double.POSITIVE_INFINITY);

        public boolean bySize() {
            return leastBytes > 0 || mostBytes < Double.POSITIVE_INFINITY;
        }
    }

    /** Whether results of these deliveries are enough to judge it. */
    public boolean canBeJudgedBy(Collection<String> deliveries) {
        boolean someOther = deliveries.stream().anyMatch(name -> !name.equals(relativeTo));
        return someOther && deliveries.containsAll(needs());
    }

    /** The deliveries that it names: without one of them nothing can be said. */
    public List<String> needs() {
        return Stream.of(delivery, relativeTo).filter(Objects::nonNull).toList();
    }

    /** Whether it is a plain ratio and has no unit. */
    public boolean isRatio() {
        return per != null || relativeTo != null;
    }

    /** Whether it can only be told from a table of viewers. */
    public boolean needsViewers() {
        return !who.equals(Group.EVERYBODY);
    }
}
