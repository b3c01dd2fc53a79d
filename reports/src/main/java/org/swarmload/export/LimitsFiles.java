package org.swarmload.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.limits.AudiencePoint;
import org.swarmload.limits.Blame;
import org.swarmload.limits.Breakage;
import org.swarmload.limits.Fullness;
import org.swarmload.limits.Limit;
import org.swarmload.limits.LimitsDesign;
import org.swarmload.limits.LimitsResult;
import org.swarmload.limits.Promise;
import org.swarmload.report.LimitsWords;
import org.swarmload.report.ReportBuilder;
import org.swarmload.scenario.ModelClock;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.HarmByCause;

/** A scan for limits, for spreadsheets and programs. */
public final class LimitsFiles {
    private static final int SCHEMA_VERSION = 1;

    private final LimitsResult result;
    private final LimitsDesign design;
    private final ModelClock clock;

    public LimitsFiles(LimitsResult result) {
        this.result = result;
        this.design = result.design();
        this.clock = design.scenario().clock();
    }

    /** One row for each limit, in the order in which things break, with the harm at that audience. */
    public String limitsCsv() {
        Csv csv = new Csv();
        List<String> head = new ArrayList<>(
                List.of("delivery", "what", "kind", "state", "viewers", "not-yet-at", "not-at-more", "clock"));
        for (Harm harm : Harm.values()) {
            head.add(Facts.word(harm));
            head.add(Facts.word(harm) + "-top-cause");
        }
        csv.line(head);
        for (Limit limit : result.limits()) {
            List<String> row = new ArrayList<>();
            row.add(limit.what().delivery());
            row.add(limit.what().id());
            row.add(kind(limit));
            row.add(state(limit));
            row.add(number(limit.at()));
            row.add(number(limit.below()));
            row.add(String.join(
                    " ", limit.notAt().stream().map(number -> number(number)).toList()));
            row.add(limit.micros() == null ? "" : clock.seconds(limit.micros()));
            for (Harm harm : Harm.values()) {
                Blame blame = limit.at() == 0 ? null : blame(limit);
                row.add(blame == null ? "" : Numbers.plain(blame.total(harm)));
                row.add(blame == null ? "" : HarmByCause.top(blame.parts(harm)).orElse(""));
            }
            csv.line(row);
        }
        return csv.text();
    }

    private Blame blame(Limit limit) {
        return result.point(limit.at()).delivery(limit.what().delivery()).blame();
    }

    /** One row for each audience, delivery, kind of harm and cause; the cause "all" is the total, counted apart. */
    public String harmCsv() {
        Csv csv = new Csv();
        csv.line(List.of("viewers", "delivery", "harm", "cause", "value"));
        for (AudiencePoint point : result.points()) {
            for (AudiencePoint.Delivery delivery : point.deliveries()) {
                Blame blame = delivery.blame();
                for (Harm harm : Harm.values()) {
                    List<String> row = List.of(number(point.viewers()), delivery.name(), Facts.word(harm));
                    line(csv, row, "all", blame.total(harm));
                    blame.parts(harm).forEach((cause, value) -> line(csv, row, cause, value));
                }
            }
        }
        return csv.text();
    }

    private static void line(Csv csv, List<String> first, String cause, double value) {
        List<String> row = new ArrayList<>(first);
        row.add(cause);
        row.add(Numbers.plain(value));
        csv.line(row);
    }

    private static String number(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }

    private static String kind(Limit limit) {
        return limit.what() instanceof Breakage.Full ? "resource" : "objective";
    }

    private static String state(Limit limit) {
        return limit.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String json() {
        return Json.document(json -> json.field("schemaVersion", SCHEMA_VERSION)
                .field("kind", "limits")
                .field("scenario", design.scenario().name())
                .field("seed", design.scenario().seed())
                .field("replications", design.replications())
                .field("digest", result.digest())
                .field("partial", result.partial())
                .field("written", design.written())
                .field("within", (Double) design.within())
                .field("nights", new LimitsWords(result).nights().orElse(null))
                .field(
                        "viewersPerCell",
                        design.cells().sets() ? (Double) design.cells().viewersPerCell() : null)
                .object(
                        "deliveries",
                        () -> design.deliveries().forEach(name -> json.object(name, () -> delivery(json, name))))
                .array("points", () -> result.points().forEach(point -> json.value(() -> point(json, point)))));
    }

    private void delivery(Json json, String name) {
        if (!result.points().isEmpty()) {
            json.field("verdict", new LimitsWords(result).verdict(name).sentence());
        }
        json.array("limits", () -> result.of(name).forEach(limit -> json.value(() -> limit(json, limit))));
    }

    private void limit(Json json, Limit limit) {
        json.field("what", limit.what().id())
                .field("kind", kind(limit))
                .field("state", state(limit))
                .field("viewers", orNull(limit.at()))
                .field("notYetAt", orNull(limit.below()))
                .array("notAt", () -> limit.notAt().forEach(json::item))
                .field("clock", limit.micros() == null ? "" : clock.seconds(limit.micros()));
        if (limit.at() > 0) {
            json.object("harm", () -> harm(json, blame(limit)));
        }
    }

    private static Double orNull(int value) {
        return value == 0 ? null : (Double) (double) value;
    }

    private static void harm(Json json, Blame blame) {
        json.field("viewers", (Double) blame.viewers()).field("played-seconds", (Double) blame.playedSeconds());
        for (Harm harm : Harm.values()) {
            json.object(
                    Facts.word(harm),
                    () -> json.field("total", (Double) blame.total(harm))
                            .object("causes", () -> json.fields(blame.parts(harm))));
        }
    }

    private void point(Json json, AudiencePoint point) {
        json.field("viewers", point.viewers())
                .field("cells", orNull(point.cells()))
                .object(
                        "deliveries",
                        () -> point.deliveries()
                                .forEach(delivery -> json.object(
                                        delivery.name(),
                                        () -> json.object("harm", () -> harm(json, delivery.blame()))
                                                .array(
                                                        "runs",
                                                        () -> delivery.runs()
                                                                .forEach(run -> json.value(() -> run(json, run)))))));
    }

    private void run(Json json, AudiencePoint.Run run) {
        json.field("digest", ReportBuilder.digest(run.digest()))
                .object(
                        "resources",
                        () -> run.resources()
                                .forEach(one -> json.object(one.resource().id(), () -> resource(json, one))))
                .object(
                        "objectives",
                        () -> run.promises()
                                .forEach(one -> json.object(one.objective().text(), () -> promise(json, one))));
    }

    private void resource(Json json, Fullness one) {
        json.field("greatestUse", (Double) one.greatestUse())
                .field("refused", one.refused())
                .field("fullAt", one.fullAtMicros() == null ? "" : clock.seconds(one.fullAtMicros()));
    }

    private void promise(Json json, Promise one) {
        json.field("value", one.value())
                .field("worstMinute", one.worstMicros() == null ? "" : clock.minutes(one.worstMicros()));
    }
}
