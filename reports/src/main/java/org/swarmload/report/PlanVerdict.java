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

    /** "Deliver by hybrid and order ...: 4,644 USD (4,610 to 4,690 on single nights), holds on ...; the next cheapest, ...". */
    private Finding order() {
        DeliveryPlan plan = result.recommended();
        Finding price = plan.isBilled() ? words.price(plan) : Finding.of(PlanWords.unknownCost(plan));
        Finding against = against();
        List<Quantity> figures = new ArrayList<>(price.figures());
        figures.addAll(against.figures());
        return new Finding(
                "Deliver by " + plan.delivery() + " and order " + PlanWords.inBrief(plan) + ": " + price.sentence()
                        + ", " + held(plan) + against.sentence() + ".",
                figures);
    }

    /**
     * On how many nights it holds. Where nothing is unknown a promise is kept on average; nights that keep it each by
     * itself are counted all the same, because that is what people live through.
     */
    private static String held(DeliveryPlan plan) {
        if (plan.judged().held() != null) {
            return Unknowns.said(plan.judged().held());
        }
        int held = plan.seen().held();
        String nights = Unit.COUNT.say(plan.nights(), "new night");
        return held == plan.nights()
                ? "holds on " + (held == 1 ? "the one night simulated anew" : "each of " + nights)
                : "holds on average over " + nights + ", by itself on " + held + " of them";
    }

    /** The next cheapest, or why there is none; what was judged on a small crowd alone is "about". */
    private Finding against() {
        List<DeliveryPlan> others = words.alternatives();
        if (others.isEmpty()) {
            return Finding.of(noOther());
        }
        DeliveryPlan next = others.get(0);
        if (!next.isBilled()) {
            return Finding.of("; " + next.delivery() + " would hold too, " + PlanWords.unknownCost(next));
        }
        Quantity price = words.about(next);
        return next.cost() < result.recommended().cost()
                ? Finding.of(
                        "; " + next.delivery() + " may cost less (" + price.text()
                                + ") but was not tried on new nights",
                        price)
                : Finding.of("; the next cheapest, " + next.delivery() + ", costs " + price.text(), price);
    }

    private String noOther() {
        if (result.deliveries().size() == 1) {
            return "; no other delivery was looked at";
        }
        Optional<DeliveryPlan> open = words.nearest(Outcome.UNDECIDED);
        if (open.isPresent()) {
            return "; no other delivery surely holds, " + open.get().delivery() + " may";
        }
        return "; no other delivery holds"
                + words.nearest(Outcome.NONE)
                        .map(near -> ", " + near.delivery() + (near.found() ? "" : " with the most on offer")
                                + " misses " + missed(near))
                        .orElse("");
    }

    private Finding none() {
        DeliveryPlan plan = subject();
        if (plan.certificate() != null) {
            return Finding.of("No plan holds: " + heldInTheSearch(plan) + ".");
        }
        if (plan.found()) {
            return Finding.of("No plan holds: the cheapest order found with which " + plan.delivery()
                    + " keeps what is promised of the service, " + PlanWords.inBrief(plan) + price(plan) + " misses "
                    + missed(plan) + ".");
        }
        String who = result.deliveries().size() == 1 ? plan.delivery() : plan.delivery() + ", which comes nearest,";
        return Finding.of("No plan holds: with the most of everything that can be ordered " + who + " misses "
                + missed(plan) + why(plan) + ".");
    }

    /** Of an order that failed where the search had not looked. */
    private String heldInTheSearch(DeliveryPlan plan) {
        return plan.delivery() + " with " + PlanWords.inBrief(plan) + " held in the search, but misses " + missed(plan)
                + " on " + Unit.COUNT.say(plan.certificate().nights(), "new night");
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
        boolean found = plan.found();
        if (plan.judged().whole() == Verdict.MISSED) {
            return Finding.of("Undecided: " + heldInTheSearch(plan) + ", where larger orders were not tried.");
        }
        if (plan.judged().held() != null) {
            String order = PlanWords.inBrief(plan) + price(plan);
            return Finding.of("Undecided: "
                    + (found
                            ? plan.delivery() + " with " + order + " "
                            : "even with the most of everything, " + order + " " + plan.delivery() + " ")
                    + Unknowns.said(plan.judged().held()) + ", and "
                    + Unit.SHARE.say(scenario.plan().hold()) + " of them are wanted" + more(plan.more()) + ".");
        }
        String open = Promised.of(scenario, plan.judged()).stream()
                .filter(one -> one.verdict() != Verdict.MET)
                .map(one -> one.objective().text() + " (" + one.saidWithInterval() + ")")
                .collect(Collectors.joining(" and "));
        String what = found
                ? plan.delivery() + " with " + PlanWords.inBrief(plan) + price(plan) + " may hold"
                : "even with the most of everything " + plan.delivery() + " may or may not hold";
        return Finding.of("Undecided: " + what + "; " + open + " is open after "
                + Unit.COUNT.say(plan.nights(), "night") + more(plan.more()) + ".");
    }

    private String price(DeliveryPlan plan) {
        return ", " + (plan.isBilled() ? words.price(plan).sentence() : PlanWords.unknownCost(plan)) + ",";
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
        String what = plan.judged().whole() == Verdict.UNDECIDED
                ? plan.more() > 0 && plan.more() < MANY ? "about " + plan.more() + " more nights would tell" : "open"
                : missed.isEmpty()
                        ? ""
                        : "misses " + missed(plan) + (plan.certificate() == null ? "" : " on new nights");
        // What is spent is no harm.
        boolean spends = plan.found() && plan.certificate() == null;
        String causes = spends || plan.causes().isEmpty() ? "" : "; harm charged to " + PlanWords.causes(plan.causes());
        return what + causes;
    }
}
