package org.swarmload.duel;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.Digests;
import org.swarmload.study.StoppingRule;

/**
 * What came of a comparison of pickers.
 *
 * @param scenario as it was run with the first picker
 * @param runs replication by replication, the pickers in the order in which they were named
 * @param partial it was interrupted before a look at which it might have stopped
 */
public record DuelResult(
        Scenario scenario,
        String delivery,
        List<String> pickers,
        StoppingRule rule,
        List<List<DuelRun>> runs,
        List<Ranking> rankings,
        boolean partial) {
    public DuelResult {
        pickers = List.copyOf(pickers);
        runs = runs.stream().map(List::copyOf).toList();
        rankings = List.copyOf(rankings);
    }

    /** @param runs of at least two replications */
    public static DuelResult of(
            Scenario scenario,
            String delivery,
            List<String> pickers,
            StoppingRule rule,
            List<List<DuelRun>> runs,
            boolean partial) {
        return new DuelResult(scenario, delivery, pickers, rule, runs, rankings(pickers, rule, runs), partial);
    }

    /** By every metric that has a value in each run: what some run lacks cannot be compared in pairs. */
    static List<Ranking> rankings(List<String> pickers, StoppingRule rule, List<List<DuelRun>> runs) {
        Map<DuelMetric, Ranking> rankings = new EnumMap<>(DuelMetric.class);
        for (DuelMetric metric : DuelMetric.values()) {
            boolean everywhere = runs.stream()
                    .flatMap(List::stream)
                    .allMatch(run -> run.values().containsKey(metric));
            if (everywhere) {
                Map<String, double[]> values = new LinkedHashMap<>();
                for (int p = 0; p < pickers.size(); p++) {
                    int picker = p;
                    values.put(
                            pickers.get(p),
                            runs.stream()
                                    .mapToDouble(
                                            each -> each.get(picker).values().get(metric))
                                    .toArray());
                }
                rankings.put(metric, Ranking.of(metric, values, rule));
            }
        }
        return List.copyOf(new TreeMap<>(rankings).values());
    }

    public int replications() {
        return runs.size();
    }

    /** The runs of one picker, replication by replication. */
    public List<DuelRun> of(String picker) {
        return runs.stream().map(each -> each.get(pickers.indexOf(picker))).toList();
    }

    public Optional<Ranking> by(DuelMetric metric) {
        return rankings.stream().filter(ranking -> ranking.metric() == metric).findFirst();
    }

    public boolean decided() {
        return rankings.stream().allMatch(Ranking::decided);
    }

    public boolean file() {
        return scenario.content().title().isFile();
    }

    /** Over all runs, in the order of replications and pickers. */
    public long digest() {
        return Digests.over(
                runs.stream().flatMap(List::stream).map(DuelRun::digest).toList());
    }
}
