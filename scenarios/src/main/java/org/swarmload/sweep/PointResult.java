package org.swarmload.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.RunFigures;
import org.swarmload.study.RunFigures.Figure;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.Verdict;

/**
 * What is kept of a point: figures, no curves.
 *
 * @param values of what varies, as they were written, in the order of the options
 * @param stamp of what it came from; see {@link SweepPoint#stamp}
 * @param digest over all its runs
 * @param currency of what it costs
 */
public record PointResult(
        List<String> values, String stamp, String digest, String currency, List<Delivery> deliveries) {
    public PointResult {
        values = List.copyOf(values);
        deliveries = List.copyOf(deliveries);
    }

    /**
     * @param figures by name, see {@link RunFigures}
     * @param held on how many nights all promises hold; null when nothing is unknown, or nothing promised
     */
    public record Delivery(
            String name, Map<String, Figure> figures, List<Promise> promises, NightsHeld held, List<Run> runs) {
        public Delivery {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
            promises = List.copyOf(promises);
            runs = List.copyOf(runs);
        }
    }

    /** What came of an objective. */
    public record Promise(String objective, Verdict verdict) {}

    /** One replication. */
    public record Run(int replication, String digest, Map<String, Double> figures) {
        public Run {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /** Of a study of that point that was not interrupted. */
    static PointResult of(SweepPoint point, StudyResult study) {
        Scenario scenario = study.scenario();
        List<Delivery> deliveries = study.deliveries().stream()
                .map(delivery -> new Delivery(
                        delivery.name(),
                        RunFigures.of(delivery, scenario),
                        study.verdicts().stream()
                                .filter(verdict -> verdict.delivery().equals(delivery.name()))
                                .map(verdict -> new Promise(verdict.objective(), verdict.verdict()))
                                .toList(),
                        delivery.nights() == null ? null : delivery.nights().held(),
                        delivery.runs().stream()
                                .map(run -> new Run(
                                        run.replication(),
                                        hex(run.digest()),
                                        RunFigures.of(run, scenario, delivery.name())))
                                .toList()))
                .toList();
        String currency = study.deliveries().isEmpty()
                ? ""
                : study.deliveries().get(0).invoice().currency();
        return new PointResult(point.values(), point.stamp(), hex(study.digest()), currency, deliveries);
    }

    private static String hex(long digest) {
        return String.format(Locale.ROOT, "%016x", digest);
    }
}
