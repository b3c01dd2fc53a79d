package org.swarmload.yaml;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.swarmload.scenario.Durations;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.scenario.SeriesWord;

/** Binds what an expectation is about: a metric and its statistic, or with {@code at} a level at a time. */
final class SubjectBinder {
    private static final List<String> STATISTICS = List.of("mean", "p50", "p95", "p99", "min", "max");
    private static final long LEVELS_EVERY = 10_000_000;

    private final Fields fields;
    private final OptionalLong endMicros;
    private final String text;
    private final MetricWord metric;
    private final SeriesWord series;
    private final String statistic;
    private final long atMicros;

    /** @param endMicros from the unlock to the model's end, where it is known */
    SubjectBinder(Fields fields, OptionalLong endMicros) {
        this.fields = fields;
        this.endMicros = endMicros;
        text = fields.requiredText("metric", "startup-time.p95");
        boolean timed = fields.has("at");
        int dot = timed || MetricWord.of(text).isPresent() ? -1 : text.lastIndexOf('.');
        String word = dot < 0 ? text : text.substring(0, dot);
        statistic = dot < 0 ? "mean" : text.substring(dot + 1);
        atMicros = timed ? at() : 0;
        series = timed ? SeriesWord.of(word).orElse(null) : null;
        metric = timed ? null : MetricWord.of(word).orElse(null);
        if (metric == null && series == null && !word.isEmpty()) {
            unknown(word, timed);
        } else if (metric != null) {
            checkStatistic();
        }
    }

    /** A word that only the other kind has is no typing error. */
    private void unknown(String word, boolean timed) {
        if (timed
                && (MetricWord.of(word).isPresent() || MetricWord.of(stem(word)).isPresent())) {
            fields.problem(
                    "metric",
                    "'" + word + "' is a metric of the whole run, no level: it has no value at one time.",
                    "Leave out at, or use one of " + Problems.listed(SeriesWord.words()) + ".");
        } else if (!timed && SeriesWord.of(word).isPresent()) {
            fields.problem(
                    "metric",
                    "'" + word + "' is a level: it needs a time.",
                    "Add at: 5min"
                            + (MetricWord.of(word + ".peak10s").isPresent() ? ", or use " + word + ".peak10s." : "."));
        } else {
            List<String> words = timed ? SeriesWord.words() : MetricWord.words();
            fields.problem("metric", "'" + word + "' is no metric.", DidYouMean.hintOrList(word, words));
        }
    }

    private static String stem(String word) {
        return word.contains(".") ? word.substring(0, word.lastIndexOf('.')) : word;
    }

    private long at() {
        long at = fields.micros("at", new Range(1, 604_800, "from 1s to 7d after the unlock"), LEVELS_EVERY / 1e6);
        if (at % LEVELS_EVERY != 0 && fields.sound("at")) {
            fields.problem("at", "Levels are known every 10 seconds.", "For example at: 600s");
        } else if (endMicros.isPresent() && at > endMicros.getAsLong() && fields.sound("at")) {
            fields.problem(
                    "at",
                    "'" + fields.text("at", "") + "' is after the model's end.",
                    "The model runs to " + Durations.text(endMicros.getAsLong()) + " after the unlock.");
        }
        return at;
    }

    private void checkStatistic() {
        if (!STATISTICS.contains(statistic)) {
            fields.problem(
                    "metric", "'" + statistic + "' is no statistic.", DidYouMean.hintOrList(statistic, STATISTICS));
        } else if (!metric.overViewers()
                && !statistic.equals("mean")
                && !(metric.overTime() && statistic.equals("max"))) {
            fields.problem(
                    "metric",
                    metric.word()
                            + (metric.overTime()
                                    ? " is a level: it has a mean over time and a max."
                                    : " is one number, no distribution over viewers."),
                    "Leave out ." + statistic + ".");
        }
    }

    String text() {
        return text;
    }

    /** Null after a problem, or when a level at a time is meant. */
    MetricWord metric() {
        return metric;
    }

    /** Null after a problem, or when a metric is meant. */
    SeriesWord series() {
        return series;
    }

    /** Null after a problem. */
    MetricWord.Unit unit() {
        return series != null ? series.unit() : metric == null ? null : metric.unit();
    }

    /** Of a subject without problems. */
    Statistic statistic() {
        return Statistic.valueOf(statistic.toUpperCase(Locale.ROOT));
    }

    long atMicros() {
        return atMicros;
    }
}
