package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.report.Report.Finding;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.HarmByCause;

/** Single nights of a plan: doing nothing, and the order under other circumstances. */
public final class PlanCases {
    private static final int MOST_SAID = 3;

    private final PlanResult result;
    private final Scenario scenario;
    private final PlanWords words;

    public PlanCases(PlanResult result) {
        this.result = result;
        this.scenario = result.scenario();
        this.words = new PlanWords(result);
    }

    /** The scenario as written, by the delivery that decides, else by the one that is told about. */
    Case nothing(String otherwise) {
        return written(scenario.decide())
                .or(() -> written(otherwise))
                .orElse(result.written().get(0));
    }

    private Optional<Case> written(String delivery) {
        return result.written().stream()
                .filter(one -> one.delivery().equals(delivery))
                .findFirst();
    }

    /** People of the whole crowd who ended without a frame, or without the file, after an error. */
    public static double failedStarts(Case one) {
        return figure(one, MetricWord.START_FAILURES) * one.everybody();
    }

    static double figure(Case one, MetricWord word) {
        return one.note().figures().getOrDefault(word.word(), 0.0);
    }

    /** What failed starts are worth by the scenario; null when it does not say. */
    public Double expectedLoss(Case one) {
        var each = scenario.costs().failedStart();
        return each == null ? null : each.doubleValue() * failedStarts(one);
    }

    /** Harm of the whole crowd by kind and cause; kinds of which there is none are left out. */
    public static Map<Harm, Map<String, Double>> harm(Case one) {
        Map<Harm, Map<String, Double>> harm = HarmByCause.of(one.note().causes());
        harm.values().removeIf(Map::isEmpty);
        double factor = (double) one.everybody() / one.viewers();
        harm.values().forEach(causes -> causes.replaceAll((cause, value) -> value * factor));
        return harm;
    }

    /** The cause with most of a kind of harm, and its part: "the edges (62 %)"; empty without such harm. */
    static String top(Case one, Harm kind) {
        Map<String, Double> causes = harm(one).getOrDefault(kind, Map.of());
        double sum = causes.values().stream().mapToDouble(value -> value).sum();
        return HarmByCause.top(causes)
                .map(cause -> Causes.say(cause) + " (" + Unit.SHARE.say(causes.get(cause) / sum) + ")")
                .orElse("");
    }

    /** "viewers, a fifth more". */
    static String name(Case one) {
        return one.what() + ", " + one.change();
    }

    /** Whether some objective is missed on that one night. */
    boolean isBroken(Case one) {
        return !Promised.missed(scenario, one.judged()).isEmpty();
    }

    /** The objective nearest to its limit, or furthest beyond it. */
    Optional<Promised> tightest(Case one) {
        return Promised.tightest(scenario, one.judged());
    }

    /** The order as it is, on the night of the tornado. */
    Optional<Case> base() {
        return result.tornado().stream().filter(one -> one.what().isEmpty()).findFirst();
    }

    /** Less and more of something, without the order as it is. */
    List<Case> varied() {
        return result.tornado().stream().filter(one -> !one.what().isEmpty()).toList();
    }

    /** What would change the answer: the nights that break most first, then what was lost, then money. */
    List<Finding> changes() {
        List<Finding> said = new ArrayList<>();
        List<Case> broken = varied().stream()
                .filter(one -> isBroken(one) && result.headroom().stream().noneMatch(other -> isSame(one, other)))
                .sorted(java.util.Comparator.comparingDouble(
                        one -> tightest(one).map(Promised::margin).orElse(Double.NEGATIVE_INFINITY)))
                .toList();
        broken.stream().limit(MOST_SAID).forEach(one -> said.add(Finding.of(sentence(one), figure(tightest(one)))));
        if (broken.size() > MOST_SAID) {
            said.add(Finding.of(Unit.COUNT.say(broken.size() - MOST_SAID, "further change")
                    + " of a fifth would break an objective too; see below."));
        }
        result.headroom().forEach(one -> said.add(Finding.of(sentence(one), figure(tightest(one)))));
        if (broken.isEmpty() && !varied().isEmpty()) {
            boolean other = result.headroom().stream().anyMatch(one -> one.direction() != 0 && isBroken(one));
            String what = other ? "anything else" : "each thing below";
            said.add(Finding.of("A fifth less or more of " + what + " alone breaks no objective."));
        }
        price().ifPresent(said::add);
        return said;
    }

    /** What was asked of a small crowd and of all viewers is said once. */
    private static boolean isSame(Case one, Case other) {
        return one.what().equals(other.what()) && one.direction() == other.direction();
    }

    private static Quantity[] figure(Optional<Promised> promised) {
        return promised.filter(one -> one.value() != null).stream()
                .map(Promised::value)
                .toArray(Quantity[]::new);
    }

    /** "Viewers, a fifth more: misses startup-time.p95 < 4s (4.31 s)." */
    String sentence(Case one) {
        String who =
                words.isWhole(one) || one.direction() != 0 ? "" : " (crowd of " + Unit.COUNT.say(one.viewers()) + ")";
        return capital(name(one)) + who + ": " + outcome(one) + ".";
    }

    String outcome(Case one) {
        List<Promised> missed = Promised.missed(scenario, one.judged());
        if (missed.isEmpty()) {
            return "every objective holds"
                    + tightest(one)
                            .map(near -> ", the tightest is " + near.metric() + " at " + near.said())
                            .orElse("")
                    + Unpromised.ofOneNight(scenario, one, true);
        }
        return "misses "
                + PlanWords.and(missed.stream()
                        .map(near -> near.objective().text() + " (" + near.said() + ")")
                        .toList())
                + Unpromised.ofOneNight(scenario, one, false);
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? "As ordered"
                : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    /** How much dearer the recommendation may become before the next one is cheaper. */
    private Optional<Finding> price() {
        if (result.recommended() == null || words.alternatives().isEmpty()) {
            return Optional.empty();
        }
        var next = words.alternatives().get(0);
        double own = result.recommended().cost();
        if (own <= 0 || next.cost() <= own) {
            return Optional.empty();
        }
        String dearer = Math.round(100 * (next.cost() / own - 1)) + " %";
        return Optional.of(Finding.of("Prices: " + result.recommended().delivery() + " may cost " + dearer
                + " more before " + next.delivery() + " is cheaper."));
    }
}
