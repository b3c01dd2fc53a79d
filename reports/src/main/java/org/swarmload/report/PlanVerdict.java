package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.PlanResult;
import org.swarmload.report.Report.Finding;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.Verdict;

/** The answer in one sentence: what to order, why nothing can be, or what is missing to know. */
final class PlanVerdict {
    /** Beyond this the mean lies on the limit, as far as anybody can tell. */
    private static final int MANY = 10_000;

    private final PlanResult result;
    private final Scenario scenario;
    private final PlanWords words;

    PlanVerdict(PlanResult result) {
        this.result = result;
        this.scenario = result.scenario();
        this.words = new PlanWords(result);
    }

    /** The delivery that the page is about: what is recommended, else what comes nearest. */
    DeliveryPlan subject() {
        return result.recommended() != null
                ? result.recommended()
                : words.nearest(result.outcome()).orElse(result.deliveries().get(0));
    }

    Finding finding() {
        return switch (result.outcome()) {
            case HOLDS -> order();
            case NONE -> none();
            case UNDECIDED -> undecided();
        };
    }

    private Finding order() {
        DeliveryPlan plan = result.recommended();
        String what = "Deliver by " + plan.delivery() + " and order " + PlanWords.order(plan) + ": ";
        if (!PlanWords.isBilled(plan)) {
            return Finding.of(
                    what + "the least that was found to keep every objective" + risk(plan) + words.against() + ".");
        }
        List<Quantity> figures = new ArrayList<>(List.of(words.money(plan.cost())));
        words.alternatives().stream()
                .filter(PlanWords::isBilled)
                .limit(1)
                .forEach(next -> figures.add(words.money(next.cost())));
        return new Finding(what + figures.get(0).text() + risk(plan) + words.against() + ".", figures);
    }

    /** On how many nights it holds, where something is unknown: ", holds on 96 of 100 nights (90 to 99)". */
    private static String risk(DeliveryPlan plan) {
        return plan.judged().held() == null
                ? ""
                : ", " + Unknowns.said(plan.judged().held());
    }

    private Finding none() {
        if (result.recommended() != null) {
            DeliveryPlan plan = result.recommended();
            return Finding.of("No plan holds for sure: " + plan.delivery() + " with " + PlanWords.order(plan)
                    + " held in the search, but misses " + missed(plan) + " on "
                    + Unit.COUNT.say(result.certificate().nights(), "new night") + ".");
        }
        DeliveryPlan plan = subject();
        String who = result.deliveries().size() == 1 ? plan.delivery() : plan.delivery() + ", which comes nearest,";
        return Finding.of("No plan holds: with the most of everything that can be ordered " + who + " misses "
                + missed(plan) + why(plan) + ".");
    }

    /** "rebuffering-ratio < 0.4% (measured 1.2 %) and one more". */
    private String missed(DeliveryPlan plan) {
        NightsHeld held = plan.judged().held();
        if (held != null) {
            return "its objectives on " + (held.nights() - held.held()) + " of "
                    + Unit.COUNT.say(held.nights(), "night") + " (at most "
                    + Unit.SHARE.say(1 - scenario.plan().hold()) + " of them may)";
        }
        List<Promised> missed = Promised.missed(scenario, plan.judged());
        if (missed.isEmpty()) {
            return "its objectives";
        }
        Promised worst = named(plan, missed);
        String others = missed.size() == 1 ? "" : " and " + Unit.COUNT.say(missed.size() - 1, "other objective");
        return worst.objective().text() + " (measured " + worst.said() + ")" + others;
    }

    /** What mathematics rules out, else what is missed furthest. */
    private static Promised named(DeliveryPlan plan, List<Promised> missed) {
        return missed.stream()
                .filter(one -> bound(plan, one).isPresent())
                .findFirst()
                .orElse(missed.get(0));
    }

    private static Optional<Bound> bound(DeliveryPlan plan, Promised one) {
        return plan.bounds().stream()
                .filter(bound -> org.swarmload.study.Mathematics.speaksOf(bound, one.objective()))
                .findFirst();
    }

    private String why(DeliveryPlan plan) {
        List<Promised> missed = Promised.missed(scenario, plan.judged());
        if (!missed.isEmpty()) {
            Promised worst = named(plan, missed);
            Optional<Bound> bound = bound(plan, worst);
            if (bound.isPresent()) {
                return "; mathematics allows " + (worst.isMost() ? "no less than " : "no more than ")
                        + worst.unit().say(bound.get().value()) + ": "
                        + bound.get().assumption();
            }
        }
        return plan.causes().isEmpty() ? "" : "; the harm is charged to " + PlanWords.causes(plan.causes());
    }

    private Finding undecided() {
        DeliveryPlan plan = subject();
        boolean found = result.recommended() != null;
        int nights = found ? result.certificate().nights() : plan.nights();
        int more = found ? result.certificate().more() : plan.more();
        if (plan.judged().held() != null) {
            return Finding.of("Undecided: " + plan.delivery() + " with " + PlanWords.order(plan) + " "
                    + Unknowns.said(plan.judged().held()) + "; "
                    + Unit.SHARE.say(scenario.plan().hold())
                    + " of them are wanted. More nights (plan.nights) would tell.");
        }
        String open = Promised.of(scenario, plan.judged()).stream()
                .filter(one -> one.verdict() != Verdict.MET)
                .map(one -> one.objective().text() + " (" + one.saidWithInterval() + ")")
                .collect(Collectors.joining(" and "));
        String price =
                PlanWords.isBilled(plan) ? ", " + words.money(plan.cost()).text() + "," : "";
        String what = found
                ? plan.delivery() + " with " + PlanWords.order(plan) + price + " may hold"
                : "even with the most of everything " + plan.delivery() + " may or may not hold";
        return Finding.of("Undecided: " + what + "; " + open + " is open after " + Unit.COUNT.say(nights, "night")
                + more(more) + ".");
    }

    private static String more(int more) {
        if (more == 0) {
            return "";
        }
        return more >= MANY
                ? "; it lies so near to its limit that no number of nights may tell"
                : ". About " + Unit.COUNT.say(more, "more night") + " would tell";
    }

    /** Why a delivery is no choice, in a few words; what it keeps to where it is one. */
    String reason(DeliveryPlan plan) {
        if (plan.outcome() == Outcome.HOLDS) {
            return Promised.tightest(scenario, plan.judged())
                    .map(one -> "tightest: " + one.metric() + " " + one.said() + ", limit " + one.limit())
                    .orElse("");
        }
        List<Promised> missed = Promised.missed(scenario, plan.judged());
        String what = plan.outcome() == Outcome.UNDECIDED
                ? plan.more() > 0 && plan.more() < MANY ? "about " + plan.more() + " more nights would tell" : "open"
                : missed.isEmpty() ? "" : "misses " + missed(plan);
        String causes = plan.causes().isEmpty() ? "" : "; harm charged to " + PlanWords.causes(plan.causes());
        return what + causes;
    }
}
