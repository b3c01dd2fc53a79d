package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.swarmload.limits.AudiencePoint;
import org.swarmload.limits.Blame;
import org.swarmload.limits.Fullness;
import org.swarmload.limits.Limit;
import org.swarmload.limits.LimitsResult;
import org.swarmload.limits.Resource;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.sim.result.RunResult.Harm;

/** A scan in tables: the same for the terminal and the page. */
public final class LimitsTables {
    private final LimitsResult result;
    private final LimitsWords words;

    public LimitsTables(LimitsResult result) {
        this.result = result;
        this.words = new LimitsWords(result);
    }

    /** What breaks, in order: at which audience, when, and what it costs the viewers then. */
    public Table inOrder(String delivery) {
        List<Row> rows = new ArrayList<>();
        for (Limit limit : result.of(delivery)) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(words.audience(limit), limit.at() == 0 ? null : LimitsWords.quantity(limit)));
            cells.add(Cell.of(limit.at() == 0 ? "-" : words.ofWritten(limit)));
            cells.add(Cell.of(words.clock(limit).isEmpty() ? "-" : words.clock(limit)));
            if (limit.at() == 0) {
                cells.addAll(List.of(Cell.of("-"), Cell.of("-"), Cell.of("-"), Cell.of("-")));
            } else {
                cells.addAll(cost(result.point(limit.at()).delivery(delivery).blame()));
            }
            rows.add(new Row(LimitsWords.name(limit.what()), cells));
        }
        return new Table(
                delivery + ": what is full, and which objective falls, as the audience grows",
                true,
                List.of(
                        "what",
                        "viewers",
                        "of written",
                        "when",
                        "starts lost",
                        "mostly to",
                        "time stalled",
                        "mostly by"),
                rows);
    }

    private static List<Cell> cost(Blame blame) {
        return List.of(
                Cell.of(Unit.SHARE.say(LimitsWords.lostShare(blame))),
                Cell.of(LimitsWords.top(blame.lostStarts())),
                Cell.of(Unit.SHARE.say(LimitsWords.stalledShare(blame))),
                Cell.of(LimitsWords.top(blame.parts(Harm.STALL_SECONDS))));
    }

    /** The greatest part of each resource that was used over 10 seconds, at each audience of the ladder. */
    Table use(String delivery) {
        List<AudiencePoint> shown = result.points().stream()
                .filter(point -> result.design().ladder().contains(point.viewers()))
                .toList();
        Set<Resource> resources = new LinkedHashSet<>();
        shown.forEach(point -> point.delivery(delivery)
                .runs()
                .forEach(run -> run.resources().forEach(one -> resources.add(one.resource()))));
        List<Row> rows = new ArrayList<>();
        for (Resource resource : resources) {
            rows.add(new Row(
                    LimitsWords.name(resource),
                    shown.stream()
                            .map(point -> Cell.of(greatest(point.delivery(delivery), resource)))
                            .toList()));
        }
        List<String> heads = new ArrayList<>(List.of("resource"));
        shown.forEach(point -> heads.add(Unit.COUNT.say(point.viewers())));
        return new Table(
                delivery + ": the most of each resource that was used over 10 seconds, by audience",
                false,
                heads,
                rows);
    }

    private static String greatest(AudiencePoint.Delivery delivery, Resource resource) {
        double most = 0;
        long refused = 0;
        for (AudiencePoint.Run run : delivery.runs()) {
            for (Fullness one : run.resources()) {
                if (one.resource().equals(resource)) {
                    most = Math.max(most, one.greatestUse());
                    refused += one.refused();
                }
            }
        }
        return Unit.SHARE.say(most) + (refused == 0 ? "" : ", " + Unit.COUNT.say(refused) + " x 503");
    }

    /** Every audience that was run. */
    Table audiences() {
        List<Row> rows = result.points().stream()
                .map(point -> new Row(
                        Unit.COUNT.say(point.viewers()),
                        List.of(
                                Cell.of(point.cells() == 0 ? "as the scenario says" : Unit.COUNT.say(point.cells())),
                                Cell.of(String.join(
                                        " ",
                                        point.deliveries().stream()
                                                .flatMap(delivery -> delivery.runs().stream())
                                                .map(run -> ReportBuilder.digest(run.digest()))
                                                .toList())))))
                .toList();
        return new Table(
                "Every audience that was run, and the digests of its runs",
                false,
                List.of("viewers", "cells", "digests"),
                rows);
    }
}
