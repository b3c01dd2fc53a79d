package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.swarmload.chart.Chart;
import org.swarmload.cost.Invoice;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.PlanResult;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Section;
import org.swarmload.report.Report.Table;

/** The evidence behind page one of a plan. */
final class PlanSections {
    private final PlanResult result;
    private final PlanWords words;
    private final PlanTables tables;
    private final PlanCharts charts;
    private final PlanCases cases;
    private final PlanReport page;
    private final DeliveryPlan subject;

    PlanSections(PlanResult result) {
        this.result = result;
        this.words = new PlanWords(result);
        this.tables = new PlanTables(result);
        this.charts = new PlanCharts(result);
        this.cases = new PlanCases(result);
        this.page = new PlanReport(result);
        this.subject = new PlanVerdict(result).subject();
    }

    List<Section> list() {
        List<Section> sections = new ArrayList<>();
        if (subject.isBilled()) {
            sections.add(bill());
        }
        sections.add(new Section(
                "Does it hold?",
                subject.certificate() == null ? List.of() : List.of(Finding.of(page.certificate())),
                List.of(),
                List.of(tables.objectives(subject))));
        sections.add(new Section("Each way to deliver", List.of(), List.of(), List.of(tables.deliveries())));
        sections.add(nothing());
        sections.add(frontier());
        if (!result.tornado().isEmpty() || !result.headroom().isEmpty()) {
            sections.add(whatIf());
        }
        sections.add(new Section("Method", method(), List.of(), List.of()));
        return sections;
    }

    private Section bill() {
        Set<String> notes = new LinkedHashSet<>();
        for (Invoice.Line line : subject.invoice().lines()) {
            if (!line.note().isEmpty()) {
                notes.add(line.payer() + ": " + line.note());
            }
        }
        List<Finding> said = new ArrayList<>();
        said.add(Finding.of("The event is billed at the margin: the month with it less the month without it. Amount is "
                + "quantity times unit price."));
        boolean certain = result.scenario().nights().areCertain();
        if (!certain) {
            said.add(Finding.of(
                    "Every night has a bill of its own, with its prices. The price of the order is the mean of "
                            + "them, " + words.about(subject).text() + "; shown is the median, line by line."));
        }
        notes.forEach(note -> said.add(Finding.of(note)));
        return new Section(
                "The order's bill",
                said,
                List.of(),
                List.of(Tables.invoice(
                        subject.delivery() + (certain ? "" : ", the median of all nights' bills"),
                        subject.invoice(),
                        true)));
    }

    private Section nothing() {
        List<Finding> said = new ArrayList<>();
        result.written()
                .forEach(one -> said.add(Finding.of(one.delivery() + " as written: " + cases.outcome(one) + ".")));
        return new Section("What doing nothing costs", said, List.of(), List.of(tables.nothing()));
    }

    /** What is recommended first, then what else holds. */
    private Section frontier() {
        List<DeliveryPlan> shown = new ArrayList<>(List.of(subject));
        result.deliveries().stream()
                .filter(plan -> !plan.delivery().equals(subject.delivery()) && plan.outcome() == Outcome.HOLDS)
                .forEach(shown::add);
        List<Chart> drawn = shown.stream()
                .flatMap(plan -> new Frontier(result.scenario(), plan, words, judged(plan)).chart().stream())
                .toList();
        List<Table> listed = result.deliveries().stream()
                .filter(plan -> !plan.looked().isEmpty())
                .map(tables::points)
                .toList();
        List<Finding> said = List.of(
                Finding.of(
                        drawn.isEmpty()
                                ? "No two orders of different cost were simulated that can be compared."
                                : "What more money buys: the objective that most orders miss, for every order that was simulated. One on the "
                                        + "good side of the limit that did not hold misses another objective, or chance leaves it open."));
        return new Section("Cost against quality", said, drawn, listed);
    }

    private String judged(DeliveryPlan plan) {
        return plan.certificate() != null
                ? "the order, on new nights"
                : plan.found() ? "the order" : "the largest order";
    }

    private String ofSmallCrowd() {
        String putRight =
                result.scenario().nights().areCertain() ? ", put right by the order's night with everybody" : "";
        return " of a small crowd (with capacities as much smaller)" + putRight;
    }

    private Section whatIf() {
        List<Table> shown = new ArrayList<>();
        List<Finding> said = new ArrayList<>();
        if (!result.tornado().isEmpty()) {
            boolean small = !words.isWhole(result.tornado().get(0));
            shown.add(tables.cases(
                    "Less and more of each thing, one night" + (small ? ofSmallCrowd() : ""), result.tornado()));
            cases.base()
                    .filter(cases::isBroken)
                    .ifPresent(base -> said.add(Finding.of("On this one night" + (small ? " of a small crowd" : "")
                            + " the order itself " + cases.outcome(base)
                            + ": read differences between rows, not verdicts.")));
        }
        if (!result.headroom().isEmpty()) {
            shown.add(tables.cases("Headroom of the order, one night", result.headroom()));
        }
        if (subject.isBilled()) {
            said.add(Finding.of("Prices move the bill and nothing else: a fifth less makes it "
                    + words.money(0.8 * subject.cost()).text() + ", a fifth more "
                    + words.money(1.2 * subject.cost()).text() + "."));
        }
        return new Section(
                "What would change it", said, charts.tornado().stream().toList(), shown);
    }

    private List<Finding> method() {
        List<Finding> said = new ArrayList<>();
        said.add(Finding.of(
                "The search asks for the cheapest order of each delivery with which every objective holds, on "
                        + "the same audiences for every order. It takes for granted that more of a quantity never makes an "
                        + "objective worse and never costs less."));
        if (subject.certificate() != null) {
            said.add(Finding.of(page.certificate()));
        }
        if (result.recommended() != null) {
            said.add(Finding.of(page.cheapest()));
        }
        for (DeliveryPlan plan : result.deliveries()) {
            if (plan.worseWithMore() > 0) {
                said.add(Finding.of(plan.delivery() + ": " + Unit.COUNT.say(plan.worseWithMore(), "order")
                        + " failed although a smaller one held. More was worse there, or chance was: a cheaper order may "
                        + "have been ruled out wrongly."));
            }
        }
        said.add(Finding.of(Unit.COUNT.say(result.runs(), "simulation") + " in all; seed "
                + result.scenario().seed()
                + (result.digest() == 0
                        ? ""
                        : "; digest of the certificate's nights " + ReportBuilder.digest(result.digest()))
                + "."));
        return said;
    }
}
