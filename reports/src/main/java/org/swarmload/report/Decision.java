package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.swarmload.cost.Contracts;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Headline;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

/** Page one: verdict, three figures and a recommendation, for the delivery that the scenario names as deciding. */
final class Decision {
    private final StudyResult study;
    private final Setting setting;
    private final List<Night> nights;

    Decision(StudyResult study, Setting setting, List<Night> nights) {
        this.study = study;
        this.setting = setting;
        this.nights = nights;
    }

    /** The delivery that decides; without one, the delivery that serves most viewers well. */
    Night chosen() {
        return nights.stream()
                .filter(night -> night.name().equals(setting.scenario().decide()))
                .findFirst()
                .orElseGet(() -> nights.stream()
                        .max(Comparator.comparingDouble(Night::servedWell))
                        .orElseThrow());
    }

    Finding verdict() {
        Night chosen = chosen();
        Quantity well = Quantity.of("served-well", chosen.servedWell(), Unit.SHARE);
        double people = chosen.over() == null ? chosen.viewers() : Math.rint(chosen.viewers());
        Quantity viewers = new Quantity("viewers", chosen.viewers(), Unit.COUNT.say(people, "viewer"));
        String served = well.text() + " of " + viewers.text() + outcome(chosen, viewers.value() == 1);
        Optional<String> noVerdict = Deciding.noVerdict(study);
        if (noVerdict.isPresent()) {
            return Finding.of(
                    expected(noVerdict.get()) + " With " + chosen.name() + ", " + served + ".", well, viewers);
        }
        return Finding.of(verdict(chosen, served), well, viewers);
    }

    private String verdict(Night chosen, String served) {
        List<ObjectiveVerdict> verdicts = verdicts(chosen);
        long missed = count(verdicts, Verdict.MISSED);
        long open = count(verdicts, Verdict.UNDECIDED);
        // A promise is about nights: on how many it holds comes before what the mean of them does.
        String delivery = "Delivery by " + chosen.name()
                + Unknowns.held(chosen)
                        .map(held -> " " + held + ". On average over them it")
                        .orElse("");
        String sentence;
        if (verdicts.isEmpty()) {
            String expected = Expected.judgement(study);
            return expected.isEmpty()
                    ? "No objective was set; with " + chosen.name() + ", " + served + "."
                    : expected + " With " + chosen.name() + ", " + served + ".";
        } else if (missed > 0) {
            sentence = delivery + " misses " + some(missed, verdicts.size()) + ": " + served + ".";
        } else if (open > 0) {
            sentence = delivery + " misses none of its objectives, but "
                    + some(open, verdicts.size()) + (open == 1 ? " is" : " are")
                    + " undecided with this many replications: " + served + ".";
        } else {
            sentence = delivery + " meets "
                    + switch (verdicts.size()) {
                        case 1 -> "its objective";
                        case 2 -> "both objectives";
                        default -> "all " + verdicts.size() + " objectives";
                    }
                    + ": "
                    + served + ".";
        }
        return expected(sentence);
    }

    /** A sentence, and what came of the expectations beside it. */
    private String expected(String sentence) {
        return (sentence + " " + Expected.judgement(study)).strip();
    }

    private static String outcome(Night chosen, boolean one) {
        if (chosen.isFile()) {
            return one ? " has the whole file" : " have the whole file";
        }
        return (one ? " starts and watches" : " start and watch") + " with at most 60 s of stalls";
    }

    private static String some(long some, int all) {
        return all == 1 ? "its objective" : some + " of " + all + " objectives";
    }

    private List<ObjectiveVerdict> verdicts(Night night) {
        return study.verdicts().stream()
                .filter(verdict -> verdict.delivery().equals(night.name()))
                .toList();
    }

    private static long count(List<ObjectiveVerdict> verdicts, Verdict wanted) {
        return verdicts.stream().filter(v -> v.verdict() == wanted).count();
    }

    List<Headline> figures() {
        Night chosen = chosen();
        List<Headline> figures = new ArrayList<>();
        figures.add(new Headline(
                chosen.isFile() ? "have the whole file" : "viewers served well",
                Quantity.of("served-well", chosen.servedWell(), Unit.SHARE),
                whose(chosen)
                        + (chosen.isFile()
                                ? "Of all who asked for it"
                                : "Started, did not give up, stalled at most 60 s"),
                others(chosen, night -> Quantity.of("served-well", night.servedWell(), Unit.SHARE))));
        figures.add(new Headline(
                "peak the operator must send",
                Quantity.of("operator-bps.peak10s", operatorPeak(chosen), Unit.BPS),
                whose(chosen) + "Highest 10 s to viewers, without peers",
                others(chosen, night -> Quantity.of("operator-bps.peak10s", operatorPeak(night), Unit.BPS))));
        if (!chosen.hasBill()) {
            figures.add(new Headline(
                    "of the useful bytes come from viewers",
                    Quantity.of("offload", chosen.offload(), Unit.SHARE),
                    whose(chosen) + noBill(chosen),
                    others(chosen, night -> Quantity.of("offload", night.offload(), Unit.SHARE))));
            return figures;
        }
        figures.add(new Headline(
                chosen.over() == null ? "cost of the event" : "cost of the event, mean over nights",
                Quantity.money("cost", chosen.cost(), chosen.currency()),
                whose(chosen)
                        + Unknowns.costs(chosen).orElse("The month with it less the month without it")
                        + Unbilled.said(contracts(), nights)
                                .map(unknown -> ". " + unknown)
                                .orElse(""),
                others(
                        chosen,
                        nights.stream().filter(Night::hasBill).toList(),
                        night -> Quantity.money("cost", night.cost(), night.currency()))));
        return figures;
    }

    private String noBill(Night chosen) {
        return contracts().isEmpty()
                ? "No tariff is set, so there is no bill"
                : "There is no bill: " + Unbilled.why(contracts(), chosen);
    }

    private Contracts contracts() {
        return study.scenario().costs().contracts();
    }

    /** Without a verdict the figures are of another delivery than the reader expects. */
    private String whose(Night chosen) {
        return Deciding.noVerdict(study).isPresent() ? "Of " + chosen.name() + ", which does not decide. " : "";
    }

    double operatorPeak(Night night) {
        return night.peakBps(Night.operatorColumns(Setting.hasEdges(setting.delivery(night.name()))));
    }

    private List<Quantity> others(Night chosen, Function<Night, Quantity> figure) {
        return others(chosen, nights, figure);
    }

    private static List<Quantity> others(Night chosen, List<Night> among, Function<Night, Quantity> figure) {
        List<Quantity> others = new ArrayList<>();
        for (Night night : among) {
            if (night != chosen) {
                Quantity quantity = figure.apply(night);
                others.add(new Quantity(quantity.word(), quantity.value(), night.name() + " " + quantity.text()));
            }
        }
        return others;
    }

    List<Finding> recommendation() {
        return new Recommendation(study, nights).list();
    }
}
