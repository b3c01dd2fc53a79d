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
import org.swarmload.study.PairedRuns.Night;
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

    /**
     * Simulates so many nights of each order, fewer of one that cannot hold any more. Where one broken night is the end of
     * an order, that night ends when it is broken. Not so on a small crowd, whose measures are shifted before they are
     * judged, and with the largest order, of which people are shown what it came to.
     */
    void simulate(List<Order> orders, int replications) {
        boolean whole = factor > 1 || !Judged.oneBreaks(space.scenario(space.largest()), replications);
        fill(hopeful(orders, replications), hardest, hardest + 1, whole);
        for (int until = AT_ONCE; until < replications; until *= 2) {
            fill(hopeful(orders, replications), 0, until, whole);
        }
        fill(hopeful(orders, replications), 0, replications, whole);
    }

    private List<Order> hopeful(List<Order> orders, int inAll) {
        return orders.stream()
                .filter(order -> nights(order).isEmpty() || !Judged.hopeless(scenario(order), nights(order), inAll))
                .distinct()
                .toList();
    }

    /** The first night of one order each, of several deliveries at once. */
    static void firstNights(Simulation simulation, List<Probes> probes, List<Order> orders) {
        List<Night> nights = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            nights.add(probes.get(i).night(orders.get(i), 0, true));
        }
        List<RunNote> notes = simulation.run(nights);
        for (int i = 0; i < probes.size(); i++) {
            probes.get(i).keep(orders.get(i), notes.get(i));
        }
    }

    /** Simulates nights of each order to their end until there are so many, whatever comes out. */
    void upTo(List<Order> orders, int replications) {
        fill(orders, 0, replications, true);
    }

    /** Those nights of each order that are not there, or not whole where they have to be, all at once. */
    private void fill(List<Order> orders, int from, int to, boolean whole) {
        List<Order> whose = new ArrayList<>();
        List<Night> lacking = new ArrayList<>();
        for (int night = from; night < to; night++) {
            for (Order order : orders) {
                RunNote known = nights.getOrDefault(order, NONE).get(night);
                boolean toTheEnd = whole || order.equals(space.largest());
                if (known == null || toTheEnd && !known.whole()) {
                    whose.add(order);
                    lacking.add(night(order, night, toTheEnd));
                }
            }
        }
        List<RunNote> notes = lacking.isEmpty() ? List.of() : simulation.run(lacking);
        for (int i = 0; i < notes.size(); i++) {
            keep(whose.get(i), notes.get(i));
        }
    }

    private Night night(Order order, int night, boolean whole) {
        Variant variant = new Variant(order.steps().toString(), scenario(order), space.delivery());
        return new Night(variant, first + night, whole);
    }

    private void keep(Order order, RunNote note) {
        RunNote everybodys = SmallCrowd.everybodys(note, space.scenario(order), space.delivery(), factor);
        nights.computeIfAbsent(order, one -> new TreeMap<>())
                .put(note.replication() - first, calibration.of(everybodys));
    }

    private Scenario scenario(Order order) {
        return SmallCrowd.of(space.scenario(order), factor);
    }

    /** As the whole crowd would have measured them, as far as that can be told. */
    List<RunNote> nights(Order order) {
        return List.copyOf(nights.getOrDefault(order, NONE).values());
    }

    /** Every order that was simulated, in the order in which they were. */
    List<Order> simulated() {
        return List.copyOf(nights.keySet());
    }

    List<EventUse> use(Order order) {
        return nights(order).stream().map(RunNote::use).toList();
    }
}
