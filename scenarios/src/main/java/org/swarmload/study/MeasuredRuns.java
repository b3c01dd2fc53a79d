package org.swarmload.study;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.MetricValue;

/**
 * The runs of one delivery, each with its metrics at the prices and with the machines of its own night.
 *
 * @param runs at least one
 * @param pricings and {@code metrics}: one for each run
 */
record MeasuredRuns(
        Scenario scenario,
        String delivery,
        List<RunResult> runs,
        List<Pricing> pricings,
        List<Map<MetricWord, MetricValue>> metrics) {

    static MeasuredRuns of(Scenario scenario, String delivery, List<RunResult> runs) {
        List<Pricing> pricings = runs.stream()
                .map(run -> Pricing.of(scenario.night(run.replication()), delivery))
                .toList();
        List<Map<MetricWord, MetricValue>> metrics = IntStream.range(0, runs.size())
                .mapToObj(i -> Metrics.of(runs.get(i), pricings.get(i)))
                .toList();
        return new MeasuredRuns(scenario, delivery, runs, pricings, metrics);
    }

    DeliveryResult result() {
        return scenario.nights().areCertain() ? certain() : overNights();
    }

    private DeliveryResult certain() {
        Pricing pricing = pricings.get(0);
        Invoice invoice = pricing.invoice(runs);
        Map<String, MetricValue> over = Metrics.over(runs, pricing, invoice);
        boolean complete = runs.stream()
                .allMatch(
                        run -> run.completionSeconds().count() >= run.outcomes().viewers());
        List<Bound> bounds = Bounds.of(BoundCase.of(scenario, delivery, over, complete));
        return new DeliveryResult(delivery, runs, over, bounds, invoice);
    }

    /**
     * Prices may differ between nights, so there is no bill of a mean night: the one shown is of a night that came, and the
     * cost is the mean of all bills. Mathematics about the scenario as it is written says nothing of such means.
     */
    private DeliveryResult overNights() {
        int billed = billed();
        Invoice invoice = pricings.get(billed).invoice(List.of(runs.get(billed)));
        List<Integer> missed = missed();
        OverNights nights = new OverNights(
                scenario.objectives().isEmpty() ? null : NightsHeld.of(runs.size(), runs.size() - missed.size()),
                missed,
                OverNights.spreads(metrics.stream().map(RunFigures::named).toList()),
                runs.get(billed).replication());
        return new DeliveryResult(delivery, runs, Metrics.overNights(metrics), List.of(), invoice, nights);
    }

    /** The run whose bill is shown. One that nobody can bill comes before all others: it makes the cost unknown. */
    private int billed() {
        List<Integer> rising = IntStream.range(0, runs.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> cost(i) == null ? -1 : cost(i)))
                .toList();
        return cost(rising.get(0)) == null ? rising.get(0) : rising.get((rising.size() - 1) / 2);
    }

    private Double cost(int run) {
        MetricValue cost = metrics.get(run).get(MetricWord.COST);
        return cost == null ? null : cost.mean();
    }

    private List<Integer> missed() {
        return IntStream.range(0, runs.size())
                .filter(i -> !scenario.objectives().stream().allMatch(objective -> holds(objective, metrics.get(i))))
                .mapToObj(i -> runs.get(i).replication())
                .toList();
    }

    private static boolean holds(Objective objective, Map<MetricWord, MetricValue> night) {
        Double value = Objectives.value(objective, night);
        return value != null && objective.comparison().holds(value, objective.limit());
    }
}
