package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.swarmload.chart.Chart;
import org.swarmload.cost.Contract;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Headline;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.PlanDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.StudyResult.Verdict;

/** A plan as a report: page one says what to order, the rest why. */
public final class PlanReport {
    /** Further price lists stand in the bill. */
    private static final int MOST_LISTS = 3;

    private final PlanResult result;
    private final Scenario scenario;
    private final PlanWords words;
    private final PlanVerdict verdict;
    private final DeliveryPlan subject;
    private final PlanCases cases;

    public PlanReport(PlanResult result) {
        this.result = result;
        this.scenario = result.scenario();
        this.words = new PlanWords(result);
        this.verdict = new PlanVerdict(result);
        this.subject = verdict.subject();
        this.cases = new PlanCases(result);
    }

    /** The answer in one sentence: the same in the terminal, in summary.json and on page one. */
    public String sentence() {
        return verdict.finding().sentence();
    }

    /** What no objective is about, and what the order does there. */
    public List<Finding> unpromised() {
        return new Unpromised(result).list();
    }

    public Report build() {
        Optional<Chart> lead = new PlanCharts(result).lead();
        return new Report(
                scenario.name() + ": what to order",
                subtitle(),
                false,
                verdict.finding(),
                headlines(),
                lead.orElse(null),
                recommendation(),
                assumptions(),
                cases.changes(),
                new PlanSections(result).list(),
                subject.order().isEmpty() ? null : new PlanTables(result).order());
    }

    private String subtitle() {
        return Unit.COUNT.say(scenario.audience().viewers(), "viewer") + "; "
                + String.join(
                        ", ",
                        result.deliveries().stream().map(DeliveryPlan::delivery).toList())
                + (result.deliveries().size() > 1 ? " compared; " : "; ") + Unit.COUNT.say(result.runs(), "simulation")
                + "; seed " + scenario.seed()
                + (result.digest() == 0 ? "" : ", digest " + ReportBuilder.digest(result.digest()));
    }

    private List<Headline> headlines() {
        List<Headline> headlines = new ArrayList<>();
        price().ifPresent(headlines::add);
        (subject.judged().held() == null ? tightest() : nightsHeld()).ifPresent(headlines::add);
        headlines.add(nothing());
        return headlines;
    }

    private Optional<Headline> price() {
        if (!subject.isBilled()) {
            return Optional.empty();
        }
        boolean holds = result.outcome() == Outcome.HOLDS;
        List<Quantity> others = words.alternatives().stream()
                .filter(DeliveryPlan::isBilled)
                .map(plan -> new Quantity(
                        "cost",
                        plan.cost(),
                        plan.delivery() + " " + words.about(plan).text()))
                .toList();
        return Optional.of(new Headline(
                holds ? "Price of the order" : priceOf(),
                words.about(subject),
                subject.delivery() + ", what the event adds to the month's bill" + words.spread(subject),
                others));
    }

    /** Of which order that does not hold the price is. */
    private String priceOf() {
        return !subject.found()
                ? "Price of the largest order"
                : subject.certificate() == null
                        ? "Price of the cheapest order found that keeps the service"
                        : "Price of what was tried";
    }

    /** Where something is unknown: the share of nights is what was planned for. */
    private Optional<Headline> nightsHeld() {
        NightsHeld held = subject.judged().held();
        return Optional.of(new Headline(
                "Nights on which every objective holds",
                new Quantity("nights-held", held.held(), held.held() + " of " + held.nights()),
                Unit.SHARE.say(scenario.plan().hold()) + " are wanted; " + subject.delivery() + " "
                        + words.crowd(subject),
                Promised.tightest(scenario, subject.judged())
                        .flatMap(one -> Optional.ofNullable(one.value()))
                        .map(value -> new Quantity(
                                value.word(), value.value(), value.word() + " " + value.text() + " on average"))
                        .stream()
                        .toList()));
    }

    private Optional<Headline> tightest() {
        return Promised.tightest(scenario, subject.judged())
                .filter(one -> one.value() != null)
                .map(one -> new Headline(
                        (one.verdict() == Verdict.MISSED ? "Missed furthest: " : "Tightest objective: ")
                                + one.objective().text(),
                        one.value(),
                        (one.margin() == null
                                        ? ""
                                        : Unit.SHARE.say(Math.abs(one.margin()))
                                                + (one.margin() < 0
                                                        ? " beyond the limit; "
                                                        : " of the limit to spare; "))
                                + subject.delivery() + " " + words.crowd(subject),
                        List.of()));
    }

