package org.swarmload.export;

import java.util.List;
import java.util.Locale;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Point;
import org.swarmload.plan.Judged;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.Seen;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.report.Frontier;
import org.swarmload.report.PlanCases;
import org.swarmload.report.PlanReport;
import org.swarmload.report.Promised;
import org.swarmload.report.ReportBuilder;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.OverNights.Spread;

/** A plan for programs: every figure of its page, in base units. */
final class PlanJson {
    private static final int SCHEMA_VERSION = 1;

    private final PlanResult result;
    private final Scenario scenario;
    private final Json json;

    private PlanJson(PlanResult result, Json json) {
        this.result = result;
        this.scenario = result.scenario();
        this.json = json;
    }

    static String text(PlanResult result) {
        return Json.document(json -> new PlanJson(result, json).members());
    }

    private void members() {
        PlanReport page = new PlanReport(result);
        json.field("schemaVersion", SCHEMA_VERSION)
                .field("kind", "plan")
                .field("scenario", scenario.name())
                .field("seed", scenario.seed())
                .field("viewers", scenario.audience().viewers())
                .field("outcome", word(result.outcome()))
                .field("sentence", page.sentence())
                .field("runs", result.runs())
                .field("digest", result.digest() == 0 ? "" : ReportBuilder.digest(result.digest()))
                .field(
                        "recommended",
                        result.recommended() == null ? "" : result.recommended().delivery());
        json.array("assumptions", () -> page.assumptions().forEach(json::item));
        json.array(
                "unpromised",
                () -> page.unpromised()
                        .forEach(one -> json.value(() -> {
                            json.field("sentence", one.sentence());
                            one.figures().forEach(figure -> json.field(figure.word(), (Double) figure.value()));
                        })));
        if (result.recommended() != null) {
            json.object("certificate", () -> certificate(result.recommended().certificate()));
        }
        json.object(
                "deliveries",
                () -> result.deliveries().forEach(plan -> json.object(plan.delivery(), () -> delivery(plan))));
        cases("written", result.written());
        json.array("frontier", () -> result.deliveries().forEach(this::frontier));
        cases("tornado", result.tornado());
        cases("headroom", result.headroom());
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void certificate(DeliveryPlan.Certificate certificate) {
        json.field("nights", certificate.nights())
                .field("tries", certificate.tries())
                .field("more", certificate.more())
                .field("verdict", word(certificate.judged().whole()));
        objectives(certificate.judged());
    }

    private void objectives(Judged judged) {
        if (judged.held() != null) {
            json.object(
                    "nightsHeld",
                    () -> json.field("nights", judged.held().nights())
                            .field("held", judged.held().held())
                            .field("low", (Double) judged.held().low())
                            .field("high", (Double) judged.held().high()));
        }
        json.array(
                "objectives",
                () -> Promised.of(scenario, judged)
                        .forEach(one -> json.value(
                                () -> json.field("objective", one.objective().text())
                                        .field("limit", (Double) one.objective().limit())
                                        .field("value", one.judged().value())
                                        .field("ci95", one.judged().ci95())
                                        .field("verdict", word(one.judged().verdict()))
                                        .field("margin", one.margin()))));
    }

    private void delivery(DeliveryPlan plan) {
        json.field("outcome", word(plan.outcome()))
                .field("viewers", plan.viewers())
                .field("nights", plan.nights())
                .field("held", plan.seen().held())
                .field("cost", !plan.isBilled() ? null : (Double) plan.cost())
                .field("cheapest", plan.cheapest())
                .field("worseWithMore", plan.worseWithMore())
                .field("more", plan.more());
        json.array("unpriced", () -> plan.unpriced().forEach(json::item));
        if (!plan.seen().bills().isEmpty()) {
            json.object("bills", () -> bills(plan.seen()));
            json.object("paid", () -> json.fields(plan.paid()));
        }
        json.array(
                plan.found() ? "order" : "largestOrder",
                () -> plan.order()
                        .forEach(line -> json.value(() -> json.field("quantity", line.key())
                                .field("order", line.text())
                                .field("size", (Double) line.size())
                                .field("written", line.written())
                                .field("most", line.most()))));
        objectives(plan.judged());
        if (plan.certificate() != null) {
            json.object("certificate", () -> certificate(plan.certificate()));
        }
        json.object("causes", () -> json.fields(plan.causes()));
        json.array(
                "bounds",
                () -> plan.bounds()
                        .forEach(bound -> json.value(() -> json.field("metric", bound.metric())
                                .field("relation", bound.relation())
                                .field("value", (Double) bound.value())
                                .field("assumption", bound.assumption()))));
        json.object("invoice", () -> InvoiceJson.write(json, plan.invoice()));
    }

    /** Over nights, each with its own; ten and ninety are the tenth and the ninetieth of a hundred. */
    private void bills(Seen seen) {
        Spread spread = seen.spreadOfBills();
        json.field("least", (Double) seen.leastBill())
                .field("range10", (Double) spread.p10())
                .field("range50", (Double) spread.p50())
                .field("range90", (Double) spread.p90())
                .field("most", (Double) seen.mostBill());
    }

    private void cases(String name, List<Case> cases) {
        json.array(name, () -> cases.forEach(one -> json.value(() -> one(one))));
    }

    private void one(Case one) {
        json.field("delivery", one.delivery())
                .field("what", one.what())
                .field("direction", one.direction())
                .field("change", one.change())
                .field("viewers", one.viewers())
                .field("everybody", one.everybody())
                .field("cost", one.cost() == 0 ? null : (Double) one.cost())
                .field("failedStarts", (Double) PlanCases.failedStarts(one))
                .field("expectedLoss", new PlanCases(result).expectedLoss(one))
                .field("digest", ReportBuilder.digest(one.note().digest()));
        objectives(one.judged());
        json.object(
                "causes",
                () -> PlanCases.harm(one)
                        .forEach((harm, causes) -> json.object(word(harm), () -> json.fields(causes))));
        json.object("metrics", () -> json.fields(one.note().figures()));
    }

    private void frontier(DeliveryPlan plan) {
        List<Point> efficient = Frontier.efficient(scenario, plan);
        for (Point point : plan.looked()) {
            json.value(() -> {
                json.field("delivery", plan.delivery());
                json.object("order", () -> {
                    for (int i = 0; i < point.values().size(); i++) {
                        json.field(plan.order().get(i).key(), point.values().get(i));
                    }
                });
                json.field("viewers", point.viewers())
                        .field("cost", !plan.isBilled() ? null : (Double) point.cost())
                        .field("holds", point.holds())
                        .field("whole", point.whole())
                        .field("efficient", efficient.contains(point));
                json.object("measured", () -> {
                    for (int i = 0; i < point.promised().size(); i++) {
                        json.field(
                                scenario.objectives().get(i).text(),
                                point.whole() ? point.promised().get(i) : null);
                    }
                });
            });
        }
    }
}
