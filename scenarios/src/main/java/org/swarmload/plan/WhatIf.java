package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.ArrivalDef;
import org.swarmload.scenario.DeliveryDef.EdgeDef;
import org.swarmload.scenario.FaultDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Law;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;
import org.swarmload.yaml.Assignment;
import org.swarmload.yaml.ScenarioException;
import org.swarmload.yaml.ScenarioReader;

/** One night of an order under other circumstances, on the audience of the search's first night. */
public final class WhatIf {
    /** How far something may be off: our assumption where a planner says nothing. */
    private static final double LESS = 0.8;

    private static final double MORE = 1.2;

    /** All of these are that night. */
    private static final int NIGHT = 0;

    private static final long HOUR = 3_600_000_000L;

    private final Simulation simulation;
    private final String delivery;
    private final double factor;

    /** @param factor by which the crowd and all that it shares is divided */
    WhatIf(Simulation simulation, String delivery, double factor) {
        this.simulation = simulation;
        this.delivery = delivery;
        this.factor = factor;
    }

    /**
     * @param what is different: "audience", say; empty where nothing is
     * @param direction -1 and 1 for less and more of it; 0 for what has no more and less
     * @param change in words: "+20 %"
     * @param viewers of the crowd that was simulated
     * @param everybody viewers of the whole crowd
     * @param cost of the whole crowd; 0 when nobody says what things cost
     * @param note the night
     */
    public record Case(
            String delivery,
            String what,
            int direction,
            String change,
            int viewers,
            int everybody,
            double cost,
            Judged judged,
            RunNote note) {}

    /**
     * The order itself and, for each of what may be different, less and more of it. Where something is unknown that is less
     * and more of what the night drew: what is written counts for nothing there.
     *
     * @param everybody what all the viewers measured of the order on that night, by which a small crowd is put right; null
     *     where nobody else is to be asked
     */
    List<Case> tornado(Scenario order, RunNote everybody) {
        Scenario ordered = order.night(NIGHT);
        List<Asked> asked = new ArrayList<>();
        asked.add(new Asked("", 0, "", ordered));
        both(asked, ordered, "viewers", List.of("audience.viewers"));
        arrivals(asked, ordered);
        List<String> uplinks = ordered.audience().access().stream()
                .map(line -> "audience.access." + line.name() + ".up")
                .toList();
        if (ordered.delivery(delivery).hasSwarm()) {
            both(asked, ordered, "viewers' uplinks", uplinks);
            double reachable = ordered.delivery(delivery).swarm().reachable();
            if (reachable < 1) {
                set(asked, ordered, "reachability", "deliveries." + delivery + ".swarm.reachable", reachable);
            }
        }
        both(
                asked,
                ordered,
                "bit rates",
                ordered.content().title().renditions().stream()
                        .map(rendition -> "content.renditions." + rendition.name())
                        .toList());
        return cases(asked, everybody);
    }

    /** The largest edge lost all night, and a fifth more viewers. */
    List<Case> headroom(Scenario order) {
        Scenario ordered = order.night(NIGHT);
        List<Asked> asked = new ArrayList<>();
        EdgeDef largest = null;
        for (EdgeDef edge : ordered.delivery(delivery).edges()) {
            boolean larger = largest == null
                    || edge.server().totalUplinkBps() > largest.server().totalUplinkBps();
            largest = larger ? edge : largest;
        }
        if (largest != null) {
            long night = ordered.content().title().lengthMicros() + 2 * HOUR;
            FaultDef lost = new FaultDef(
                    -HOUR, night, FaultSpec.Target.EDGE, largest.server().name(), 1);
            asked.add(new Asked("edge " + largest.server().name(), 0, "lost all night", ordered.withFault(lost)));
        }
        times(asked, ordered, "viewers", List.of("audience.viewers"), 1, MORE);
        return cases(asked, null);
    }

    /** A delivery as it is. */
    static Night asWritten(Scenario scenario, String delivery) {
        return new Night(new Variant(delivery, scenario, delivery), NIGHT, true);
    }

