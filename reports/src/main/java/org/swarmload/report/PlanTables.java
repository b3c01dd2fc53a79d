package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Line;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.DeliveryPlan.Point;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.StudyResult.Verdict;

/** A plan in tables: the same for the terminal and the page. */
public final class PlanTables {
    private static final String NONE = "-";

    private final PlanResult result;
    private final Scenario scenario;
    private final PlanWords words;
    private final PlanCases cases;

    public PlanTables(PlanResult result) {
        this.result = result;
        this.scenario = result.scenario();
        this.words = new PlanWords(result);
        this.cases = new PlanCases(result);
    }

    /** What to order; of a delivery that cannot hold the most that can be ordered. */
    public Table order() {
        DeliveryPlan plan = new PlanVerdict(result).subject();
        List<Row> rows = new ArrayList<>();
        for (Line line : plan.order()) {
            rows.add(new Row(
                    PlanWords.quantity(line),
                    List.of(
                            Cell.of(PlanWords.spaced(line.text())),
                            Cell.of(line.written() == null ? "not said" : PlanWords.spaced(line.written())),
                            Cell.of(PlanWords.spaced(line.most())))));
        }
        String what = result.outcome() == Outcome.HOLDS
                ? "Order for " + plan.delivery()
                : plan.found()
                        ? "What " + plan.delivery()
                                + (plan.certificate() == null ? " keeps the service with" : " was tried with")
                        : "The largest order of " + plan.delivery() + ", which does not hold for sure";
        return new Table(what, true, List.of("quantity", "order", "as written", "most on offer"), rows);
    }

    /** The cheapest plan of each delivery: the table of the terminal. */
    public Table deliveries() {
        PlanVerdict verdict = new PlanVerdict(result);
        List<Row> rows = new ArrayList<>();
        for (DeliveryPlan plan : result.deliveries()) {
            boolean ordered = plan.found();
            rows.add(new Row(
                    plan.delivery() + (result.isRecommended(plan) ? " (recommended)" : ""),
                    List.of(
                            Cell.of(PlanWords.said(plan.outcome())),
                            cost(plan),
                            Cell.of(ordered ? PlanWords.order(plan) : "the largest order was tried"),
                            Cell.of(verdict.reason(plan)),
                            Cell.of(words.crowd(plan)))));
        }
        return new Table(
                "The cheapest plan of each delivery",
                true,
                List.of("delivery", "outcome", "cost", "order", "why", "judged"),
                rows);
    }

    /** For the terminal: a row for each delivery and quantity, its cost once. */
    public Table lines() {
        List<Row> rows = new ArrayList<>();
        for (DeliveryPlan plan : result.deliveries()) {
            boolean ordered = plan.found();
            Cell cost = cost(plan);
            String outcome = PlanWords.said(plan.outcome());
            if (plan.order().isEmpty()) {
                rows.add(new Row(
                        plan.delivery(), List.of(Cell.of(outcome), cost, Cell.of(NONE), Cell.of(NONE), Cell.of(NONE))));
            }
            for (int i = 0; i < plan.order().size(); i++) {
                Line line = plan.order().get(i);
                boolean first = i == 0;
                rows.add(new Row(
                        first ? plan.delivery() : "",
                        List.of(
                                Cell.of(first ? outcome : ""),
                                first ? cost : Cell.of(""),
                                Cell.of(line.key()),
                                Cell.of((ordered ? "" : "most ") + line.text()),
                                Cell.of(line.written() == null ? NONE : line.written()))));
            }
        }
        return new Table(
                "The cheapest plan of each delivery",
                true,
                List.of("delivery", "outcome", "cost", "quantity", "order", "as written"),
                rows);
    }

    /** Of an order; the largest of a delivery that cannot hold is none. */
    private Cell cost(DeliveryPlan plan) {
        return !plan.found() ? Cell.of(NONE) : plan.isBilled() ? Cell.of(words.about(plan)) : Cell.of("unknown");
    }

    /** Each objective on the nights that the subject was judged on. */
    Table objectives(DeliveryPlan plan) {
        List<Row> rows = new ArrayList<>();
        for (Promised one : Promised.of(scenario, plan.judged())) {
            rows.add(new Row(
                    one.objective().text(),
                    List.of(
                            Cell.of(said(one.verdict())),
                            one.value() == null ? Cell.of(one.said()) : new Cell(one.saidWithInterval(), one.value()),
                            Cell.of(new Quantity("limit", one.objective().limit(), one.limit())),
                            margin(one))));
        }
        return new Table(
                "Objectives of " + plan.delivery() + " " + words.crowd(plan) + ": mean over nights",
                true,
                List.of("objective", "verdict", "measured", "limit", "margin, of the limit"),
                rows);
    }

