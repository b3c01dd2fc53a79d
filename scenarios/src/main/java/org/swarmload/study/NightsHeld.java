package org.swarmload.study;

/**
 * On how many nights every objective of a delivery holds, each by its own value of that night. With unknowns a night is a
 * draw of them, so the share of nights held is what a planner risks; chance within a night is part of it.
 *
 * @param nights all of them
 * @param held those on which every objective holds; one that has no value does not hold
 * @param low of the 95 % interval of the share of nights that would hold if there were nights without end (Clopper and
 *     Pearson 1934: at least 95 % sure whatever the share is)
 * @param high of the same
 */
public record NightsHeld(int nights, int held, double low, double high) {
    private static final double TAIL = 0.025;

    /** Each halves the interval: more than a double can tell apart. */
    private static final int HALVINGS = 60;

    /** @param nights at least one */
    public static NightsHeld of(int nights, int held) {
        double low = held == 0 ? 0 : root(nights, held, true);
        double high = held == nights ? 1 : root(nights, held, false);
        return new NightsHeld(nights, held, low, high);
    }

    public double share() {
        return (double) held / nights;
    }

    /**
     * Nights in all with which it would be known on which side of the wanted share theirs lies, if the share stays what it
     * is: the whole interval is then at or above it, or below.
     *
     * @param most that is counted to
     */
    public int nightsToTell(double wanted, int most) {
        if (!at(most).tells(wanted)) {
            return most;
        }
        int all = nights;
        while (all < most && !at(all).tells(wanted)) {
            all += Math.max(1, all / 20);
        }
        return Math.min(most, all);
    }

    /** So many nights with the same share. */
    private NightsHeld at(int all) {
        return of(all, (int) Math.round(share() * all));
    }

    private boolean tells(double wanted) {
        return low >= wanted || high < wanted;
    }

    /** The share at which so many nights held, or more ({@code lower}), or fewer, have a chance of 2.5 %. */
    private static double root(int nights, int held, boolean lower) {
        double from = 0;
        double to = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double share = (from + to) / 2;
            double chance = lower ? chance(nights, held, nights, share) : chance(nights, 0, held, share);
            // The chance of many rises with the share, that of few falls.
            boolean above = lower == chance > TAIL;
            from = above ? from : share;
            to = above ? share : to;
        }
        return (from + to) / 2;
    }

    /** That of so many nights from {@code least} to {@code most} hold, when each holds with that share. */
    private static double chance(int nights, int least, int most, double share) {
        double logYes = StrictMath.log(share);
        double logNo = StrictMath.log1p(-share);
        double logWays = 0;
        double sum = 0;
        for (int k = 0; k <= most; k++) {
            if (k >= least) {
                sum += StrictMath.exp(logWays + k * logYes + (nights - k) * logNo);
            }
            logWays += StrictMath.log((double) (nights - k) / (k + 1));
        }
        return sum;
    }
}
