package org.swarmload.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.EventUse;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;

/** Simulated nights of orders of one delivery, at one size of the crowd; every order meets the same audiences. */
final class Probes {
    private final Space space;
    private final Simulation simulation;
    private final double factor;
    private final int first;
    private final Map<Order, List<RunNote>> nights = new LinkedHashMap<>();

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

    /** Simulates so many nights of each order, fewer of one that cannot hold any more. */
    void simulate(List<Order> orders, int replications) {
        for (int until = 1; until < replications; until = Math.max(4, 2 * until)) {
            more(orders, until, replications);
        }
        more(orders, replications, replications);
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
            probes.get(i).nights.put(orders.get(i), new ArrayList<>(List.of(notes.get(i))));
        }
    }

    /** Simulates nights of each order until there are so many, whatever comes out. */
    void upTo(List<Order> orders, int replications) {
        for (int have = 0; have < replications; have++) {
            int done = have;
            List<Order> open = orders.stream()
                    .filter(order -> nights(order).size() == done)
                    .toList();
            if (!open.isEmpty()) {
                add(open, have, replications);
            }
        }
    }

    private void more(List<Order> orders, int until, int inAll) {
        for (int done = 0; done < until; done++) {
            int have = done;
            List<Order> open = orders.stream()
                    .filter(order -> nights(order).size() == have)
                    .filter(order -> have == 0 || !Judged.hopeless(scenario(order), nights(order), inAll))
                    .distinct()
                    .toList();
            if (!open.isEmpty()) {
                add(open, have, until);
            }
        }
    }

    private void add(List<Order> orders, int from, int to) {
        List<Variant> variants = orders.stream()
                .map(order -> new Variant(order.steps().toString(), scenario(order), space.delivery()))
                .toList();
        List<List<RunNote>> found = simulation.run(variants, first + from, first + to);
        for (int i = 0; i < orders.size(); i++) {
            List<RunNote> notes = nights.computeIfAbsent(orders.get(i), order -> new ArrayList<>());
            for (List<RunNote> replication : found) {
                notes.add(replication.get(i));
            }
        }
    }

    private Scenario scenario(Order order) {
        return SmallCrowd.of(space.scenario(order), factor);
    }

    List<RunNote> nights(Order order) {
        return nights.getOrDefault(order, List.of());
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
