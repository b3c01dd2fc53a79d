package org.swarmload.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Billing;
import org.swarmload.cost.EventUse;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.study.StudyResult.MetricValue;

/**
 * What a study of many runs keeps of each: enough to judge it and to bill it again, no curves.
 *
 * @param whole whether the night was simulated to its end; else all that is measured is so until then
 * @param figures by name, see {@link RunFigures}
 * @param promised what each objective of the scenario measured, in their order; null where there was nothing to measure
 * @param use what bills are made from
 * @param busiest of each resource the greatest part that was used over 10 seconds, as in the series: {@code link:origin}
 */
public record RunNote(
        int replication,
        boolean whole,
        long digest,
        Map<String, Double> figures,
        List<Double> promised,
        EventUse use,
        List<CauseLine> causes,
        Map<String, Double> busiest) {
    private static final String USE = "use:";

    public RunNote {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        promised = Collections.unmodifiableList(new ArrayList<>(promised));
        causes = List.copyOf(causes);
        busiest = Map.copyOf(busiest);
    }

    public static RunNote of(RunResult run, Scenario scenario, String delivery) {
        Map<MetricWord, MetricValue> metrics = Metrics.of(run, Pricing.of(scenario.night(run.replication()), delivery));
        List<Double> promised = new ArrayList<>();
        for (Objective objective : scenario.objectives()) {
            promised.add(Objectives.value(objective, metrics));
        }
        return new RunNote(
                run.replication(),
                !run.partial(),
                run.digest(),
                RunFigures.named(metrics),
                promised,
                Pricing.use(run),
                run.causes(),
                busiest(run.series()));
    }

    /** The same night, had objectives measured that. */
    public RunNote promising(List<Double> other) {
        return new RunNote(replication, whole, digest, figures, other, use, causes, busiest);
    }

    /** The same night, had it used that. */
    public RunNote using(EventUse other) {
        return new RunNote(replication, whole, digest, figures, promised, other, causes, busiest);
    }

    private static Map<String, Double> busiest(TimeSeries series) {
        Map<String, Double> greatest = new HashMap<>();
        for (TimeSeries.Column column : series.columns()) {
            if (column.name().startsWith(USE)) {
                greatest.put(
                        column.name().substring(USE.length()),
                        Arrays.stream(column.values()).max().orElse(0));
            }
        }
        return greatest;
    }

    /** The bill of the mean of such events, had a delivery of that scenario served them. */
    public static Invoice invoice(Scenario scenario, String delivery, List<EventUse> events) {
        Pricing pricing = Pricing.of(scenario, delivery);
        return Billing.price(pricing.contracts(), pricing.estate(), events);
    }

    /** Who would send bytes there and has no price list: where that is anybody there is no bill. */
    public static List<String> unpriced(Scenario scenario, List<EventUse> events) {
        return List.copyOf(Billing.unpriced(scenario.costs().contracts(), events));
    }
}