    /** What comes of the scenario as it is: people who fail to start, else who stand still. */
    private Headline nothing() {
        Case one = cases.nothing(subject.delivery());
        List<Promised> missed = Promised.missed(scenario, one.judged());
        double failed = PlanCases.failedStarts(one);
        double stalled = PlanCases.figure(one, MetricWord.REBUFFERING_RATIO);
        Quantity starts = new Quantity("failed-starts", failed, Unit.COUNT.say(Math.rint(failed)));
        Quantity stalls = Quantity.of(MetricWord.REBUFFERING_RATIO.word(), stalled, Unit.SHARE);
        Quantity startsToo = new Quantity("failed-starts", failed, Unit.COUNT.say(Math.rint(failed), "failed start"));
        Quantity stallsToo = new Quantity(stalls.word(), stalled, stalls.text() + " of the time stalled");
        boolean leave = failed >= Findings.NOTABLE * one.everybody() || stalled == 0;
        String broken = missed.isEmpty()
                ? "keeps every objective"
                : "misses "
                        + PlanWords.and(missed.stream()
                                .map(promised -> promised.objective().text())
                                .toList());
        return new Headline(
                "Doing nothing, " + one.delivery() + " as written: " + (leave ? "failed starts" : "time stalled"),
                leave ? starts : stalls,
                broken + (one.cost() > 0 ? ", for " + words.money(one.cost()).text() : "") + loss(one),
                List.of(leave ? stallsToo : startsToo));
    }

    private String loss(Case one) {
        Double loss = cases.expectedLoss(one);
        return loss == null || loss == 0
                ? ""
                : "; failed starts are worth " + words.money(loss).text();
    }

    private List<Finding> recommendation() {
        List<Finding> said = new ArrayList<>();
        if (subject.certificate() != null) {
            said.add(Finding.of(certificate()));
        }
        if (result.outcome() == Outcome.HOLDS) {
            said.add(Finding.of(cheapest()));
            unpriced().map(Finding::of).ifPresent(said::add);
            words.leastOnOffer(result.recommended().order()).map(Finding::of).ifPresent(said::add);
            List<String> others = result.deliveries().stream()
                    .filter(plan -> plan.outcome() != Outcome.HOLDS && !plan.found())
                    .map(plan -> plan.delivery() + (plan.outcome() == Outcome.NONE ? "" : " (undecided)"))
                    .toList();
            if (!others.isEmpty()) {
                said.add(Finding.of("Not even the largest order surely holds for " + PlanWords.and(others) + "."));
            }
            result.deliveries().stream()
                    .filter(plan -> plan.outcome() != Outcome.HOLDS && plan.found())
                    .forEach(plan -> said.add(Finding.of(
                            plan.delivery() + " with " + PlanWords.inBrief(plan) + ": " + verdict.reason(plan) + ".")));
            said.add(Finding.of("recommended.yaml is the scenario with this order."));
        } else if (result.outcome() == Outcome.NONE) {
            said.add(Finding.of("Order nothing by these figures."));
            String remedy = subject.found() ? "" : PlanWords.remedy(subject.causes());
            if (!remedy.isEmpty()) {
                said.add(Finding.of(remedy));
            }
        } else {
            said.add(Finding.of("Run the plan again with more nights before you order" + again() + "."));
        }
        said.addAll(unpromised());
        return said;
    }

    /** ": --set plan.nights=97"; nothing where as many cannot be asked for. */
    private String again() {
        boolean certain = scenario.nights().areCertain();
        int more = subject.more();
        int all = subject.nights() + more;
        boolean possible = all <= (certain ? PlanDef.MOST_REPLICATIONS : PlanDef.MOST_NIGHTS);
        return more > 0 && possible ? ": --set plan." + (certain ? "replications" : "nights") + "=" + all : "";
    }

