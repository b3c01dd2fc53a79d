package org.swarmload.export;

import org.swarmload.report.Expected;
import org.swarmload.report.Mathematics;
import org.swarmload.report.Night;
import org.swarmload.report.Quantity;
import org.swarmload.report.Report;
import org.swarmload.report.ReportBuilder;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.OverNights;
import org.swarmload.study.RunFigures;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;
import org.swarmload.study.StudyResult.Floor;
import org.swarmload.study.StudyResult.MetricValue;

/**
 * {@code summary.json}: everything the report says, for machines. Base units: seconds, bytes, bits per second, ratios,
 * currency. A change that breaks readers raises {@value #SCHEMA_VERSION}.
 */
public final class SummaryJson {
    private static final int SCHEMA_VERSION = 1;

    private final StudyResult study;
    private final Report report;

    private SummaryJson(StudyResult study, Report report) {
        this.study = study;
        this.report = report;
    }

    public static String of(StudyResult study, Report report) {
        return Json.document(new SummaryJson(study, report)::write);
    }

    private void write(Json json) {
        json.field("schemaVersion", SCHEMA_VERSION)
                .field("scenario", study.scenario().name())
                .field("seed", study.scenario().seed())
                .field("replications", study.plannedReplications())
                .field("digest", ReportBuilder.digest(study.digest()))
                .field("partial", study.partial())
                .object("engine", () -> EngineJson.study(json, study));
        if (!study.scenario().nights().areCertain()) {
            json.object("unknowns", () -> NightsJson.unknowns(json, study));
        }
        json.object(
                        "deliveries",
                        () -> study.deliveries()
                                .forEach(delivery -> json.object(delivery.name(), () -> delivery(json, delivery))))
                .array("floors", () -> study.floors().forEach(floor -> json.value(() -> floor(json, floor))))
                .array(
                        "objectives",
                        () -> study.verdicts()
                                .forEach(verdict -> json.value(() -> json.field("objective", verdict.objective())
                                        .field("delivery", verdict.delivery())
                                        .field(
                                                "verdict",
                                                verdict.verdict().name().toLowerCase(java.util.Locale.ROOT))
                                        .field("value", verdict.value())
                                        .field("ci95", verdict.ci95())
                                        .field("limit", verdict.limit())
                                        .field("deciding", verdict.deciding()))))
                .array("expectations", () -> {
                    study.expectations().forEach(outcome -> json.value(() -> expectation(json, outcome)));
                    study.unjudged().forEach(one -> json.value(() -> unjudged(json, one)));
                })
                .object("report", () -> report(json));
    }

    private static void floor(Json json, Floor floor) {
        json.field("objective", floor.objective())
                .field("delivery", floor.delivery())
                .field("metric", floor.metric())
                .field("share", (Double) floor.share())
                .field("best", floor.best())
                .field("unmeetable", floor.unmeetable())
                .field("because", floor.why());
    }

    private static void bound(Json json, Mathematics.Pair pair) {
        json.field("metric", pair.bound().metric())
                .field("relation", pair.bound().relation())
                .field("value", pair.bound().value())
                .field("simulated", pair.simulated())
                .field("broken", pair.broken())
                .field("assumption", pair.bound().assumption())
                .field("gap", pair.gap());
    }

    private static void expectation(Json json, ExpectationOutcome outcome) {
        Expectation expectation = outcome.expectation();
        json.field("metric", expectation.subject())
                .field("delivery", outcome.delivery())
                .field("what", new Expected(outcome).what())
                .field("expected", new Expected(outcome).expected())
                .field("least", finite(expectation.limits().least()))
                .field("most", finite(expectation.limits().most()))
                .field("got", outcome.got())
                .field("ci95", outcome.ci95())
                .array("runs", () -> outcome.values().forEach(json::item))
                .field("unmeasured", outcome.why())
                .field("verdict", outcome.pass() ? "pass" : "short")
                .field("source", expectation.source());
    }

    /** Of a delivery that was not run. */
    private static void unjudged(Json json, Expectation expectation) {
        json.field("metric", expectation.subject())
                .field("delivery", expectation.delivery())
                .field("expected", expectation.limits().text())
                .field("verdict", "not judged")
                .field("source", expectation.source());
    }

    private static Double finite(double limit) {
        return Double.isInfinite(limit) ? null : limit;
    }

