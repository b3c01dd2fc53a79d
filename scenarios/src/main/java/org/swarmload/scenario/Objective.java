package org.swarmload.scenario;

/**
 * A promise about one metric.
 *
 * @param text as written: "startup-time.p95 < 4s"
 * @param statistic MEAN for a metric that is no distribution over viewers
 * @param limit in the metric's base unit
 */
public record Objective(String text, MetricWord metric, Statistic statistic, Comparison comparison, double limit) {
    /** Whether it wants at least so much. */
    public boolean isLeast() {
        return comparison == Comparison.ABOVE || comparison == Comparison.AT_LEAST;
    }

    /** By how much a value keeps the limit; negative when it does not. */
    public double margin(double value) {
        return isLeast() ? value - limit : limit - value;
    }

    public enum Statistic {
        MEAN,
        P50,
        P95,
        P99,
        MAX,
        /** Of expectations only. */
        MIN
    }

    public enum Comparison {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public boolean holds(double value, double limit) {
            return switch (this) {
                case BELOW -> value < limit;
                case AT_MOST -> value <= limit;
                case ABOVE -> value > limit;
                case AT_LEAST -> value >= limit;
            };
        }
    }
}
