package org.swarmload.yaml;

import java.util.Locale;
import org.swarmload.sim.model.AudienceSpec;

/**
 * What part of the people each class of one map gets: all classes have shares that add up to 100 %, or all have counts
 * that add up to the number of people.
 */
final class ClassShares {
    private final Fields map;
    private final Problems problems;
    private final int people;
    private final boolean fixed;
    private final int problemsBefore;
    private double shares;
    private long counts;
    private int withShare;
    private int withCount;

    /**
     * @param people how many are dealt to these classes
     * @param fixed whether there are so many in every replication
     */
    ClassShares(Fields map, int people, boolean fixed, Problems problems) {
        this.map = map;
        this.people = people;
        this.fixed = fixed;
        this.problems = problems;
        problemsBefore = problems.count();
    }

    /** @param count {@link AudienceSpec#BY_SHARE} when the class has a share */
    record Part(double share, int count) {}

    /** Reads the share or the count of one class. */
    Part part(Fields fields, String example) {
        if (!fields.has("count")) {
            withShare++;
            double share = fields.requiredQuantity("share", Kind.SHARE, Range.POSITIVE_SHARE, example);
            shares += share;
            return new Part(share, AudienceSpec.BY_SHARE);
        }
        withCount++;
        if (fields.has("share")) {
            fields.problem("share", "Either a share or a count.", "");
        }
        int count = (int) fields.count("count", 0, AudienceBinder.MAX_VIEWERS, 1);
        counts += count;
        return new Part((double) count / Math.max(1, people), count);
    }

    /** Checks the whole after the last class. */
    void check() {
        if (problems.count() != problemsBefore) {
            return;
        }
        if (withShare > 0 && withCount > 0) {
            add("Some have a share and others a count.", "Write the same for all of them.");
        } else if (withCount > 0 && !fixed) {
            add("Counts need a fixed number of viewers; here it is drawn anew in each replication.", "Write shares.");
        } else if (withCount > 0 && counts != people && problems.sound("audience")) {
            add(String.format(Locale.ROOT, "The counts add up to %,d; there are %,d viewers.", counts, people), "");
        } else if (withCount == 0 && shares > 0 && !Shares.isWhole(shares)) {
            add(Shares.message(shares), "");
        }
    }

    private void add(String message, String hint) {
        problems.add(map.position(), map.path(), message, hint);
    }
}
