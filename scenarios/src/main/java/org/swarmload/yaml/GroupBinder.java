package org.swarmload.yaml;

import java.util.Arrays;
import java.util.List;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Expectation.Group;
import org.swarmload.scenario.MetricWord;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.Law;

/** Binds {@code where} of an expectation: whom it is about. */
final class GroupBinder {
    /** Sizes that fewer have than this are as good as nobody's. */
    private static final double RARE = 1e-9;

    private final Problems problems;
    private final Measured measured;

    GroupBinder(Problems problems, Measured measured) {
        this.problems = problems;
        this.measured = measured;
    }

    Group bind(Fields fields, MetricWord metric) {
        if (!fields.has("where")) {
            return Group.EVERYBODY;
        }
        if (metric != null && !metric.overViewers()) {
            fields.problem(
                    "where",
                    metric.word() + " is not known viewer by viewer.",
                    "These are: " + Problems.listed(overViewers()) + ".");
        }
        if (fields.has("at")) {
            fields.problem("where", "Levels over time are of everybody.", "");
        }
        Fields where = fields.mapOrEmpty("where");
        Audience audience = measured.audience();
        String access = name(
                where, "access", audience.access().stream().map(a -> a.name()).toList());
        String region = name(
                where, "region", audience.regions().stream().map(r -> r.name()).toList());
        String device = name(
                where, "device", audience.devices().stream().map(d -> d.name()).toList());
        double[] sizes = sizes(where);
        where.done();
        return new Group(access, region, device, sizes[0], sizes[1]);
    }

    private static List<String> overViewers() {
        return Arrays.stream(MetricWord.values())
                .filter(MetricWord::overViewers)
                .map(MetricWord::word)
                .toList();
    }

    private String name(Fields where, String key, List<String> names) {
        if (!where.has(key)) {
            return null;
        }
        return problems.sound("audience") ? where.word(key, names, "") : where.text(key, "");
    }

    private double[] sizes(Fields where) {
        double[] range = {0, Double.POSITIVE_INFINITY};
        List<SourceNode> nodes = where.list("size");
        if (nodes.isEmpty() && !where.has("size")) {
            return range;
        }
        if (nodes.size() != 2) {
            where.problem("size", "This is from and to.", "For example size: [10MB, 20MB]");
            return range;
        }
        for (int i = 0; i < 2; i++) {
            Double bytes = new LawBinder(where.path("size"), Kind.SIZE, Range.CACHE_BYTES, problems)
                    .value(nodes.get(i), where.path("size." + i));
            range[i] = bytes == null ? range[i] : bytes;
        }
        if (where.sound("size")) {
            checkSizes(where, nodes, range);
        }
        return range;
    }

    /** A group that is empty or everybody is most likely a slip. */
    private void checkSizes(Fields where, List<SourceNode> nodes, double[] range) {
        if (range[0] > range[1]) {
            where.problem(
                    "size",
                    nodes.get(0).shape() + " is more than " + nodes.get(1).shape() + ".",
                    "The smaller size is the first.");
            return;
        }
        ContentSpec title = measured.content().title();
        if (!problems.sound("content")) {
            return;
        }
        if (!title.isFile()) {
            where.problem("size", "A stream has no size.", "");
            return;
        }
        Law size = title.file().sizeBytes();
        if (title.file().constantSize()) {
            where.problem("size", "Every download is of the same size here: this is nobody or everybody.", "");
        } else if (size.quantile(RARE) > range[1] || size.quantile(1 - RARE) < range[0]) {
            where.problem("size", "No download is of such a size.", "");
        }
    }
}
