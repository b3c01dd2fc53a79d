package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.swarmload.cost.EventUse;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;

/** Simulated nights of orders of one delivery, at one size of the crowd; every order meets the same audiences. */
final class Probes {
    private static final SortedMap<Integer, RunNote> NONE = Collections.emptySortedMap();

    /** Nights that are simulated before it is asked again whether an order can still hold. */
    private static final int AT_ONCE = 4;

    private final Space space;
    private final Simulation simulation;
    private final double factor;
    private final int first;
    private final Map<Order, SortedMap<Integer, RunNote>> nights = new LinkedHashMap<>();
    private Calibration calibration = Calibration.NONE;
    private int hardest;

    /**
     * @param factor by which the crowd and all that it shares is divided
     * @param first replication of these nights: searches and certificates have different ones
     */
    Probes(Space space, Simulation simulation, double factor, int first) {
        this.space = space;
        this.simulation = simulation;
        this.factor = factor;
        this.first = first;
    }

    /** From now on what is measured here is put right by what all the viewers measured on that night of an order. */
    void calibrate(Order order, RunNote all) {
        calibration = Calibration.between(nights.get(order).get(all.replication() - first), all);
        nights.values().forEach(notes -> notes.replaceAll((night, note) -> calibration.of(note)));
    }

    /** The night to begin with from now on: where orders fail, one night is enough if it is the right one. */
    void beginWith(int night) {
        hardest = night - first;
    }

    /** Simulates so many nights of each order, fewer of one that cannot hold any more. */
    void simulate(List<Order> orders, int replications) {
        fill(hopeful(orders, replications), hardest, hardest + 1);
        for (int until = AT_ONCE; until < replications; until *= 2) {
            fill(hopeful(orders, replications), 0, until);
        }
        fill(hopeful(orders, replications), 0, replications);
    }

    private List<Order> hopeful(List<Order> orders, int inAll) {
        return orders.stream()
                .filter(order -> nights(order).isEmpty() || !Judged.hopeless(scenario(order), nights(order), inAll))
                .distinct()
                .toList();
    }

    /** The first night of one order each, of several deliveries at once. */
    static void firstNights(Simulation simulation, List<Probes> probes, List<Order> orders) {
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            Probes one = probes.get(i);
            variants.add(new Variant(one.space.delivery(), one.scenario(orders.get(i)), one.space.delivery()));
        }
        List<RunNote> notes = simulation.run(variants, 0, 1).get(0);
        for (int i = 0; i < probes.size(); i++) {
            probes.get(i).keep(orders.get(i), notes.get(i));
        }
    }

    /** Simulates nights of each order until there are so many, whatever comes out. */
    void upTo(List<Order> orders, int replications) {
        fill(orders, 0, replications);
    }

    /** Those nights of each order that are not there, as many at once as the same orders lack. */
    private void fill(List<Order> orders, int from, int to) {
        int night = from;
        while (night < to) {
            List<Order> open = lacking(orders, night);
            int end = night + 1;
            while (end < to && lacking(orders, end).equals(open)) {
                end++;
            }
            if (!open.isEmpty()) {
                add(open, night, end);
            }
            night = end;
        }
    }

    private List<Order> lacking(List<Order> orders, int night) {
        return orders.stream()
                .filter(order -> !nights.getOrDefault(order, NONE).containsKey(night))
                .toList();
    }

    private void add(List<Order> orders, int from, int to) {
        List<Variant> variants = orders.stream()
                .map(order -> new Variant(order.steps().toString(), scenario(order), space.delivery()))
                .toList();
        for (List<RunNote> replication : simulation.run(variants, first + from, first + to)) {
            for (int i = 0; i < orders.size(); i++) {
                keep(orders.get(i), everybodys(orders.get(i), replication.get(i)));
            }
        }
    }

    private void keep(Order order, RunNote note) {
        nights.computeIfAbsent(order, one -> new TreeMap<>()).put(note.replication() - first, note);
    }

    /** What a night would have measured with the whole crowd, as far as that can be told. */
    private RunNote everybodys(Order order, RunNote note) {
        return calibration.of(SmallCrowd.everybodys(note, space.scenario(order), space.delivery(), factor));
    }

    private Scenario scenario(Order order) {
        return SmallCrowd.of(space.scenario(order), factor);
    }

    List<RunNote> nights(Order order) {
        return List.copyOf(nights.getOrDefault(order, NONE).values());
    }

    /** Every order that was simulated, in the order in which they were. */
    List<Order> simulated() {
        return List.copyOf(nights.keySet());
    }

    /** What the whole crowd would have used. */
    List<EventUse> use(Order order) {
        return nights(order).stream().map(note -> times(note.use(), factor)).toList();
    }

    /** What a crowd that many times as large would have used. */
    static EventUse times(EventUse use, double factor) {
        if (factor == 1) {
            return use;
        }
        List<LedgerLine> lines = use.ledger().stream()
                .map(line -> new LedgerLine(
                        line.binStartMicros(),
                        line.payer(),
                        Math.round(line.bytes() * factor),
                        Math.round(line.requests() * factor)))
                .toList();
        return new EventUse(lines, use.viewerHours() * factor, use.mostViewers() * factor);
    }
}
