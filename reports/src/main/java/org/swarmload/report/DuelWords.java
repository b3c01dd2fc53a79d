package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.swarmload.duel.DuelMetric;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.PairOutcome;
import org.swarmload.duel.PairOutcome.Call;
import org.swarmload.duel.Ranking;
import org.swarmload.duel.Ranking.Place;
import org.swarmload.report.Report.Finding;

/**
 * What a ranking says, in sentences. The only code that does: terminal, page and JSON have them from here, and every word
 * of better, worse and tie comes from an interval.
 */
public final class DuelWords {
    private DuelWords() {}

    static Unit unit(DuelMetric metric) {
        return switch (metric) {
            case STARTUP, COMPLETION -> Unit.SECONDS;
            case REBUFFERING, UNSERVED, OFFLOAD, IN_ORDER -> Unit.SHARE;
            case SERVER_BYTES -> Unit.BYTES;
            case FAIRNESS -> Unit.NUMBER;
        };
    }

    /** All that is to be said of one metric: who leads, and by how much the others are worse. */
    public static List<Finding> of(Ranking ranking) {
        List<Finding> findings = new ArrayList<>(List.of(first(ranking)));
        if (!ranking.allTie()) {
            for (Place place : ranking.places()) {
                if (place.rank() > 1) {
                    findings.add(worse(ranking, place));
                }
            }
        }
        return findings;
    }

    /** What the intervals are. */
    public static String intervals(DuelResult result) {
        return "Differences are paired over " + result.replications()
                + " replications; the intervals in brackets hold for all pairs of a metric together with 95 %"
                + (result.rule().looks().size() > 1 ? " at all looks" : "") + " (Student's t, Bonferroni).";
    }

    /** One sentence: a tie of all, or who leads. */
    public static Finding first(Ranking ranking) {
        if (ranking.allTie()) {
            return tie(ranking);
        }
        List<Place> leaders =
                ranking.places().stream().filter(place -> place.rank() == 1).toList();
        String names = names(leaders.stream().map(Place::picker).toList());
        Quantity best = quantity(ranking.metric(), leaders.get(0).mean());
        String sentence = leaders.size() == 1
                ? names + " leads with " + best.text() + "."
                : names + " share the first place: a tie, at " + best.text() + " to "
                        + quantity(
                                        ranking.metric(),
                                        leaders.get(leaders.size() - 1).mean())
                                .text() + ".";
        return new Finding(head(ranking.metric()) + sentence, List.of(best));
    }

    private static Finding tie(Ranking ranking) {
        PairOutcome widest = ranking.pairs().stream()
                .max(Comparator.comparingDouble(DuelWords::reach))
                .orElseThrow();
        boolean open = ranking.pairs().stream().anyMatch(pair -> pair.call() == Call.OPEN);
        String most = difference(ranking.metric(), reach(widest));
        String who = widest.first() + " and " + widest.second();
        String why = open
                ? widest.difference().replications() + " replications do not tell the pickers apart; " + who
                        + " may differ by up to " + most + "."
                : "no two pickers differ by more than " + most + " (" + who + "), which is within the margin of "
                        + difference(ranking.metric(), widest.margin()) + ".";
        return new Finding(head(ranking.metric()) + "tie: " + why, List.of());
    }

    /** The greatest difference that the interval allows. */
    private static double reach(PairOutcome pair) {
        return Math.max(Math.abs(pair.low()), Math.abs(pair.high()));
    }

    /** How much worse than the best of those that are better for sure. */
    private static Finding worse(Ranking ranking, Place place) {
        PairOutcome pair = ranking.places().stream()
                .filter(other -> !other.picker().equals(place.picker()))
                .map(other -> ranking.pair(place.picker(), other.picker()))
                .filter(other -> other.call() == Call.SECOND_BETTER)
                .findFirst()
                .orElseThrow();
        return new Finding(said(pair), List.of(quantity(ranking.metric(), place.mean())));
    }

