package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Expectation.Group;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.scenario.SeriesWord;

/** Binds {@code expect:}, what is known of the result beforehand. */
final class ExpectationBinder {
    private static final List<String> STATISTICS = List.of("mean", "p50", "p95", "p99", "min", "max");
    private static final long LEVELS_EVERY = 10_000_000;

    private final Problems problems;
    private final Audience audience;
    private final Map<String, DeliveryDef> deliveries;

    ExpectationBinder(Problems problems, Audience audience, Map<String, DeliveryDef> deliveries) {
        this.problems = problems;
        this.audience = audience;
        this.deliveries = deliveries;
    }

    /** @param decide the delivery that decides by the scenario's own word; empty when it says nothing */
    List<Expectation> bind(List<SourceNode> nodes, String decide) {
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Expectation one = bind(new Fields(nodes.get(i), "expect." + i, problems), decide);
            if (one != null) {
                expectations.add(one);
            }
        }
        return expectations;
    }

    /** What is read whole, or null after a problem was noted. */
    private Expectation bind(Fields fields, String decide) {
        int before = problems.count();
        String subject = fields.requiredText("metric", "startup-time.p95");
        boolean timed = fields.has("at");
        long at = timed ? at(fields) : 0;
        int dot = timed || MetricWord.of(subject).isPresent() ? -1 : subject.lastIndexOf('.');
        String word = dot < 0 ? subject : subject.substring(0, dot);
        String statistic = dot < 0 ? "mean" : subject.substring(dot + 1);
        SeriesWord series = timed ? known(SeriesWord.of(word).orElse(null), fields, word, SeriesWord.words()) : null;
        MetricWord metric = timed ? null : known(MetricWord.of(word).orElse(null), fields, word, MetricWord.words());
        if (metric != null) {
            checkStatistic(fields, metric, statistic);
        }
        String delivery = delivery(fields, "delivery");
        String relativeTo = delivery(fields, "relative-to");
        if (relativeTo != null && relativeTo.equals(delivery)) {
            fields.problem("relative-to", "A delivery beside itself is always 1.", "");
        }
        Group who = who(fields, metric);
        Expectation.Limits limits = problems.count() > before || series == null && metric == null
                ? null
                : new LimitBinder(fields, relativeTo == null ? series == null ? metric.unit() : series.unit() : null)
                        .bind();
        boolean every = fields.word("every", List.of("true", "false"), "false").equals("true");
        String source = fields.text("source", "");
        if (limits == null) {
            LimitBinder.KEYS.forEach(fields::has);
        }
        fields.done();
        if (limits == null || problems.count() > before) {
            return null;
        }
        String about = delivery == null && !decide.isEmpty() ? decide : delivery;
        Statistic which = Statistic.valueOf(statistic.toUpperCase(Locale.ROOT));
        return new Expectation(subject, metric, series, which, about, at, who, relativeTo, limits, every, source);
    }

    private <T> T known(T found, Fields fields, String word, List<String> words) {
        if (found == null && !word.isEmpty()) {
            fields.problem("metric", "'" + word + "' is no metric.", DidYouMean.hintOrList(word, words));
        }
        return found;
    }

    private static void checkStatistic(Fields fields, MetricWord metric, String statistic) {
        if (!STATISTICS.contains(statistic)) {
            fields.problem(
                    "metric", "'" + statistic + "' is no statistic.", DidYouMean.hintOrList(statistic, STATISTICS));
        } else if (!metric.overViewers() && !List.of("mean", "max").contains(statistic)) {
            fields.problem(
                    "metric",
                    metric.word() + " is one number, no distribution over viewers.",
                    "Leave out ." + statistic + ".");
        }
    }

    private static long at(Fields fields) {
        long at = fields.micros("at", new Range(1, 604_800, "from 1s to 7d after the unlock"), LEVELS_EVERY / 1e6);
        if (at % LEVELS_EVERY != 0 && fields.sound("at")) {
            fields.problem("at", "Levels are known every 10 seconds.", "For example at: 600s");
        }
        return at;
    }

    private String delivery(Fields fields, String key) {
        String name = fields.text(key, "");
        if (fields.has(key) && !deliveries.containsKey(name) && problems.sound("deliveries")) {
            fields.problem(key, "'" + name + "' is no delivery.", DidYouMean.hintOrList(name, deliveries.keySet()));
        }
        return name.isEmpty() ? null : name;
    }

    private Group who(Fields fields, MetricWord metric) {
        if (!fields.has("where")) {
            return Group.EVERYBODY;
        }
        if (metric != null && !metric.overViewers()) {
            fields.problem("where", metric.word() + " is not known viewer by viewer.", "For example startup-time.");
        }
        if (fields.has("at")) {
            fields.problem("where", "Levels over time are of everybody.", "");
        }
        Fields where = fields.mapOrEmpty("where");
        String access = name(
                where, "access", audience.access().stream().map(a -> a.name()).toList());
        String region = name(
                where, "region", audience.regions().stream().map(r -> r.name()).toList());
        String device = name(
                where, "device", audience.devices().stream().map(d -> d.name()).toList());
        List<SourceNode> sizes = where.list("size");
        double[] range = {0, Double.POSITIVE_INFINITY};
        if (sizes.size() == 2) {
            for (int i = 0; i < 2; i++) {
                Double bytes = new LawBinder(where.path("size"), Kind.SIZE, Range.CACHE_BYTES, problems)
                        .value(sizes.get(i), where.path("size." + i));
                range[i] = bytes == null ? range[i] : bytes;
            }
        } else if (where.has("size")) {
            where.problem("size", "This is from and to.", "For example size: [10MB, 20MB]");
        }
        where.done();
        return new Group(access, region, device, range[0], range[1]);
    }

    private String name(Fields where, String key, List<String> names) {
        if (!where.has(key)) {
            return null;
        }
        return problems.sound("audience") ? where.word(key, names, "") : where.text(key, "");
    }
}
