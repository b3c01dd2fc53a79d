package org.swarmload.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Objective.Comparison;
import org.swarmload.scenario.Objective.Statistic;

/** Reads objectives such as {@code startup-time.p95 < 4s}. */
final class ObjectiveParser {
    static final Pattern FORM = Pattern.compile("([A-Za-z0-9-]+(?:\\.[A-Za-z0-9]+)*)\\s*(<=|>=|<|>)\\s*(\\S.*)");
    private static final List<String> STATISTICS = List.of("mean", "p50", "p95", "p99", "max");

    private final Problems problems;
    private final String path;
    private final Measured measured;
    private final String decide;

    /** @param decide the delivery that objectives are judged by; they are shown for the others too */
    ObjectiveParser(Problems problems, String path, Measured measured, String decide) {
        this.problems = problems;
        this.path = path;
        this.measured = measured;
        this.decide = decide;
    }

    /** The objective, or null after a problem was noted. */
    Objective parse(SourceNode node) {
        String text =
                node instanceof SourceNode.ScalarNode scalar ? scalar.text().strip() : "";
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            problems.add(
                    node.position(), path, node.shape() + " is no objective.", "For example startup-time.p95 < 4s.");
            return null;
        }
        String subject = matcher.group(1);
        int dot = MetricWord.of(subject).isPresent() ? -1 : subject.lastIndexOf('.');
        MetricWord metric = metric(dot < 0 ? subject : subject.substring(0, dot), node);
        String statistic = dot < 0 ? "mean" : subject.substring(dot + 1);
        if (metric == null || !statisticFits(metric, statistic, node)) {
            return null;
        }
        boolean money = metric.unit() == MetricWord.Unit.MONEY;
        Double limit = money ? money(matcher.group(3), node) : limit(metric, matcher.group(3), node);
        Comparison comparison = Arrays.stream(Comparison.values())
                .filter(c -> c.sign().equals(matcher.group(2)))
                .findFirst()
                .orElseThrow();
        Statistic known = Statistic.valueOf(statistic.toUpperCase(Locale.ROOT));
        return limit == null ? null : new Objective(text, metric, known, comparison, limit);
    }

    private MetricWord metric(String word, SourceNode node) {
        MetricWord metric = MetricWord.of(word).orElse(null);
        if (metric == null) {
            problems.add(
                    node.position(),
                    path,
                    "'" + word + "' is no metric.",
                    DidYouMean.hintOrList(word, MetricWord.words()));
            return null;
        }
        int before = problems.count();
        measured.check(metric, List.of(decide), node.position(), path);
        return problems.count() == before ? metric : null;
    }

    private boolean statisticFits(MetricWord metric, String statistic, SourceNode node) {
        if (!STATISTICS.contains(statistic)) {
            problems.add(
                    node.position(),
                    path,
                    "'" + statistic + "' is no statistic.",
                    DidYouMean.hintOrList(statistic, STATISTICS));
            return false;
        }
        if (metric.overViewers() || statistic.equals("mean") || metric.overTime() && statistic.equals("max")) {
            return true;
        }
        problems.add(
                node.position(),
                path,
                metric.overTime()
                        ? metric.word()
                                + " is a level: it has a mean over time and a max, no distribution over viewers."
                        : metric.word() + " is one number, no distribution over viewers.",
                "Leave out ." + statistic + ".");
        return false;
    }

    private Double limit(MetricWord metric, String text, SourceNode node) {
        Quantities.Parsed parsed = Quantities.parse(text, kind(metric.unit()));
        if (!parsed.ok()) {
            problems.add(node.position(), path, "The limit " + parsed.message(), parsed.hint());
            return null;
        }
        return parsed.value();
    }

    /** How values in that unit are written. */
    static Kind kind(MetricWord.Unit unit) {
        return switch (unit) {
            case RATIO -> Kind.SHARE;
            case SECONDS -> Kind.DURATION;
            case BYTES -> Kind.SIZE;
            case BITS_PER_SECOND -> Kind.BANDWIDTH;
            case PER_SECOND -> Kind.RATE;
            case COUNT, HOURS, MONEY -> Kind.COUNT;
        };
    }

    /** "5000 USD"; the currency may be left out because a scenario has one. */
    private Double money(String text, SourceNode node) {
        return limit(MetricWord.COST, text.replaceFirst("\\s*[A-Z]{3}$", ""), node);
    }
}
