package org.swarmload.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.swarmload.plan.Judged;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.Objectives.Judgement;
import org.swarmload.study.StudyResult.Verdict;

/** An objective and what came of it: how near to its limit, and in words. */
public record Promised(Objective objective, Judgement judged) {

    private static final MathContext FINE = new MathContext(5, RoundingMode.HALF_EVEN);

    /** Every objective of a scenario, in its order. */
    public static List<Promised> of(Scenario scenario, Judged judged) {
        List<Promised> all = new ArrayList<>();
        for (int i = 0; i < scenario.objectives().size(); i++) {
            all.add(new Promised(scenario.objectives().get(i), judged.each().get(i)));
        }
        return all;
    }

    /** The one with the least margin; of those without one the first that is not met. Empty without objectives. */
    static Optional<Promised> tightest(Scenario scenario, Judged judged) {
        return of(scenario, judged).stream()
                .min(Comparator.comparingDouble(
                        one -> one.margin() != null ? one.margin() : one.verdict() == Verdict.MET ? 1 : -1));
    }

    /** Those that are missed, the one that is missed furthest first. */
    static List<Promised> missed(Scenario scenario, Judged judged) {
        return of(scenario, judged).stream()
                .filter(one -> one.verdict() == Verdict.MISSED)
                .sorted(Comparator.comparingDouble(
                        one -> one.margin() == null ? Double.NEGATIVE_INFINITY : one.margin()))
                .toList();
    }

    Verdict verdict() {
        return judged.verdict();
    }

    /**
     * How far the measured value is from the limit, as a share of the limit: below 0 when the objective is missed. Null
     * when nothing was measured, or the limit is 0.
     */
    public Double margin() {
        if (judged.value() == null || objective.limit() == 0) {
            return null;
        }
        double distance = (objective.limit() - judged.value()) / Math.abs(objective.limit());
        return isMost() ? distance : -distance;
    }

    /** The part of the limit that is used up: 1 is the limit, more misses the objective. Never below 0. */
    Double use() {
        Double margin = margin();
        return margin == null ? null : Math.max(0, 1 - margin);
    }

    /** Whether the limit is the most that may be. */
    boolean isMost() {
        return objective.comparison() == Objective.Comparison.BELOW
                || objective.comparison() == Objective.Comparison.AT_MOST;
    }

    /** {@code startup-time.p95}. */
    String metric() {
        return objective.text().split("[<>]", 2)[0].strip();
    }

    Unit unit() {
        return Metrics.unit(objective.metric());
    }

    String limit() {
        return objective.comparison().sign() + " " + unit().say(objective.limit());
    }

    /** The mean of the nights in its unit; a word where there is none. */
    Quantity value() {
        return judged.value() == null ? null : new Quantity(metric(), judged.value(), said());
    }

    String said() {
        if (judged.value() == null) {
            return "not measured";
        }
        String said = unit().say(judged.value());
        boolean near = judged.value() != objective.limit() && said.equals(unit().say(objective.limit()));
        // A reader must see on which side of the limit it is.
        return near && unit() == Unit.SHARE ? exact(100 * judged.value()) + " %" : said;
    }

    private static String exact(double value) {
        return new BigDecimal(value).round(FINE).stripTrailingZeros().toPlainString();
    }

    /** With its 95 % interval where there is one. */
    String saidWithInterval() {
        if (judged.value() == null) {
            return said();
        }
        Interval interval =
                Interval.of(judged.value(), judged.ci95(), objective.metric().unit() == MetricWord.Unit.RATIO);
        return said()
                + (interval == null
                        ? ""
                        : ", 95 % interval " + unit().say(interval.least()) + " to " + unit().say(interval.most()));
    }
}
