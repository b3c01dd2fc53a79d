package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Expectation.Group;
import org.swarmload.scenario.MetricWord;

/** Binds {@code expect:}, what is known of the result beforehand. */
final class ExpectationBinder {
    private final Problems problems;
    private final Measured measured;

    ExpectationBinder(Problems problems, Measured measured) {
        this.problems = problems;
        this.measured = measured;
    }

    /** @param decide the delivery that decides by the scenario's own word; empty when it says nothing */
    List<Expectation> bind(List<SourceNode> nodes, String decide) {
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = "expect." + i;
            if (nodes.get(i) instanceof SourceNode.ScalarNode text && !text.isNull()) {
                problems.add(
                        text.position(),
                        path,
                        "An expectation is a map, this is " + text.shape() + ".",
                        asMap(text.text().strip()));
                continue;
            }
            Expectation one = bind(new Fields(nodes.get(i), path, problems), decide);
            if (one != null) {
                expectations.add(one);
            }
        }
        return expectations;
    }

    /** An objective's words as an expectation. */
    private static String asMap(String text) {
        Matcher objective = ObjectiveParser.FORM.matcher(text);
        if (!objective.matches()) {
            return "For example {metric: startup-time.p95, at-most: 4s}.";
        }
        String limit = objective.group(2).startsWith("<") ? "at-most" : "at-least";
        return "Maybe {metric: " + objective.group(1) + ", " + limit + ": " + objective.group(3) + "}.";
    }

    /** What is read whole, or null after a problem was noted. */
    private Expectation bind(Fields fields, String decide) {
        int before = problems.count();
        SubjectBinder subject = new SubjectBinder(fields, measured.endMicros());
        String named = delivery(fields, "delivery");
        String delivery = named == null && !decide.isEmpty() ? decide : named;
        String relativeTo = relativeTo(fields, delivery);
        Group who = new GroupBinder(problems, measured).bind(fields, subject.metric());
        MetricWord per = per(fields);
        Expectation.Limits limits = null;
        if (problems.count() == before && subject.unit() != null) {
            checkMeasured(fields, subject, per, judged(delivery, relativeTo));
            boolean ratio = relativeTo != null || per != null;
            limits = new LimitBinder(fields, subject.text(), ratio ? null : subject.unit()).bind();
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
                delivery,
                subject.atMicros(),
                who,
                per,
                relativeTo,
                limits,
                every,
                source);
    }

    /** The deliveries whose results it looks at. */
    private Set<String> judged(String delivery, String relativeTo) {
        Set<String> judged = new LinkedHashSet<>(delivery == null ? measured.deliveries() : Set.of(delivery));
        if (relativeTo != null) {
            judged.add(relativeTo);
        }
        return judged;
    }

    private void checkMeasured(Fields fields, SubjectBinder subject, MetricWord per, Set<String> judged) {
        if (subject.series() != null) {
            measured.check(subject.series(), judged, fields.positionOf("metric"), fields.path("metric"));
        } else {
            measured.check(subject.metric(), judged, fields.positionOf("metric"), fields.path("metric"));
        }
        if (per != null) {
            measured.check(per, judged, fields.positionOf("per"), fields.path("per"));
        }
    }

    private String relativeTo(Fields fields, String delivery) {
        String other = delivery(fields, "relative-to");
        if (other != null && other.equals(delivery)) {
            fields.problem("relative-to", "'" + other + "' beside itself is always 1.", "Maybe delivery: another.");
        }
        return other;
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
        if (fields.has(key) && !measured.deliveries().contains(name) && problems.sound("deliveries")) {
            fields.problem(key, "'" + name + "' is no delivery.", DidYouMean.hintOrList(name, measured.deliveries()));
        }
        return name.isEmpty() ? null : name;
    }
}