    private void delivery(Json json, DeliveryResult delivery) {
        OverNights nights = delivery.nights();
        json.object(
                "metrics",
                () -> delivery.metrics()
                        .forEach((word, value) -> json.object(word, () -> {
                            metric(json, value);
                            NightsJson.ranges(json, nights, word);
                        })));
        if (nights != null) {
            json.object(
                    "nights",
                    () -> NightsJson.held(json, nights, delivery.runs().size()));
        }
        json.array("bounds", () -> Mathematics.pairs(delivery).forEach(pair -> json.value(() -> bound(json, pair))));
        json.object("invoice", () -> InvoiceJson.write(json, delivery.invoice()));
        StudyResult.ExpectedLoss loss = study.expectedLoss(delivery);
        if (loss != null) {
            json.object(
                    "expectedLoss",
                    () -> json.field("failedStarts", (Double) loss.failedStarts())
                            .field("each", loss.each())
                            .field("amount", loss.amount()));
        }
        if (delivery.runs().isEmpty()) {
            return;
        }
        Night night = new Night(delivery);
        json.object("outcomes", () -> Facts.OUTCOMES.forEach((name, fact) -> json.field(name, night.mean(fact))));
        json.object("fate", () -> fate(json, night));
        json.object("traffic", () -> Facts.TRAFFIC.forEach((name, fact) -> json.field(name, night.mean(fact))));
        json.object("causes", () -> {
            for (Harm harm : Harm.values()) {
                json.object(Facts.word(harm), () -> night.causes(harm).forEach(json::field));
            }
        });
        json.object("engine", () -> EngineJson.delivery(json, delivery.runs()));
        json.array(
                "runs",
                () -> delivery.runs()
                        .forEach(run -> json.value(() -> run(json, run, study.scenario(), delivery.name()))));
    }

    /** Disjoint shares of all viewers, as the chart shows them; they add up to 1. */
    private static void fate(Json json, Night night) {
        json.field("served-well", (Double) night.servedWell())
                .field("stalled-over-60s-stayed", (Double) night.stalledAndStayed())
                .field("gave-up", (Double) night.gaveUp())
                .field("start-failures", (Double) night.startFailures())
                .field("exits-before-start", (Double) night.exits())
                .field("still-waiting", (Double) night.stillWaiting());
    }

    private static void metric(Json json, MetricValue value) {
        json.field("mean", (Double) value.mean()).field("ci95", value.ci95());
        if (value.p50() != null) {
            json.field("p50", value.p50()).field("p95", value.p95()).field("p99", value.p99());
        }
        if (value.max() != null) {
            json.field("max", value.max());
        }
    }

    private static void run(Json json, RunResult run, Scenario scenario, String delivery) {
        json.field("replication", run.replication())
                .field("partial", run.partial())
                .field("digest", ReportBuilder.digest(run.digest()));
        json.object("metrics", () -> json.fields(RunFigures.of(run, scenario, delivery)));
        EngineJson.run(json, run);
    }

    private void report(Json json) {
        finding(json, "verdict", report.verdict());
        json.array(
                "figures",
                () -> report.figures()
                        .forEach(headline -> json.value(() -> {
                            json.field("label", headline.label());
                            quantity(json, "figure", headline.figure());
                            quantities(json, "others", headline.others());
                        })));
        findings(json, "recommendation", report.recommendation());
        findings(json, "changes", report.changes());
        json.array("assumptions", () -> report.assumptions().forEach(json::item));
        json.array(
                "sections",
                () -> report.sections()
                        .forEach(section -> json.value(() -> {
                            json.field("title", section.title());
                            findings(json, "findings", section.findings());
                        })));
    }

    private static void findings(Json json, String name, java.util.List<Report.Finding> findings) {
        json.array(name, () -> findings.forEach(finding -> json.value(() -> sentence(json, finding))));
    }

    private static void finding(Json json, String name, Report.Finding finding) {
        json.object(name, () -> sentence(json, finding));
    }

    private static void sentence(Json json, Report.Finding finding) {
        json.field("sentence", finding.sentence());
        quantities(json, "figures", finding.figures());
    }

    private static void quantities(Json json, String name, java.util.List<Quantity> quantities) {
        json.array(name, () -> quantities.forEach(quantity -> json.value(() -> members(json, quantity))));
    }

    private static void quantity(Json json, String name, Quantity quantity) {
        json.object(name, () -> members(json, quantity));
    }

    private static void members(Json json, Quantity quantity) {
        json.field("word", quantity.word())
                .field("value", (Double) quantity.value())
                .field("text", quantity.text());
    }
}
