package org.swarmload.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.OverNights.Spread;
import org.swarmload.study.RunNote;

/**
 * What an order brought on the nights on which it was judged, beside its promises.
 *
 * @param nights how many
 * @param held of them those on which every promise was kept, each by itself
 * @param bills what each night costs with its prices; empty when nobody says what things cost
 * @param paid by each payer, the mean of these bills
 * @param figures by name as runs have them, means over nights; what some night has no value of is left out
 */
public record Seen(int nights, int held, List<Double> bills, Map<String, Double> paid, Map<String, Double> figures) {
    public Seen {
        bills = List.copyOf(bills);
        paid = Collections.unmodifiableMap(new LinkedHashMap<>(paid));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    static Seen of(Scenario ordered, List<RunNote> nights, Bills bills) {
        int held = (int) nights.stream()
                .filter(night -> Judged.keepsEach(ordered, night))
                .count();
        return new Seen(nights.size(), held, bills.totals(), bills.paid(), means(nights));
    }

    private static Map<String, Double> means(List<RunNote> nights) {
        Map<String, Double> means = new LinkedHashMap<>();
        nights.stream()
                .findFirst()
                .ifPresent(first -> first.figures().keySet().forEach(name -> {
                    List<Double> values = nights.stream()
                            .map(night -> night.figures().get(name))
                            .toList();
                    if (!values.contains(null)) {
                        means.put(
                                name,
                                values.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .average()
                                        .orElseThrow());
                    }
                }));
        return means;
    }

    public double leastBill() {
        return Collections.min(bills);
    }

    public double mostBill() {
        return Collections.max(bills);
    }

    double meanBill() {
        return bills.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Between what bills lie on eight of ten nights. */
    public Spread spreadOfBills() {
        return Spread.of(bills.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
