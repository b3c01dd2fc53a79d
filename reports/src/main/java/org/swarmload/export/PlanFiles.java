package org.swarmload.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Line;
import org.swarmload.plan.DeliveryPlan.Point;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.Seen;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.report.Promised;
import org.swarmload.scenario.Objective;
import org.swarmload.study.OverNights.Spread;

/** A plan for programs and spreadsheets. Numbers are in base units, costs in the currency of the bills. */
public final class PlanFiles {
    private PlanFiles() {}

    public static String json(PlanResult result) {
        return PlanJson.text(result);
    }

    /** Every CSV file by its name. */
    public static Map<String, String> csv(PlanResult result) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("plan.csv", orders(result));
        files.put("frontier.csv", frontier(result));
        files.put("whatif.csv", whatIf(result));
        return files;
    }

    /**
     * A row for each delivery and ordered quantity; one without quantity where nothing can be ordered. What is the same in
     * {@code summary.json} has its name there.
     */
    private static String orders(PlanResult result) {
        Csv csv = new Csv();
        csv.line(List.of(
                "delivery",
                "recommended",
                "outcome",
                "viewers",
                "nights",
                "held",
                "cost",
                "bills.least",
                "bills.range10",
                "bills.range50",
                "bills.range90",
                "bills.most",
                "currency",
                "quantity",
                "order",
                "size",
                "written",
                "most",
                "unpriced"));
        for (DeliveryPlan plan : result.deliveries()) {
            List<String> head = new ArrayList<>(List.of(
                    plan.delivery(),
                    Boolean.toString(result.isRecommended(plan)),
                    PlanJson.word(plan.outcome()),
                    Integer.toString(plan.viewers()),
                    Integer.toString(plan.nights()),
                    Integer.toString(plan.seen().held()),
                    plan.isBilled() ? Numbers.plain(plan.cost()) : ""));
            head.addAll(bills(plan.seen()));
            head.add(plan.isBilled() ? plan.invoice().currency() : "");
            String unpriced = String.join("; ", plan.unpriced());
            if (plan.order().isEmpty()) {
                csv.line(with(head, "", "", "", "", "", unpriced));
            }
            for (Line line : plan.order()) {
                csv.line(with(
                        head,
                        line.key(),
                        line.text(),
                        Numbers.plain(line.size()),
                        line.written() == null ? "" : line.written(),
                        line.most(),
                        unpriced));
            }
        }
        return csv.text();
    }

    /** Between what the price lies over nights; nothing when nobody says what things cost. */
    private static List<String> bills(Seen seen) {
        if (seen.bills().isEmpty()) {
            return List.of("", "", "", "", "");
        }
        Spread spread = seen.spreadOfBills();
        return Stream.of(seen.leastBill(), spread.p10(), spread.p50(), spread.p90(), seen.mostBill())
                .map(Numbers::plain)
                .toList();
    }

    private static List<String> with(List<String> head, String... values) {
        List<String> row = new ArrayList<>(head);
        row.addAll(List.of(values));
        return row;
    }

    /**
     * A row for each order that was simulated: its quantities, then what each objective measured; nothing of an order of
     * which a night ended when it had broken a promise.
     */
    private static String frontier(PlanResult result) {
        Set<String> keys = new LinkedHashSet<>();
        result.deliveries().forEach(plan -> plan.order().forEach(line -> keys.add(line.key())));
        List<Objective> objectives = result.scenario().objectives();
        List<String> head = new ArrayList<>(List.of("delivery", "viewers", "cost", "holds", "whole"));
        head.addAll(keys);
        objectives.forEach(objective -> head.add(objective.text()));
        Csv csv = new Csv();
        csv.line(head);
        for (DeliveryPlan plan : result.deliveries()) {
            for (Point point : plan.looked()) {
                List<String> row = new ArrayList<>(List.of(
                        plan.delivery(),
                        Integer.toString(point.viewers()),
                        plan.isBilled() ? Numbers.plain(point.cost()) : "",
                        Boolean.toString(point.holds()),
                        Boolean.toString(point.whole())));
                for (String key : keys) {
                    int ladder = plan.order().stream().map(Line::key).toList().indexOf(key);
                    row.add(ladder < 0 ? "" : point.values().get(ladder));
                }
                point.promised().forEach(value -> row.add(point.whole() ? plain(value) : ""));
                csv.line(row);
            }
        }
        return csv.text();
    }

    private static String plain(Double value) {
        return value == null ? "" : Numbers.plain(value);
    }

    /** A row for each night and objective: the scenario as written, the tornado, the headroom. */
    private static String whatIf(PlanResult result) {
        Csv csv = new Csv();
        csv.line(List.of(
                "kind",
                "delivery",
                "what",
                "direction",
                "change",
                "viewers",
                "cost",
                "objective",
                "limit",
                "value",
                "verdict",
                "margin"));
        rows(csv, result, "written", result.written());
        rows(csv, result, "tornado", result.tornado());
        rows(csv, result, "headroom", result.headroom());
        return csv.text();
    }

    private static void rows(Csv csv, PlanResult result, String kind, List<Case> cases) {
        for (Case one : cases) {
            for (Promised promised : Promised.of(result.scenario(), one.judged())) {
                csv.line(List.of(
                        kind,
                        one.delivery(),
                        one.what(),
                        Integer.toString(one.direction()),
                        one.change(),
                        Integer.toString(one.viewers()),
                        one.cost() == 0 ? "" : Numbers.plain(one.cost()),
                        promised.objective().text(),
                        Numbers.plain(promised.objective().limit()),
                        plain(promised.judged().value()),
                        PlanJson.word(promised.judged().verdict()),
                        plain(promised.margin())));
            }
        }
    }
}