    private static Cell margin(Promised one) {
        return one.margin() == null ? Cell.of(NONE) : Cell.of(Quantity.of("margin", one.margin(), Unit.SHARE));
    }

    static String said(Verdict verdict) {
        return switch (verdict) {
            case MET -> "✓ met";
            case MISSED -> "✗ missed";
            case UNDECIDED -> "? undecided";
        };
    }

    /** What comes of doing nothing. */
    Table nothing() {
        List<Row> rows = new ArrayList<>();
        for (Case one : result.written()) {
            List<Cell> cells = new ArrayList<>();
            Promised.of(scenario, one.judged()).forEach(promised -> cells.add(cell(promised)));
            cells.add(failedStarts(one));
            cells.add(Cell.of(orNone(PlanCases.top(one, Harm.START_FAILURE))));
            cells.add(Cell.of(orNone(PlanCases.top(one, Harm.STALL_SECONDS))));
            cells.add(one.cost() == 0 ? Cell.of(NONE) : Cell.of(words.money(one.cost())));
            if (cases.expectedLoss(one) != null) {
                Quantity loss = words.money(cases.expectedLoss(one));
                cells.add(Cell.of(new Quantity("expected-loss", loss.value(), loss.text())));
            }
            rows.add(new Row(one.delivery(), cells));
        }
        List<String> heads = new ArrayList<>(List.of("delivery"));
        scenario.objectives().forEach(objective -> heads.add(objective.text()));
        heads.addAll(List.of("failed starts", "failed by", "stalled by", "cost"));
        if (scenario.costs().failedStart() != null) {
            heads.add("expected loss");
        }
        return new Table("Every delivery as the scenario has it, one night", true, heads, rows);
    }

    private static Cell failedStarts(Case one) {
        double failed = PlanCases.failedStarts(one);
        return Cell.of(new Quantity("failed-starts", failed, Unit.COUNT.say(Math.rint(failed))));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    /** The value with a sign where the objective is missed. */
    private static Cell cell(Promised promised) {
        String sign = promised.verdict() == Verdict.MISSED ? "✗ " : "";
        return promised.value() == null ? Cell.of(promised.said()) : new Cell(sign + promised.said(), promised.value());
    }

    /** Nights under other circumstances: objectives and cost. */
    Table cases(String caption, List<Case> shown) {
        List<Row> rows = new ArrayList<>();
        for (Case one : shown) {
            List<Cell> cells = new ArrayList<>();
            Promised.of(scenario, one.judged()).forEach(promised -> cells.add(cell(promised)));
            cells.add(failedStarts(one));
            cells.add(one.cost() == 0 ? Cell.of(NONE) : Cell.of(words.money(one.cost())));
            cells.add(Cell.of(Quantity.of("viewers", one.viewers(), Unit.COUNT)));
            rows.add(new Row(one.what().isEmpty() ? "as ordered" : PlanCases.name(one), cells));
        }
        List<String> heads = new ArrayList<>(List.of("what differs"));
        scenario.objectives().forEach(objective -> heads.add(objective.text()));
        heads.addAll(List.of("failed starts", "cost", "viewers simulated"));
        return new Table(caption, true, heads, rows);
    }

    /** Every order that was simulated of one delivery. */
    Table points(DeliveryPlan plan) {
        List<Row> rows = new ArrayList<>();
        for (Point point : plan.looked()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(Quantity.of("viewers", point.viewers(), Unit.COUNT)));
            cells.add(Cell.of(point.holds() ? "✓ held" : point.whole() ? "✗ not" : "✗ not, ended early"));
            cells.add(plan.isBilled() ? Cell.of(words.money(point.cost())) : Cell.of(NONE));
            for (int i = 0; i < point.promised().size(); i++) {
                Objective objective = scenario.objectives().get(i);
                Double value = point.promised().get(i);
                MetricWord word = objective.metric();
                cells.add(
                        value == null || !point.whole()
                                ? Cell.of(NONE)
                                : Cell.of(Quantity.of(word.word(), value, Metrics.unit(word))));
            }
            rows.add(new Row(String.join(" / ", point.values()), cells));
        }
        String quantities =
                String.join(" / ", plan.order().stream().map(Line::key).toList());
        List<String> heads = new ArrayList<>(List.of(quantities, "viewers", "held", "cost"));
        scenario.objectives().forEach(objective -> heads.add(objective.text()));
        return new Table("Every order of " + plan.delivery() + " that was simulated", false, heads, rows);
    }
}
