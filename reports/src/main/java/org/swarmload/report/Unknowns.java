package org.swarmload.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Section;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.Unknown;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.OverNights;
import org.swarmload.study.OverNights.Spread;
import org.swarmload.study.StudyResult;

/**
 * What is said about unknowns: on how many nights promises hold, between what figures lie on eight of ten nights, and what
 * the nights have in common on which a promise fails. Ranges over nights are what may come; intervals of means are how well
 * the simulation knows them. The two never stand in one figure.
 */
public final class Unknowns {
    static final String METHOD =
            "With unknowns every replication is a night that draws them. Intervals then say how well "
                    + "the mean over nights is known, and shrink with more nights; ranges over what is unknown are the tenth to the "
                    + "ninetieth of a hundred nights, and do not. The interval beside nights held is that of Clopper and Pearson, "
                    + "with 95 % confidence. Objectives marked met or missed are about means.";

    /** Standard errors between the mean ranks of an unknown that is named. */
    private static final double FAR = 3;

    private final StudyResult study;
    private final List<Night> nights;

    Unknowns(StudyResult study, List<Night> nights) {
        this.study = study;
        this.nights = nights;
    }

    /** "holds on 96 of 100 nights (90 to 99)", or "on 33 of 40 nights (67 to 93 of 100)". */
    public static Optional<String> held(Night night) {
        if (night.over() == null || night.over().held() == null) {
            return Optional.empty();
        }
        return Optional.of(said(night.over().held()));
    }

    static String said(NightsHeld held) {
        String interval = whole(held.low()) + " to " + whole(held.high()) + (held.nights() == 100 ? "" : " of 100");
        return "holds on " + held.held() + " of " + Unit.COUNT.say(held.nights(), "night") + " (" + interval + ")";
    }

    private static String whole(double share) {
        return Long.toString(Math.round(100 * share));
    }

    /** "5.75 to 12.19": what a figure is on eight of ten nights. */
    static Optional<String> spread(Night night, String name, Unit unit) {
        Spread spread = night.over() == null ? null : night.over().spreads().get(name);
        return Optional.ofNullable(spread).map(s -> range(s, unit));
    }

    /** One figure where nobody could tell the ends apart. */
    private static String range(Spread spread, Unit unit) {
        String low = unit.say(spread.p10());
        String high = unit.say(spread.p90());
        return low.equals(high) ? low : low + " to " + high;
    }

    /** "5.75 to 12.19 USD on 8 of 10 nights". */
    public static Optional<String> costs(Night night) {
        return spread(night, MetricWord.COST.word(), Unit.MONEY)
                .map(range -> range + " " + night.currency() + " on 8 of 10 nights");
    }

    /** Page one: what was assumed of what nobody knows. */
    static Optional<String> assumption(Scenario scenario) {
        List<Unknown> unknowns = scenario.nights().unknowns();
        return unknowns.isEmpty()
                ? Optional.empty()
                : Optional.of("Unknown, and drawn anew for every night: "
                        + unknowns.stream().map(Unknowns::said).collect(Collectors.joining("; ")) + ".");
    }

    /** "audience.viewers 0.74 to 1.34 times": on eight of ten nights, by its law. */
    public static String said(Unknown unknown) {
        return unknown.path() + " " + number(unknown, unknown.at(0.1).value()) + " to "
                + number(unknown, unknown.at(0.9).value()) + (unknown.times() ? " times what is written" : "");
    }

    Section section(Night chosen) {
        List<Finding> findings = new ArrayList<>();
        nights.forEach(night -> held(night).ifPresent(held -> findings.add(heldFinding(night, held))));
        common(chosen).ifPresent(findings::add);
        int drawn = chosen.drawn().replication();
        findings.add(Finding.of("Curves over time show night " + drawn + ": " + drawn(study.scenario(), drawn) + "."));
        return new Section("Over what is unknown", findings, List.of(), List.of(laws(chosen), figures()));
    }

    /** What a night drew: "audience.viewers 1.07 times what is written; ...". */
    static String drawn(Scenario scenario, int replication) {
        return scenario.nights().unknowns().stream()
                .map(one -> one.path() + " "
                        + number(one, one.draw(scenario.seed(), replication).value())
                        + (one.times() ? " times what is written" : ""))
                .collect(Collectors.joining("; "));
    }

    private static Finding heldFinding(Night night, String held) {
        NightsHeld counted = night.over().held();
        Quantity count = new Quantity("nights-held", counted.held(), Integer.toString(counted.held()));
        String cost = costs(night).map(costs -> ", and costs " + costs).orElse("");
        return Finding.of(
                night.name() + " " + held + cost + "."
                        + (night.over().missed().isEmpty()
                                ? ""
                                : " Some objective fails on "
                                        + list(night.over().missed()) + "."),
                count);
    }

    /** "nights 1, 4 and 7"; of many the first. */
    private static String list(List<Integer> numbers) {
        int shown = Math.min(12, numbers.size());
        String first = numbers.subList(0, shown).stream().map(String::valueOf).collect(Collectors.joining(", "));
        String more = numbers.size() > shown ? " and " + (numbers.size() - shown) + " more" : "";
        return (numbers.size() == 1 ? "night " : "nights ") + first + more;
    }

