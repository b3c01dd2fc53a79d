package org.swarmload.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.swarmload.cost.Invoice;
import org.swarmload.report.ReportBuilder;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Unknown;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.sim.result.ViewerTable;
import org.swarmload.study.StudyResult;

/** The tables of a run's folder: RFC 4180 with a head line, one number form, times in seconds and on the local clock. */
public final class CsvFiles {
    private CsvFiles() {}

    /** One line per delivery, replication and bin. */
    public static String timeSeries(StudyResult study) {
        Set<String> columns = new LinkedHashSet<>();
        runs(study).forEach(run -> run.series().columns().forEach(column -> columns.add(column.name())));
        Csv csv = new Csv();
        List<String> head = new ArrayList<>(List.of("delivery", "replication", "bin-start-seconds", "clock"));
        head.addAll(columns);
        csv.line(head);
        for (RunResult run : runs(study)) {
            ModelClock clock = study.scenario().night(run.replication()).clock();
            TimeSeries series = run.series();
            for (int bin = 0; bin < series.bins(); bin++) {
                List<String> line = new ArrayList<>();
                line.add(run.delivery());
                line.add(Integer.toString(run.replication()));
                addTime(line, clock, bin * series.binMicros());
                for (String column : columns) {
                    line.add(series.has(column) ? Numbers.plain(series.values(column)[bin]) : "");
                }
                csv.line(line);
            }
        }
        return csv.text();
    }

    /** What each payer's machines sent in each 5-minute bin: what bills are made of. */
    public static String ledger(StudyResult study) {
        Csv csv = new Csv();
        csv.line(List.of("delivery", "replication", "bin-start-seconds", "clock", "payer", "bytes", "requests"));
        for (RunResult run : runs(study)) {
            ModelClock clock = study.scenario().night(run.replication()).clock();
            for (RunResult.LedgerLine entry : run.ledger()) {
                List<String> line = new ArrayList<>();
                line.add(run.delivery());
                line.add(Integer.toString(run.replication()));
                addTime(line, clock, entry.binStartMicros());
                line.add(entry.payer());
                line.add(Long.toString(entry.bytes()));
                line.add(Long.toString(entry.requests()));
                csv.line(line);
            }
        }
        return csv.text();
    }

    /** What each delivery is billed: quantity is with less without, amount is quantity x unit price. */
    public static String invoice(StudyResult study) {
        Csv csv = new Csv();
        csv.line(List.of(
                "delivery",
                "payer",
                "tariff",
                "region",
                "meter",
                "unit",
                "month-without",
                "month-with",
                "quantity",
                "unit-price",
                "amount",
                "currency",
                "note"));
        for (StudyResult.DeliveryResult delivery : study.deliveries()) {
            for (Invoice.Line line : delivery.invoice().lines()) {
                csv.line(List.of(
                        delivery.name(),
                        line.payer(),
                        line.tariff(),
                        line.region(),
                        line.meter(),
                        line.unit(),
                        line.without().toPlainString(),
                        line.with().toPlainString(),
                        line.quantity().toPlainString(),
                        line.unitPrice().toPlainString(),
                        line.amount().toPlainString(),
                        delivery.invoice().currency(),
                        line.note()));
            }
        }
        return csv.text();
    }

    /** One line per viewer of each delivery and replication; empty fields are what did not happen. */
    public static String viewers(StudyResult study) {
        Csv csv = new Csv();
        List<String> head = new ArrayList<>(List.of("delivery", "replication", "viewer"));
        runs(study).stream()
                .map(RunResult::viewers)
                .max(Comparator.comparingInt(table -> table.columns().size()))
                .ifPresent(table -> table.columns().forEach(column -> head.add(column.name())));
        csv.line(head);
        for (RunResult run : runs(study)) {
            List<ViewerTable.Column> columns = run.viewers().columns();
            int count = columns.isEmpty() ? 0 : columns.get(0).values().length;
            for (int viewer = 0; viewer < count; viewer++) {
                List<String> line = new ArrayList<>(
                        List.of(run.delivery(), Integer.toString(run.replication()), Integer.toString(viewer)));
                for (ViewerTable.Column column : columns) {
                    double value = column.values()[viewer];
                    line.add(Double.isNaN(value) ? "" : Numbers.plain(value));
                }
                csv.line(line);
            }
        }
        return csv.text();
    }

    /** One line per replication, with its digest. */
    public static String replications(StudyResult study) {
        Csv csv = new Csv();
        List<String> head = new ArrayList<>(List.of("delivery", "replication", "digest", "partial"));
        Map<String, ToDoubleFunction<RunResult>> facts = new java.util.LinkedHashMap<>(Facts.OUTCOMES);
        facts.putAll(Facts.TRAFFIC);
        facts.put("startup-time.mean-seconds", run -> run.startupSeconds().mean());
        facts.put("startup-time.p50-seconds", run -> run.startupSeconds().quantile(0.5));
        facts.put("startup-time.p95-seconds", run -> run.startupSeconds().quantile(0.95));
        facts.put("rebuffering-ratio", run -> run.outcomes().rebufferingRatio());
        facts.put("offload", run -> run.traffic().offload());
        facts.put("events", run -> run.engine().events());
        head.addAll(facts.keySet());
        csv.line(head);
        for (RunResult run : runs(study)) {
            List<String> line = new ArrayList<>();
            line.add(run.delivery());
            line.add(Integer.toString(run.replication()));
            line.add(ReportBuilder.digest(run.digest()));
            line.add(Boolean.toString(run.partial()));
            facts.values().forEach(fact -> line.add(Numbers.plain(fact.applyAsDouble(run))));
            csv.line(line);
        }
        return csv.text();
    }

    /**
     * One line per night: what it draws of each unknown, in base units or as the factor, and for each delivery with
     * objectives whether all of them hold.
     */
    public static String unknowns(StudyResult study) {
        List<Unknown> unknowns = study.scenario().nights().unknowns();
        List<StudyResult.DeliveryResult> judged = study.deliveries().stream()
                .filter(delivery ->
                        delivery.nights() != null && delivery.nights().held() != null)
                .toList();
        Csv csv = new Csv();
        List<String> head = new ArrayList<>(List.of("replication"));
        unknowns.forEach(unknown -> head.add(unknown.path() + (unknown.times() ? ".times" : "")));
        judged.forEach(delivery -> head.add(delivery.name() + ".holds"));
        csv.line(head);
        SortedSet<Integer> replications = new TreeSet<>();
        runs(study).forEach(run -> replications.add(run.replication()));
        for (int replication : replications) {
            List<String> line = new ArrayList<>(List.of(Integer.toString(replication)));
            unknowns.forEach(unknown -> line.add(Numbers.plain(
                    unknown.draw(study.scenario().seed(), replication).value())));
            judged.forEach(delivery -> line.add(holds(delivery, replication)));
            csv.line(line);
        }
        return csv.text();
    }

    /** Empty when that night was not finished. */
    private static String holds(StudyResult.DeliveryResult delivery, int replication) {
        boolean finished = delivery.runs().stream().anyMatch(run -> run.replication() == replication);
        return finished ? Boolean.toString(!delivery.nights().missed().contains(replication)) : "";
    }

    private static void addTime(List<String> line, ModelClock clock, long micros) {
        line.add(Numbers.plain(micros / 1e6));
        line.add(clock.seconds(micros));
    }

    private static List<RunResult> runs(StudyResult study) {
        return study.deliveries().stream()
                .flatMap(delivery -> delivery.runs().stream())
                .toList();
    }
}
