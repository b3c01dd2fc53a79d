package org.swarmload.report;

import java.util.List;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.FaultSpec;

/** What a report must know of the scenario beside its results: names, the clock, capacities and faults. */
public record Setting(Scenario scenario, ModelClock clock) {
    public static Setting of(Scenario scenario) {
        return new Setting(scenario, scenario.clock());
    }

    String zone() {
        return scenario.zone().getId();
    }

    DeliveryDef delivery(String name) {
        return scenario.delivery(name);
    }

    /** Every fault of the scenario in model time, whether or not a delivery has what it breaks. */
    List<FaultSpec> faults() {
        return scenario.faults().stream()
                .map(fault -> new FaultSpec(
                        clock.unlockMicros() + fault.offsetMicros(),
                        fault.forMicros(),
                        fault.target(),
                        fault.name(),
                        fault.part()))
                .toList();
    }

    /** The faults that hit something this delivery has. */
    List<FaultSpec> faults(String delivery) {
        return scenario.faultsOf(delivery);
    }

    /** Second of the local day at a model time; counts on past midnight, so that an axis never jumps back. */
    public double clockSeconds(long micros) {
        return clock.at(0).toSecondOfDay() + micros / 1e6;
    }

    /** A model time as 21:05 or, when it is no full minute, 21:05:10. */
    String clockText(long micros) {
        return micros % 60_000_000L == 0 ? clock.minutes(micros) : clock.seconds(micros);
    }

    static boolean hasEdges(DeliveryDef delivery) {
        return !delivery.edges().isEmpty();
    }

    /** What the operator's machines can send to viewers at a time: edges where there are some, else origin; and seeds. */
    double operatorBps(String name, long micros) {
        DeliveryDef delivery = delivery(name);
        double sum = 0;
        for (DeliveryDef.EdgeDef edge : delivery.edges()) {
            sum += leftBps(
                    edge.server(),
                    upShare(name, micros, FaultSpec.Target.EDGE, edge.server().name()),
                    micros);
        }
        if (!hasEdges(delivery) && delivery.origin() != null) {
            sum += leftBps(delivery.origin(), upShare(name, micros, FaultSpec.Target.ORIGIN, ""), micros);
        }
        if (delivery.seeds() != null) {
            sum += leftBps(delivery.seeds(), upShare(name, micros, FaultSpec.Target.SEEDS, ""), micros);
        }
        return sum;
    }

    private double leftBps(DeliverySpec.Server server, double upShare, long micros) {
        long others = server.background().shifted(clock.unlockMicros()).bpsAt(micros);
        return Math.max(0, server.totalUplinkBps() * upShare - others);
    }

    /** The capacity that the operator's machines have towards viewers while nothing is down. */
    double operatorBps(String name) {
        return operatorBps(name, Long.MIN_VALUE);
    }

    /** Share of the machines that no fault has taken down. */
    private double upShare(String delivery, long micros, FaultSpec.Target part, String name) {
        double down = 0;
        for (FaultSpec fault : faults(delivery)) {
            boolean now = fault.atMicros() <= micros && micros < fault.endMicros();
            boolean edge = part == FaultSpec.Target.EDGE;
            boolean hit = fault.target() == FaultSpec.Target.CENTRAL && !edge
                    || fault.target() == part && (!edge || fault.name().equals(name));
            down += now && hit ? fault.part() : 0;
        }
        return Math.max(0, 1 - down);
    }

    /** What is down, in the words of this delivery. */
    String faultText(String name, FaultSpec fault) {
        DeliveryDef delivery = delivery(name);
        String central =
                delivery.origin() != null ? "origin" : delivery.seeds() != null ? "seeds and tracker" : "tracker";
        String what = switch (fault.target()) {
            case CENTRAL -> central;
            case ORIGIN -> "origin";
            case SHIELD -> "shield";
            case SEEDS -> "seeds";
            case TRACKER -> "tracker";
            case EDGE -> "edge " + fault.name();
            case SERVICE -> fault.name();
        };
        String part = fault.part() < 1 ? Math.round(100 * fault.part()) + " % of " : "";
        return part + what + " down";
    }

    /** "21:20 to 21:26". */
    String span(FaultSpec fault) {
        return clockText(fault.atMicros()) + " to " + clockText(fault.endMicros());
    }
}
