package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.FaultDef;
import org.swarmload.sim.model.FaultSpec.Target;
import org.swarmload.sim.model.ServiceSpec;

/** Binds {@code faults:}; a target must exist in some delivery. */
final class FaultBinder {
    private static final List<String> WHOLE = List.of("central", "origin", "seeds", "tracker");

    private final Problems problems;
    private final Clock clock;
    private final Set<String> services = new LinkedHashSet<>();
    private final Set<String> edges = new LinkedHashSet<>();
    private final Collection<DeliveryDef> deliveries;

    FaultBinder(Problems problems, Clock clock, List<ServiceSpec> frontDoor, Map<String, DeliveryDef> deliveries) {
        this.problems = problems;
        this.clock = clock;
        this.deliveries = deliveries.values();
        frontDoor.forEach(service -> services.add(service.name()));
        this.deliveries.forEach(d -> d.edges().forEach(e -> edges.add(e.server().name())));
    }

    List<FaultDef> bind(List<SourceNode> nodes) {
        List<FaultDef> faults = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int before = problems.count();
            FaultDef fault = fault(new Fields(nodes.get(i), "faults." + i, problems));
            if (problems.count() == before) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private FaultDef fault(Fields fields) {
        long at = clock.offsetMicros(fields, "at", Range.ANY_OFFSET);
        long length = fields.requiredMicros("for", Range.SOME_TIME, "6min");
        if (fields.has("part")) {
            fields.problem("part", "Faults of a part are not supported by this version.", "");
        }
        String target = fields.requiredText("target", "central");
        String[] words = target.split("\\s+", 2);
        FaultDef fault = new FaultDef(at, length, Target.CENTRAL, "");
        if (words.length == 2 && words[0].equals("edge")) {
            known(fields, words[1], edges);
            fault = new FaultDef(at, length, Target.EDGE, words[1]);
        } else if (words.length == 2 && words[0].equals("service")) {
            known(fields, words[1], services);
            fault = new FaultDef(at, length, Target.SERVICE, words[1]);
        } else if (WHOLE.contains(target)) {
            fault = new FaultDef(at, length, Target.valueOf(target.toUpperCase(Locale.ROOT)), "");
            checkHits(fields, fault, target);
        } else if (!target.isEmpty()) {
            List<String> all = new ArrayList<>(WHOLE);
            edges.forEach(edge -> all.add("edge " + edge));
            services.forEach(service -> all.add("service " + service));
            fields.problem("target", "'" + target + "' is no target.", DidYouMean.hintOrList(target, all));
        }
        fields.done();
        return fault;
    }

    private void checkHits(Fields fields, FaultDef fault, String target) {
        if (!deliveries.isEmpty() && deliveries.stream().noneMatch(fault::hits)) {
            fields.problem("target", "No delivery has what '" + target + "' names.", "");
        }
    }

    private void known(Fields fields, String name, Set<String> names) {
        if (!names.contains(name)) {
            fields.problem("target", "There is no '" + name + "'.", DidYouMean.hintOrList(name, names));
        }
    }
}