    /** What came of {@link #asWritten}. */
    static Case asWritten(Scenario scenario, String delivery, RunNote note) {
        Asked asked = new Asked("", 0, "as written", scenario);
        return of(asked, delivery, scenario.night(NIGHT).audience().viewers(), note);
    }

    private record Asked(String what, int direction, String change, Scenario scenario) {}

    private void both(List<Asked> asked, Scenario ordered, String what, List<String> paths) {
        times(asked, ordered, what, paths, -1, LESS);
        times(asked, ordered, what, paths, 1, MORE);
    }

    /** People who come after the unlock come in a shorter or a longer time. */
    private void arrivals(List<Asked> asked, Scenario ordered) {
        List<String> paths = new ArrayList<>();
        List<ArrivalDef> arrivals = ordered.audience().arrivals();
        for (int i = 0; i < arrivals.size(); i++) {
            Law law = arrivals.get(i).offsetSeconds();
            if (law instanceof Law.Lognormal) {
                paths.add("audience.arrivals." + i + ".lognormal");
            } else if (law instanceof Law.Exponential) {
                paths.add("audience.arrivals." + i + ".exponential");
            }
        }
        if (!paths.isEmpty()) {
            times(asked, ordered, "arrivals' peak", paths, -1, 1 / LESS);
            times(asked, ordered, "arrivals' peak", paths, 1, 1 / MORE);
        }
    }

    private void times(List<Asked> asked, Scenario ordered, String what, List<String> paths, int direction, double by) {
        List<Assignment> changes = paths.stream()
                .map(path -> Assignment.times("what if " + what, path, by))
                .toList();
        add(asked, ordered, what, direction, fifth(direction), changes);
    }

    private void set(List<Asked> asked, Scenario ordered, String what, String path, double share) {
        for (int direction = -1; direction <= 1; direction += 2) {
            double wanted = share * (direction < 0 ? LESS : MORE);
            long percent = Math.round(100 * Math.min(1, wanted));
            String change = wanted > 1 ? "to " + percent + " %" : fifth(direction);
            Assignment set = new Assignment("what if " + what, path, percent + "%");
            add(asked, ordered, what, direction, change, List.of(set));
        }
    }

    private static String fifth(int direction) {
        return direction < 0 ? "a fifth less" : "a fifth more";
    }

    /** What a scenario cannot have (the engine's limits, links below the least) is left out. */
    private static void add(
            List<Asked> asked, Scenario ordered, String what, int direction, String change, List<Assignment> changes) {
        try {
            Scenario changed =
                    ScenarioReader.variants(ordered, List.of(changes)).get(0);
            asked.add(new Asked(what, direction, change, changed));
        } catch (ScenarioException e) {
            return;
        }
    }

    /** @param everybody of the first case, which is the order as it is */
    private List<Case> cases(List<Asked> asked, RunNote everybody) {
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Night> nights = asked.stream()
                .map(one -> new Variant(one.what() + one.change(), SmallCrowd.of(one.scenario(), factor), delivery))
                .map(variant -> new Night(variant, NIGHT, true))
                .toList();
        List<RunNote> notes = new ArrayList<>(simulation.run(nights));
        for (int i = 0; i < asked.size(); i++) {
            notes.set(i, SmallCrowd.everybodys(notes.get(i), asked.get(i).scenario(), delivery, factor));
        }
        Calibration calibration = everybody == null ? Calibration.NONE : Calibration.between(notes.get(0), everybody);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int viewers = nights.get(i).variant().scenario().audience().viewers();
            cases.add(of(asked.get(i), delivery, viewers, calibration.of(notes.get(i))));
        }
        return cases;
    }

    private static Case of(Asked asked, String delivery, int viewers, RunNote note) {
        Invoice invoice = RunNote.invoice(asked.scenario().night(note.replication()), delivery, List.of(note.use()));
        return new Case(
                delivery,
                asked.what(),
                asked.direction(),
                asked.change(),
                viewers,
                asked.scenario().audience().viewers(),
                invoice.lines().isEmpty() ? 0 : invoice.total().doubleValue(),
                Judged.of(asked.scenario(), List.of(note)),
                note);
    }
}
