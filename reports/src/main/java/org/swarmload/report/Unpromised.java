package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.report.Report.Finding;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Scenario;

/**
 * Ways in which a night can fail that no objective is about. A search for the cheapest order saves there first, so whoever
 * orders should read what is left of it.
 */
public final class Unpromised {
    /** Ways to fail that have a measure. The picture has none of its own: see {@link #picture}. */
    private enum Way {
        FAILED_STARTS(
                "failed starts",
                "of the viewers",
                MetricWord.START_FAILURES.word(),
                EnumSet.of(MetricWord.START_FAILURES, MetricWord.VIEWERS_STARTED)),
        EXITS(
                "viewers who leave before the start",
                "of all viewers",
                MetricWord.EXITS_BEFORE_START.word(),
                EnumSet.of(MetricWord.EXITS_BEFORE_START, MetricWord.VIEWERS_STARTED)),
        WAITING(
                "the wait for the first frame",
                "for 95 % of those who start",
                MetricWord.STARTUP_TIME.word() + ".p95",
                EnumSet.of(MetricWord.STARTUP_TIME)),
        DOWNLOAD(
                "the time that a download takes",
                "for 95 % of those who have the file",
                MetricWord.COMPLETION_TIME.word() + ".p95",
                EnumSet.of(MetricWord.COMPLETION_TIME)),
        STALLS(
                "stalls",
                "of the time",
                MetricWord.REBUFFERING_RATIO.word(),
                EnumSet.of(
                        MetricWord.REBUFFERING_RATIO,
                        MetricWord.REBUFFERING_EVENTS,
                        MetricWord.STALL_TIME,
                        MetricWord.GAVE_UP,
                        MetricWord.STALLED_OVER_60S,
                        MetricWord.CONTINUITY));

        private final String about;
        private final String of;
        private final String figure;
        private final Set<MetricWord> covers;

        Way(String about, String of, String figure, Set<MetricWord> covers) {
            this.about = about;
            this.of = of;
            this.figure = figure;
            this.covers = covers;
        }

        private Unit unit() {
            return this == WAITING || this == DOWNLOAD ? Unit.SECONDS : Unit.SHARE;
        }
    }

    private static final String BEST = "best-" + MetricWord.MEAN_BITRATE.word();

    private final PlanResult result;
    private final Scenario scenario;

    public Unpromised(PlanResult result) {
        this.result = result;
        this.scenario = result.scenario();
    }

    /** In sentences, with what the order does there that a plan is about; of what it does not do at all in one. */
    public List<Finding> list() {
        DeliveryPlan plan = new PlanVerdict(result).subject();
        String with = plan.found() ? " with this order" : " with the largest order";
        List<String> none = new ArrayList<>();
        List<Quantity> nothing = new ArrayList<>();
        List<Finding> some = new ArrayList<>();
        for (Way way : Way.values()) {
            Double value = plan.seen().figures().get(way.figure);
            if (value == null || isAbout(scenario, way.covers)) {
                continue;
            }
            Quantity figure = Quantity.of(way.figure, value, way.unit());
            if (value == 0) {
                none.add(way.about);
                nothing.add(figure);
            } else {
                some.add(Finding.of(
                        "Nothing was promised about " + way.about + ": " + figure.text() + " " + way.of + with + ".",
                        figure));
            }
        }
        picture(plan, with).ifPresent(some::add);
        if (!none.isEmpty()) {
            some.add(new Finding("Nothing was promised about " + PlanWords.and(none) + ": none" + with + ".", nothing));
        }
        return some;
    }

    /** Whether some objective is about one of these metrics. */
    private static boolean isAbout(Scenario scenario, Set<MetricWord> words) {
        return scenario.objectives().stream().anyMatch(objective -> words.contains(objective.metric()));
    }

    /** Of a single night: ", but 1.4 % of the viewers fail to start, which no objective is about". */
    static String ofOneNight(Scenario scenario, Case one, boolean holds) {
        List<String> lost = new ArrayList<>();
        notable(scenario, one, Way.FAILED_STARTS).ifPresent(share -> lost.add(share + " of the viewers fail to start"));
        notable(scenario, one, Way.EXITS)
                .ifPresent(share -> lost.add(share + " of the viewers leave before the start"));
        return lost.isEmpty() ? "" : (holds ? ", but " : "; ") + PlanWords.and(lost) + ", which no objective is about";
    }

    private static Optional<String> notable(Scenario scenario, Case one, Way way) {
        double share = one.note().figures().getOrDefault(way.figure, 0.0);
        return share < Findings.NOTABLE || isAbout(scenario, way.covers)
                ? Optional.empty()
                : Optional.of(Unit.SHARE.say(share));
    }

    private record Picture(String with, double bps) {
        private static Optional<Picture> of(String with, Map<String, Double> figures) {
            return Optional.ofNullable(figures.get(MetricWord.MEAN_BITRATE.word()))
                    .map(bps -> new Picture(with, bps));
        }
    }

    /**
     * Said only where viewers get clearly less than another order or delivery gives them. Bits for each second played are
     * no measure of the picture, but with several bit rates to choose from so large a difference is mostly that.
     */
    private Optional<Finding> picture(DeliveryPlan plan, String with) {
        Optional<Picture> own = Picture.of(with, plan.seen().figures());
        Optional<Picture> best = Stream.concat(
                        result.deliveries().stream()
                                .filter(DeliveryPlan::found)
                                .flatMap(other ->
                                        Picture.of(
                                                " with " + other.delivery(),
                                                other.seen().figures())
                                                .stream()),
                        result.written().stream()
                                .flatMap(
                                        other -> Picture.of(
                                                " with " + other.delivery() + " as written",
                                                other.note().figures())
                                                .stream()))
                .max(Comparator.comparingDouble(Picture::bps));
        if (own.isEmpty()
                || best.isEmpty()
                || scenario.content().title().renditions().size() < 2
                || isAbout(scenario, EnumSet.of(MetricWord.MEAN_BITRATE))
                || own.get().bps() >= Findings.POORER * best.get().bps()) {
            return Optional.empty();
        }
        Quantity less = Quantity.of(MetricWord.MEAN_BITRATE.word(), own.get().bps(), Unit.BPS);
        Quantity more = Quantity.of(BEST, best.get().bps(), Unit.BPS);
        return Optional.of(Finding.of(
                "Nothing was promised about the picture: " + less.text() + " for a second played" + with + ", "
                        + more.text() + best.get().with() + ".",
                less,
                more));
    }
}
