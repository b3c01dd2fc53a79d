package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Expectation.Group;
import org.swarmload.scenario.MetricWord;

/** Binds {@code expect:}, what is known of the result beforehand. */
final class ExpectationBinder {
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
        SubjectBinder subject = new SubjectBinder(fields);
        String delivery = delivery(fields, "delivery");
        String relativeTo = delivery(fields, "relative-to");
        if (relativeTo != null && relativeTo.equals(delivery)) {
            fields.problem("relative-to", "A delivery beside itself is always 1.", "");
        }
        Group who = who(fields, subject.metric());
        MetricWord per = per(fields);
        Expectation.Limits limits = null;
        if (problems.count() == before && subject.unit() != null) {
            limits = new LimitBinder(fields, relativeTo != null || per != null ? null : subject.unit()).bind();
        }
        LimitBinder.KEYS.forEach(fields::has);
        boolean every = fields.word("every", List.of("true", "false"), "false").equals("true");
        String source = fields.text("source", "");
        fields.done();
        if (limits == null || problems.count() > before) {
            return null;
        }
        return new Expectation(
                subject.text(),
                subject.metric(),
                subject.series(),
                subject.statistic(),
                delivery == null && !decide.isEmpty() ? decide : delivery,
                subject.atMicros(),
                who,
                per,
                relativeTo,
                limits,
                every,
                source);
    }

    private static MetricWord per(Fields fields) {
        String word = fields.text("per", "");
        MetricWord per = MetricWord.of(word).orElse(null);
        if (fields.has("per") && per == null) {
            fields.problem("per", "'" + word + "' is no metric.", DidYouMean.hintOrList(word, MetricWord.words()));
        }
        return per;
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
