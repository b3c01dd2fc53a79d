package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.FaultDef;
import org.swarmload.scenario.ModelClock;
import org.swarmload.sim.model.FaultSpec.Target;
import org.swarmload.sim.model.ServiceSpec;

/** Binds {@code faults:}; a target must exist in some delivery. */
final class FaultBinder {
    private static final Range LENGTH = new Range(0.001, 43_200, "from 1ms to 12h");
    /** Earlier than this before the unlock there is nothing that a failure could spoil. */
    private static final long EARLIEST_MICROS = -3_600_000_000L;

    private static final List<String> WHOLE = List.of("central", "origin", "shield", "seeds", "tracker");
    private static final Pattern SOME_OF = Pattern.compile("([0-9]{1,6})\\s+of\\s+([0-9]{1,6})");

    private final Problems problems;
    private final Clock clock;
    private final Set<String> services = new LinkedHashSet<>();
    private final Set<String> edges = new LinkedHashSet<>();
    private final Collection<DeliveryDef> deliveries;
    private final ModelClock night;

    /**
     * @param night the model's time without any fault; null when it cannot be known
     */
    FaultBinder(
            Problems problems,
            Clock clock,
            List<ServiceSpec> frontDoor,
            Map<String, DeliveryDef> deliveries,
            ModelClock night) {
        this.problems = problems;
        this.clock = clock;
        this.deliveries = deliveries.values();
        this.night = night;
        frontDoor.forEach(service -> services.add(service.name()));
        this.deliveries.forEach(d -> d.edges().forEach(e -> edges.add(e.server().name())));
    }

    List<FaultDef> bind(List<SourceNode> nodes) {
        List<FaultDef> faults = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int before = problems.count();
            Fields fields = new Fields(nodes.get(i), "faults." + i, problems);
            FaultDef fault = fault(fields);
            if (night != null && fields.sound("at", "for")) {
                checkWindow(fields, fault);
            }
            if (problems.count() == before) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private FaultDef fault(Fields fields) {
        long at = clock.offsetMicros(fields, "at", Range.ANY_OFFSET);
        long length = fields.requiredMicros("for", LENGTH, "6min");
        double part = part(fields);
        String target = fields.requiredText("target", "central");
        String[] words = target.split("\\s+", 2);
        FaultDef fault = new FaultDef(at, length, Target.CENTRAL, "", part);
        if (words.length == 2 && words[0].equals("edge")) {
            known(fields, words[1], edges, "deliveries");
            fault = new FaultDef(at, length, Target.EDGE, words[1], part);
        } else if (words.length == 2 && words[0].equals("service")) {
            known(fields, words[1], services, "front-door");
            fault = new FaultDef(at, length, Target.SERVICE, words[1], part);
        } else if (WHOLE.contains(target)) {
            fault = new FaultDef(at, length, Target.valueOf(target.toUpperCase(Locale.ROOT)), "", part);
            checkHits(fields, fault, target);
        } else if (!target.isEmpty()) {
            List<String> all = new ArrayList<>(WHOLE);
            edges.forEach(edge -> all.add("edge " + edge));
            services.forEach(service -> all.add("service " + service));
            fields.problem("target", "'" + target + "' is no target.", DidYouMean.hintOrList(target, all));
        }
        if (part < 1 && (fault.target() == Target.SERVICE || fault.target() == Target.TRACKER)) {
            fields.problem(fields.has("part") ? "part" : "servers", "A service or the tracker is down whole.", "");
        }
        fields.done();
        return fault;
    }

    /** Share of the target that breaks: {@code part: 40%}, {@code servers: 5 of 20}, or all of it. */
    private static double part(Fields fields) {
        double part = fields.quantity("part", Kind.SHARE, Range.POSITIVE_SHARE, 1);
        if (!fields.has("servers")) {
            return part;
        }
        if (fields.has("part")) {
            fields.problem("servers", "Either a part or servers.", "");
            return 1;
        }
        Matcher matcher = SOME_OF.matcher(fields.text("servers", ""));
        long some = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        long all = matcher.matches() ? Long.parseLong(matcher.group(2)) : 0;
        if (some < 1 || some > all) {
            fields.problem("servers", "This must be so many of so many.", "For example servers: 5 of 20");
            return 1;
        }
        return (double) some / all;
    }

    /** A fault that no run reaches is a typing error, most often of the clock. */
    private void checkWindow(Fields fields, FaultDef fault) {
        long at = night.unlockMicros() + fault.offsetMicros();
        String wrong = null;
        if (fault.offsetMicros() < EARLIEST_MICROS) {
            wrong = "is more than an hour before the unlock.";
        } else if (at + fault.forMicros() <= 0) {
            wrong = "is too early: the fault is over when the first viewers come.";
        } else if (at >= night.endMicros()) {
            wrong = "is after the model's end.";
        }
        if (wrong != null) {
            fields.problem(
                    "at",
                    night.minutes(at) + " " + wrong,
                    "The model runs from " + night.minutes(0) + " to " + night.minutes(night.endMicros())
                            + "; the title unlocks at " + night.minutes(night.unlockMicros()) + ".");
        }
    }

    private void checkHits(Fields fields, FaultDef fault, String target) {
        if (problems.sound("deliveries") && deliveries.stream().noneMatch(fault::hits)) {
            fields.problem("target", "No delivery has what '" + target + "' names.", "");
        }
    }

    private void known(Fields fields, String name, Set<String> names, String part) {
        if (!names.contains(name) && problems.sound(part)) {
            fields.problem("target", "There is no '" + name + "'.", DidYouMean.hintOrList(name, names));
        }
    }
}
