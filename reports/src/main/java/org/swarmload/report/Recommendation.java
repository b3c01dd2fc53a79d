package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.swarmload.cost.Contracts;
import org.swarmload.report.Report.Finding;
import org.swarmload.scenario.MetricWord;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

/**
 * What to order: of the deliveries that meet every objective the cheapest whose bill is known, or nothing where none
 * meets them.
 */
final class Recommendation {
    private final StudyResult study;
    private final List<Night> nights;

    Recommendation(StudyResult study, List<Night> nights) {
        this.study = study;
        this.nights = nights;
    }

    List<Finding> list() {
        Optional<String> noVerdict = Deciding.noVerdict(study);
        if (noVerdict.isPresent()) {
            return List.of(Finding.of(noVerdict.get()
                    + " Run it before you order anything: the figures here are about other deliveries."));
        }
        List<Night> good = nights.stream()
                .filter(this::meetsAll)
                .sorted(Comparator.comparing((Night night) -> !night.hasBill()).thenComparingDouble(Night::cost))
                .toList();
        if (good.isEmpty()) {
            return List.of(withoutWinner());
        }
        if (good.size() > 1 && !good.get(0).hasBill()) {
            return List.of(anyOf(good));
        }
        List<Finding> findings = new ArrayList<>(List.of(winner(good)));
        if (good.size() > 1 && good.get(1).hasBill()) {
            Night next = good.get(1);
            Quantity more = Quantity.money("cost", next.cost(), next.currency());
            findings.add(Finding.of("The next is " + next.name() + " at " + more.text() + ".", more));
        }
        return findings;
    }

    private boolean meetsAll(Night night) {
        List<ObjectiveVerdict> verdicts = study.verdicts().stream()
                .filter(verdict -> verdict.delivery().equals(night.name()))
                .toList();
        return !verdicts.isEmpty() && verdicts.stream().allMatch(v -> v.verdict() == Verdict.MET);
    }

    private Finding winner(List<Night> good) {
        Night best = good.get(0);
        List<Quantity> figures = new ArrayList<>();
        StringBuilder sentence = new StringBuilder("Deliver by ").append(best.name());
        if (best.hasBill()) {
            Quantity cost = Quantity.money("cost", best.cost(), best.currency());
            figures.add(cost);
            sentence.append(", for ").append(cost.text());
            Unknowns.spread(best, "cost", Unit.MONEY)
                    .filter(spread -> !spread.equals(Unit.MONEY.say(best.cost())))
                    .ifPresent(spread -> sentence.append(" (").append(spread).append(" over what is unknown)"));
        }
        sentence.append(picture(best, figures));
        sentence.append(reason(good)).append(".").append(unknown(good));
        Unknowns.held(best)
                .ifPresent(held -> sentence.append(" That is said of the mean over nights; it ")
                        .append(held)
                        .append("."));
        return new Finding(sentence.toString(), figures);
    }

    private String reason(List<Night> good) {
        if (nights.size() == 1) {
            return ": it meets every objective. No other delivery was run to compare it with";
        }
        if (good.size() == 1) {
            return ": it alone meets every objective that was set for it";
        }
        long billed = good.stream().filter(Night::hasBill).count();
        return billed == 1
                ? ": it meets every objective that was set for it, and alone of those that do it has a bill"
                : ": of the deliveries that meet their objectives" + (billed < good.size() ? " and have a bill" : "")
                        + " it is the cheapest";
    }

    /** Without any tariff nobody expects a bill, unless deliveries are to be told apart by it. */
    private String unknown(List<Night> good) {
        Contracts contracts = study.scenario().costs().contracts();
        return contracts.isEmpty() && good.size() == 1
                ? ""
                : Unbilled.said(contracts, good)
                        .map(unknown -> " " + unknown + ".")
                        .orElse("");
    }

    /** Where no bill tells which of them to take. */
    private Finding anyOf(List<Night> good) {
        List<Quantity> figures = new ArrayList<>();
        String names = good.stream()
                .map(night -> night.name() + picture(night, figures))
                .collect(Collectors.joining(", or "));
        String held = good.stream()
                .flatMap(night -> Unknowns.held(night).map(said -> night.name() + " " + said).stream())
                .collect(Collectors.joining(", "));
        return new Finding(
                "Deliver by " + names
                        + ": each meets every objective that was set for it. Which is the cheapest nobody "
                        + "can tell." + unknown(good)
                        + (held.isEmpty() ? "" : " That is said of the mean over nights; " + held + "."),
                figures);
    }

    /** A cheap delivery may be cheap because it delivers less: whoever orders it must read that in the same sentence. */
    private String picture(Night best, List<Quantity> figures) {
        Night sharpest =
                nights.stream().max(Comparator.comparingDouble(Night::bitrate)).orElseThrow();
        if (best.bitrate() <= 0 || best.bitrate() >= Findings.POORER * sharpest.bitrate()) {
            return "";
        }
        String word = MetricWord.MEAN_BITRATE.word();
        Quantity less = new Quantity(word, best.bitrate(), megabits(best.bitrate()));
        Quantity most = new Quantity(word, sharpest.bitrate(), megabits(sharpest.bitrate()));
        figures.add(less);
        figures.add(most);
        return ", at " + less.text() + " instead of " + most.text() + " Mbit per second played (" + sharpest.name()
                + ")";
    }

    private static String megabits(double bps) {
        return Unit.NUMBER.say(bps / 1e6);
    }

    private Finding withoutWinner() {
        if (study.verdicts().isEmpty() && !study.asExpected()) {
            return Finding.of("Find out first why an expectation is short: until then do not order by these figures.");
        }
        if (study.verdicts().isEmpty()) {
            return Finding.of("Set objectives in the scenario (for example \"start-failures < 0.5%\") to get a "
                    + "recommendation.");
        }
        Night best = nights.stream()
                .max(Comparator.comparingDouble(Night::servedWell))
                .orElseThrow();
        Quantity well = Quantity.of("served-well", best.servedWell(), Unit.SHARE);
        if (nights.size() == 1) {
            return Finding.of(
                    "Do not order " + best.name() + " as it stands: it does not surely meet its objectives. It serves "
                            + well.text() + " of the viewers well; no other delivery was run to compare it with.",
                    well);
        }
        return Finding.of(
                "Order none of these as they stand: none surely meets its objectives. Delivery by " + best.name()
                        + " comes nearest and serves " + well.text() + " of the viewers well.",
                well);
    }
}