    /** One pair in words. */
    public static String said(PairOutcome pair) {
        DuelMetric metric = pair.metric();
        double least = Math.min(Math.abs(pair.low()), Math.abs(pair.high()));
        String interval = " (" + difference(metric, least) + " to " + difference(metric, reach(pair)) + ").";
        String size = difference(metric, Math.abs(pair.difference().mean()));
        return switch (pair.call()) {
            case FIRST_BETTER -> pair.first() + " is better than " + pair.second() + " by " + size + interval;
            case SECOND_BETTER -> pair.first() + " is worse than " + pair.second() + " by " + size + interval;
            case SAME ->
                pair.first() + " and " + pair.second() + " tie: they differ by "
                        + difference(metric, reach(pair)) + " at most, within the margin of "
                        + difference(metric, pair.margin()) + ".";
            case OPEN ->
                pair.first() + " and " + pair.second() + " tie: "
                        + pair.difference().replications()
                        + " replications do not tell them apart; they may differ by up to "
                        + difference(metric, reach(pair)) + ".";
        };
    }

    /**
     * What to ship by these two metrics: who leads in both; else the leader of the first, and what it costs in the second.
     */
    static Finding recommendation(Ranking first, Ranking second) {
        if (first.allTie() && second.allTie()) {
            return Finding.of("Whichever picker is simplest: neither metric tells them apart.");
        }
        List<String> both = first.places().stream()
                .filter(place ->
                        place.rank() == 1 && second.place(place.picker()).rank() == 1)
                .map(Place::picker)
                .toList();
        if (!both.isEmpty()) {
            return Finding.of((both.size() == 1 ? "Ship " : "Ship any of ") + names(both)
                    + ": no picker is better by either metric.");
        }
        Place place = first.places().get(0);
        return new Finding(
                "Ship " + place.picker() + ", which no picker beats by the "
                        + first.metric().meaning()
                        + ". Its price is the " + second.metric().meaning() + ": "
                        + worse(second, second.place(place.picker())).sentence(),
                List.of());
    }

    /** Who leads by what matters most: to downloaders the time, to viewers the stalls, to the operator the bytes. */
    static Finding verdict(DuelResult result) {
        List<Ranking> rankings = mainMetrics(result.file()).stream()
                .flatMap(metric -> result.by(metric).stream())
                .toList();
        String sentence = String.join(
                " ", rankings.stream().map(ranking -> first(ranking).sentence()).toList());
        return new Finding(
                sentence,
                rankings.stream()
                        .flatMap(ranking -> first(ranking).figures().stream())
                        .toList());
    }

    static List<DuelMetric> mainMetrics(boolean file) {
        return file
                ? List.of(DuelMetric.COMPLETION, DuelMetric.SERVER_BYTES)
                : List.of(DuelMetric.REBUFFERING, DuelMetric.SERVER_BYTES);
    }

    static Quantity quantity(DuelMetric metric, double value) {
        return Quantity.of(metric.word(), value, unit(metric));
    }

    /** A difference of shares is said in points of a percent, so that nobody takes it for a relative one. */
    private static String difference(DuelMetric metric, double value) {
        if (unit(metric) == Unit.SHARE) {
            return Unit.NUMBER.say(100 * value) + " points";
        }
        return unit(metric).say(value);
    }

    /** A practical margin in words. */
    static String margin(DuelMetric metric) {
        String share = metric.marginShare() > 0 ? Unit.SHARE.say(metric.marginShare()) + " of the values" : "";
        String floor = metric.marginFloor() > 0 ? difference(metric, metric.marginFloor()) : "";
        return share.isEmpty() ? floor : floor.isEmpty() ? share : share + ", at least " + floor;
    }

    private static String head(DuelMetric metric) {
        String meaning = metric.meaning();
        return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ": ";
    }

    private static String names(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
