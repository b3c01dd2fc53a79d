package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Invoice;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Certificate;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.Judged;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.Seen;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.Objectives.Judgement;
import org.swarmload.study.StudyResult.Verdict;

/** The made-up plan in which something holds, with less in it or with other promises. */
public final class ChangedPlan {
    private ChangedPlan() {}

    /** Something holds, and no other deliveries than these were looked at. */
    static PlanResult alone(String... deliveries) {
        PlanResult whole = SamplePlan.of(Outcome.HOLDS);
        return with(
                whole.scenario(),
                whole,
                whole.deliveries().stream()
                        .filter(plan -> List.of(deliveries).contains(plan.delivery()))
                        .toList());
    }

    /** Something holds, of which other things were promised. */
    static PlanResult promising(String... objectives) {
        PlanResult whole = SamplePlan.of(Outcome.HOLDS);
        return with(
                SamplePlan.scenario("objectives=[" + String.join(", ", objectives) + "]"), whole, whole.deliveries());
    }

    /** Something holds, and less and more of these things alone was tried on the small crowd. */
    static PlanResult varying(List<Case> headroom, String... what) {
        PlanResult whole = SamplePlan.of(Outcome.HOLDS);
        return new PlanResult(
                whole.scenario(),
                whole.deliveries(),
                whole.recommended(),
                whole.written(),
                whole.tornado().stream()
                        .filter(one -> List.of(what).contains(one.what()))
                        .toList(),
                headroom,
                whole.recommendedYaml(),
                whole.runs(),
                whole.digest());
    }

    private static PlanResult with(Scenario scenario, PlanResult whole, List<DeliveryPlan> deliveries) {
        return new PlanResult(
                scenario,
                deliveries,
                whole.recommended(),
                whole.written(),
                whole.tornado(),
                whole.headroom(),
                whole.recommendedYaml(),
                whole.runs(),
                whole.digest());
    }

    /** Nobody says what these deliveries' peers cost. */
    public static PlanResult unpriced(String... deliveries) {
        PlanResult whole = SamplePlan.of(Outcome.HOLDS);
        List<DeliveryPlan> plans = whole.deliveries().stream()
                .map(plan -> List.of(deliveries).contains(plan.delivery()) ? unpriced(plan) : plan)
                .toList();
        DeliveryPlan recommended =
                plans.stream().filter(whole::isRecommended).findFirst().orElseThrow();
        return new PlanResult(
                whole.scenario(),
                plans,
                recommended,
                whole.written(),
                whole.tornado(),
                whole.headroom(),
                whole.recommendedYaml(),
                whole.runs(),
                whole.digest());
    }

    private static DeliveryPlan unpriced(DeliveryPlan plan) {
        return new DeliveryPlan(
                plan.delivery(),
                plan.outcome(),
                plan.viewers(),
                plan.found(),
                plan.order(),
                new Invoice("USD", List.of(), null),
                List.of("peers"),
                plan.judged(),
                plan.certificate(),
                new Seen(
                        plan.nights(),
                        plan.seen().held(),
                        List.of(),
                        Map.of(),
                        plan.seen().figures()),
                plan.cheapest(),
                plan.causes(),
                plan.bounds(),
                plan.more(),
                plan.looked(),
                plan.worseWithMore());
    }

    /** The service can be kept, and not for the money that was promised. */
    public static PlanResult tooDear() {
        PlanResult whole = SamplePlan.of(Outcome.HOLDS);
        DeliveryPlan plan = whole.recommended();
        List<Judgement> each = new ArrayList<>(plan.judged().each());
        each.set(2, new Judgement(Verdict.MISSED, plan.cost(), 0.0));
        DeliveryPlan dear = new DeliveryPlan(
                plan.delivery(),
                Outcome.NONE,
                plan.viewers(),
                true,
                plan.order(),
                plan.invoice(),
                List.of(),
                new Judged(each, null, Verdict.MISSED),
                null,
                plan.seen(),
                false,
                plan.causes(),
                List.of(),
                0,
                List.of(),
                0);
        return new PlanResult(
                SamplePlan.scenario("objectives=[start-failures < 0.5%, startup-time.p95 < 4s, cost < 100]"),
                List.of(dear),
                null,
                whole.written(),
                List.of(),
                List.of(),
                null,
                whole.runs(),
                0);
    }

    /** The same without the first objective: who fails to start is promised nothing. */
    static PlanResult withoutStartObjective() {
        PlanResult whole = SamplePlan.of(Outcome.HOLDS);
        return new PlanResult(
                SamplePlan.scenario("objectives=[startup-time.p95 < 4s, rebuffering-ratio < 0.4%]"),
                whole.deliveries().stream().map(ChangedPlan::withoutFirst).toList(),
                withoutFirst(whole.recommended()),
                whole.written().stream().map(ChangedPlan::withoutFirst).toList(),
                whole.tornado().stream().map(ChangedPlan::withoutFirst).toList(),
                whole.headroom().stream().map(ChangedPlan::withoutFirst).toList(),
                whole.recommendedYaml(),
                whole.runs(),
                whole.digest());
    }

    private static DeliveryPlan withoutFirst(DeliveryPlan plan) {
        return new DeliveryPlan(
                plan.delivery(),
                plan.outcome(),
                plan.viewers(),
                plan.found(),
                plan.order(),
                plan.invoice(),
                plan.unpriced(),
                withoutFirst(plan.judged()),
                plan.certificate() == null ? null : new Certificate(withoutFirst(plan.judged()), 10, 1, 0),
                plan.seen(),
                plan.cheapest(),
                plan.causes(),
                plan.bounds(),
                plan.more(),
                List.of(),
                plan.worseWithMore());
    }

    private static Judged withoutFirst(Judged judged) {
        return new Judged(judged.each().subList(1, judged.each().size()), judged.held(), judged.whole());
    }

    private static Case withoutFirst(Case one) {
        return new Case(
                one.delivery(),
                one.what(),
                one.direction(),
                one.change(),
                one.viewers(),
                one.everybody(),
                one.cost(),
                withoutFirst(one.judged()),
                one.note());
    }
}