    /** What became of the order on nights that the search did not see. */
    String certificate() {
        String crowd =
                words.isWhole(subject) ? "with all viewers" : "with " + Unit.COUNT.say(subject.viewers()) + " of them";
        NightsHeld held = subject.certificate().judged().held();
        if (held != null) {
            return "Judged on " + Unit.COUNT.say(held.nights(), "night")
                    + " that the search did not see, each with its own " + "draw of what is unknown, " + crowd
                    + ": it holds on " + held.held() + ".";
        }
        int nights = subject.certificate().nights();
        int tries = subject.certificate().tries();
        String verdict = switch (subject.certificate().judged().whole()) {
            case MET -> "Every objective met";
            case MISSED -> "An objective missed";
            case UNDECIDED -> "An objective open";
        };
        return verdict + " on " + Unit.COUNT.say(nights, "night") + " that the search did not see, "
                + crowd
                + (tries == 0
                        ? "."
                        : "; " + (tries == 1 ? "a smaller order" : tries + " smaller orders") + " failed there.");
    }

    /** What is known of cheaper orders: the word "cheapest" is used where it is proven. */
    String cheapest() {
        DeliveryPlan plan = result.recommended();
        String cheaper = plan.isBilled() ? "cheaper" : "smaller";
        if (plan.cheapest()) {
            return "No " + cheaper + " order of " + plan.delivery() + " holds, if more is never worse.";
        }
        return words.isWhole(plan)
                ? "No " + cheaper + " order of " + plan.delivery()
                        + " was found: a small crowd said where to look, with all "
                        + "viewers single steps less were tried."
                : "The search of " + plan.delivery() + " ended before every " + cheaper + " order was ruled out.";
    }

    /** Which deliveries nobody knows the cost of, and by what one of them was chosen where all others fail too. */
    private Optional<String> unpriced() {
        List<DeliveryPlan> without = result.deliveries().stream()
                .filter(plan -> plan.outcome() == Outcome.HOLDS && !plan.isBilled())
                .toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        String which = PlanWords.and(without.stream()
                .map(plan -> plan.delivery() + ": " + PlanWords.unknownCost(plan))
                .toList());
        String rule = result.recommended().isBilled()
                ? ". What has a price comes first."
                : without.size() == 1
                        ? ". Nothing that has a price holds."
                        : ". Nothing that has a price holds, so the first of plan.deliveries that does is named.";
        return Optional.of("Without a price, " + which + rule);
    }

    /** The price lists of the bill with their dates, those that most is paid by first. */
    private Optional<String> prices() {
        // A price list that is written into a scenario has no name of its own: only with its payer it is one list.
        Map<List<String>, Double> paid = new LinkedHashMap<>();
        subject.invoice()
                .lines()
                .forEach(line -> paid.merge(
                        List.of(line.payer(), line.tariff()), line.amount().doubleValue(), Double::sum));
        List<String> lists = paid.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Double>comparingByValue().reversed())
                .flatMap(list -> lists(list.getKey().get(0), list.getKey().get(1)).stream())
                .distinct()
                .toList();
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        int more = lists.size() - MOST_LISTS;
        return Optional.of("Prices: " + String.join("; ", lists.subList(0, Math.min(MOST_LISTS, lists.size())))
                + (more > 0 ? "; and " + more + " more, see the bill" : "") + ".");
    }

    private List<String> lists(String payer, String id) {
        Contract contract = scenario.costs().contracts().all().get(payer);
        return contract == null
                ? List.of()
                : contract.tariffs().stream()
                        .filter(tariff -> tariff.id().equals(id))
                        .map(tariff -> tariff.title() + ", " + tariff.asOf())
                        .toList();
    }

    /** What the answer takes for granted: people, promises, prices. */
    public List<String> assumptions() {
        Assumptions scene = new Assumptions(Setting.of(scenario));
        List<String> said = new ArrayList<>(scene.event());
        said.add("Promised: "
                + String.join(
                        "; ",
                        scenario.objectives().stream()
                                .map(objective -> objective.text())
                                .toList())
                + ".");
        prices().ifPresent(said::add);
        if (!scenario.nights().areCertain()) {
            said.add("Single nights (doing nothing, what would change it) are night 0, with "
                    + Unknowns.drawn(scenario, 0) + ".");
        }
        List<DeliveryPlan> small = result.deliveries().stream()
                .filter(plan -> !words.isWhole(plan))
                .toList();
        List<String> few = small.stream().map(DeliveryPlan::delivery).toList();
        if (!few.isEmpty()) {
            said.add(PlanWords.and(few) + (few.size() == 1 ? " is" : " are") + " judged on a crowd of "
                    + Unit.COUNT.say(small.get(0).viewers())
                    + " with capacities as much smaller, so the price is approximate.");
        }
        return said;
    }
}