    /** The unknown that tells nights that fail from nights that hold best: by the distance of its mean ranks. */
    Optional<Finding> common(Night chosen) {
        OverNights over = chosen.over();
        int all = chosen.result().runs().size();
        if (over == null
                || over.held() == null
                || over.missed().size() < 3
                || all - over.missed().size() < 3) {
            return Optional.empty();
        }
        Unknown strongest = null;
        double farthest = 0;
        for (Unknown unknown : study.scenario().nights().unknowns()) {
            double distance = Math.abs(rankDistance(chosen, unknown));
            if (distance > farthest) {
                farthest = distance;
                strongest = unknown;
            }
        }
        if (farthest < FAR) {
            return Optional.of(Finding.of("No single unknown tells the nights on which " + chosen.name()
                    + " fails from those on which it holds."));
        }
        return Optional.of(Finding.of("Nights on which " + chosen.name() + " fails have above all "
                + (rankDistance(chosen, strongest) > 0 ? "more " : "less ") + "of " + strongest.path() + ": "
                + median(chosen, strongest, true) + (strongest.times() ? " times what is written" : "") + " against "
                + median(chosen, strongest, false) + " on nights that hold (medians)."));
    }

    /**
     * Mean rank of the draws of nights that fail less that of nights that hold, in standard errors of that difference
     * between nights that were dealt to the two sides at random.
     */
    private double rankDistance(Night chosen, Unknown unknown) {
        double[] ranks = ranks(draws(chosen, unknown, null));
        double middle = Arrays.stream(ranks).average().orElse(0);
        double[] sums = new double[2];
        int[] counts = new int[2];
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            int side = isMissed(chosen, i) ? 1 : 0;
            sums[side] += ranks[i];
            counts[side]++;
            squares += (ranks[i] - middle) * (ranks[i] - middle);
        }
        double error = Math.sqrt(squares / (ranks.length - 1) * ranks.length / ((double) counts[0] * counts[1]));
        return error == 0 ? 0 : (sums[1] / counts[1] - sums[0] / counts[0]) / error;
    }

    /** Of each value among all; equal ones, as of a law of few values, share the middle of their ranks. */
    static double[] ranks(double... values) {
        return Arrays.stream(values)
                .map(value -> {
                    long below =
                            Arrays.stream(values).filter(other -> other < value).count();
                    long equal = Arrays.stream(values)
                            .filter(other -> other == value)
                            .count();
                    return below + (equal - 1) / 2.0;
                })
                .toArray();
    }

    private static boolean isMissed(Night chosen, int run) {
        return chosen.over().missed().contains(chosen.result().runs().get(run).replication());
    }

    /** @param missed of nights that fail, or of those that hold; null for all */
    private double[] draws(Night chosen, Unknown unknown, Boolean missed) {
        return IntStream.range(0, chosen.result().runs().size())
                .filter(i -> missed == null || isMissed(chosen, i) == missed)
                .mapToDouble(i -> unknown.draw(
                                study.scenario().seed(),
                                chosen.result().runs().get(i).replication())
                        .value())
                .toArray();
    }

    private String median(Night chosen, Unknown unknown, boolean missed) {
        double[] draws = draws(chosen, unknown, missed);
        return draws.length == 0 ? "-" : number(unknown, Spread.of(draws).p50());
    }

    /** Three significant digits in the unit in which the law is written. */
    private static String number(Unknown unknown, double value) {
        double shown = value / unknown.unitFactor();
        double size = Math.abs(shown);
        int decimals =
                size >= 100 || unknown.whole() && unknown.unit().isEmpty() ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", shown) + unknown.unit();
    }

    private Table laws(Night chosen) {
        List<Row> rows = new ArrayList<>();
        boolean judged = chosen.over().held() != null;
        for (Unknown unknown : study.scenario().nights().unknowns()) {
            Spread drawn = Spread.of(draws(chosen, unknown, null));
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(unknown.written()),
                    Cell.of(number(unknown, drawn.p50())),
                    Cell.of(number(unknown, drawn.p10()) + " to " + number(unknown, drawn.p90()))));
            if (judged) {
                cells.add(Cell.of(median(chosen, unknown, false)));
                cells.add(Cell.of(median(chosen, unknown, true)));
            }
            rows.add(new Row(unknown.path(), cells));
        }
        List<String> heads = new ArrayList<>(List.of("unknown", "law", "median drawn", "8 of 10 nights"));
        if (judged) {
            heads.add("median, nights that hold (" + chosen.name() + ")");
            heads.add("median, nights that fail");
        }
        return new Table("What is unknown, and what the nights drew", true, heads, rows);
    }

    /** What people are promised, and what it costs: between what it lies on eight of ten nights. */
    private Table figures() {
        List<String> heads = new ArrayList<>(List.of("figure"));
        nights.forEach(night -> heads.add(night.name()));
        List<Row> rows = new ArrayList<>();
        asked().forEach((name, unit) -> {
            List<Cell> cells = nights.stream()
                    .map(night -> spread(night, name, unit).map(Cell::of).orElse(Cell.of("-")))
                    .toList();
            rows.add(new Row(name, cells));
        });
        return new Table("On 8 of 10 nights between", true, heads, rows);
    }

    private Map<String, Unit> asked() {
        Map<String, Unit> asked = new java.util.LinkedHashMap<>();
        for (Objective objective : study.scenario().objectives()) {
            String statistic = objective.statistic().name().toLowerCase(Locale.ROOT);
            String word = objective.metric().word();
            asked.put(statistic.equals("mean") ? word : word + "." + statistic, Metrics.unit(objective.metric()));
        }
        for (MetricWord word : List.of(
                MetricWord.VIEWERS,
                MetricWord.OFFLOAD,
                MetricWord.ORIGIN_BPS_PEAK10S,
                MetricWord.EDGE_BPS_PEAK10S,
                MetricWord.COST)) {
            asked.put(word.word(), Metrics.unit(word));
        }
        asked.keySet().removeIf(name -> nights.stream().noneMatch(night -> isAnything(night, name)));
        return asked;
    }

    /** A server that a delivery has not got sends nothing on every night. */
    private static boolean isAnything(Night night, String name) {
        Spread spread = night.over().spreads().get(name);
        return spread != null && (spread.p90() != 0 || !name.contains("bps"));
    }
}
