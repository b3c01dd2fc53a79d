package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.Locale;

/** Says what the 95th percentile does with an event: a bill that stays the same surprises whoever saw the peak. */
final class PercentileWords {
    private static final int MINUTES_PER_SAMPLE = 5;

    private PercentileWords() {}

    /** A sentence or two; empty when the event sent nothing. */
    static String of(MonthTraffic without, MonthTraffic with, BigDecimal commitMbps) {
        int raised = without.binsBelow(with);
        if (raised == 0) {
            return "";
        }
        BigDecimal less = without.percentile95Mbps();
        BigDecimal more = with.percentile95Mbps();
        return String.format(
                Locale.ROOT,
                "The highest %,d of %,d samples (%s) are not billed; the event raises %,d, to %s Mbit/s at most. %s",
                with.dropped(),
                with.bins(),
                hours(with.dropped()),
                raised,
                say(with.peakMbps()),
                outcome(raised > with.dropped(), less, more, commitMbps));
    }

    private static String outcome(boolean isLong, BigDecimal less, BigDecimal more, BigDecimal commit) {
        boolean same = less.max(commit).compareTo(more.max(commit)) == 0;
        String moves = "moves from " + say(less) + " to " + say(more) + " Mbit/s.";
        if (same && commit.compareTo(more) >= 0 && more.compareTo(less) > 0) {
            return "The 95th percentile " + moves + " Both lie within the commitment: the bill is the same.";
        }
        if (same && isLong) {
            return "The sample that is billed is none of them: the bill is the same with the event and without it.";
        }
        if (same) {
            return "This short peak is discarded: the bill is the same with the event and without it.";
        }
        return isLong
                ? "That is more than are left out: the billed sample " + moves
                : "This short peak is discarded, but it takes the place of other high samples: the billed one " + moves;
    }

    /** "36 h" or "37 h 10 min". */
    private static String hours(int samples) {
        int minutes = samples * MINUTES_PER_SAMPLE;
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    private static String say(BigDecimal mbps) {
        return String.format(Locale.ROOT, "%,.0f", mbps);
    }
}
