package org.swarmload.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Contract;
import org.swarmload.cost.Contracts;
import org.swarmload.cost.Meter;
import org.swarmload.cost.Tariff;

/** Binds {@code costs.front-door:}, service by service. */
final class DoorCostBinder {
    private final Problems problems;
    private final ContractBinder binder;
    private final Map<String, SourceNode> services = new LinkedHashMap<>();

    /** @param door the services as they are written: a capacity and a single server would bind to the same */
    DoorCostBinder(Problems problems, ContractBinder binder, List<SourceNode> door) {
        this.problems = problems;
        this.binder = binder;
        door.forEach(node -> {
            if (node instanceof SourceNode.MapNode map) {
                map.entries().forEach((name, entry) -> services.put(name, entry.value()));
            }
        });
    }

    void bind(Fields fields, Map<String, Contract> payers) {
        fields.named("a service").forEach((name, node) -> {
            if (!services.containsKey(name)) {
                unknown(fields, name, node);
                return;
            }
            Fields service = new Fields(node, fields.path(name), problems);
            Contract contract = binder.bind(CostBinder.FRONT_DOOR, service);
            service.done();
            if (contract != null) {
                contract.tariffs().forEach(tariff -> check(service, name, tariff));
                payers.put(Contracts.doorPayer(name), contract);
            }
        });
    }

    /** Prices outlive the door that they are of, in a scenario laid over another; a name that is nearly right is a slip. */
    private void unknown(Fields fields, String name, SourceNode node) {
        boolean leftOver = node instanceof SourceNode.MapNode
                && DidYouMean.nearest(name, services.keySet()).isEmpty();
        if (problems.sound("front-door") && !leftOver) {
            problems.add(
                    node.position(),
                    fields.path(name),
                    "is no service of the front-door.",
                    services.isEmpty() ? "" : DidYouMean.hintOrList(name, services.keySet()));
        }
    }

    /** What is counted has to be written. */
    private void check(Fields fields, String name, Tariff tariff) {
        if (!problems.sound("front-door." + name) || !fields.sound("tariff")) {
            return;
        }
        boolean servers = isWritten(name, "servers");
        for (Meter meter : tariff.allMeters()) {
            if (meter instanceof Meter.Capacity && !servers && !isWritten(name, "capacity")) {
                fields.problem(
                        "tariff", tariff.id() + " bills calls per second; " + name + " limits sessions only.", "");
            } else if ((meter instanceof Meter.PerServer || meter instanceof Meter.ServerHours) && !servers) {
                fields.problem(
                        "tariff",
                        tariff.id() + " bills servers; " + name + " has none.",
                        "Maybe bill its capacity: {price: 2, per: 1/s}, or write servers and service in front-door.");
            }
        }
    }

    private boolean isWritten(String service, String key) {
        return services.get(service) instanceof SourceNode.MapNode map && map.get(key) != null;
    }
}
