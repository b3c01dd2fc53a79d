package org.swarmload.scenario;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ServiceSpec;

/**
 * A whole scenario: one audience, the front door that everyone passes, and the deliveries to compare. Immutable and
 * consistent: names refer to things that exist, shares add up to 1.
 *
 * @param schema version of the scenario language
 * @param name as the planner calls it: "Premiere night"
 * @param about what it is for, in a sentence or two; may be empty
 * @param zone whose clocks the planner reads
 * @param frontDoor services that every start passes, in this order; empty is an open door
 * @param deliveries by name, in the order written
 * @param decide the delivery whose objectives set the verdict of the whole
 * @param expectations what results are held against; empty for a plan
 * @param plan what may be ordered; null when nobody says
 * @param nights what is unknown; see {@link #night}
 * @param effectiveYaml the merged scenario as text, itself runnable
 */
public record Scenario(
        int schema,
        String name,
        String about,
        long seed,
        ZoneId zone,
        RunPlan run,
        Content content,
        Audience audience,
        List<ServiceSpec> frontDoor,
        Map<String, DeliveryDef> deliveries,
        List<FaultDef> faults,
        String decide,
        List<Objective> objectives,
        List<Expectation> expectations,
        Costs costs,
        PlanDef plan,
        EngineSpec engine,
        Nights nights,
        String effectiveYaml) {

    public Scenario {
        frontDoor = List.copyOf(frontDoor);
        deliveries = Collections.unmodifiableMap(new LinkedHashMap<>(deliveries));
        faults = List.copyOf(faults);
        objectives = List.copyOf(objectives);
        expectations = List.copyOf(expectations);
    }

    /** A scenario of which nothing is unknown, without a plan. */
    public Scenario(
            int schema,
            String name,
            String about,
            long seed,
            ZoneId zone,
            RunPlan run,
            Content content,
            Audience audience,
            List<ServiceSpec> frontDoor,
            Map<String, DeliveryDef> deliveries,
            List<FaultDef> faults,
            String decide,
            List<Objective> objectives,
            List<Expectation> expectations,
            Costs costs,
            EngineSpec engine,
            String effectiveYaml) {
        this(
                schema,
                name,
                about,
                seed,
                zone,
                run,
                content,
                audience,
                frontDoor,
                deliveries,
                faults,
                decide,
                objectives,
                expectations,
                costs,
                null,
                engine,
                Nights.CERTAIN,
                effectiveYaml);
    }

    /** The same on which something else breaks too, every night; the text stays that of this one. */
    public Scenario withFault(FaultDef fault) {
        List<FaultDef> all = new ArrayList<>(faults);
        all.add(fault);
        return with(audience, frontDoor, deliveries, all, nights.each(night -> night.withFault(fault)));
    }

    /**
     * The same for other people, before another door, with other machines; the text stays that of this one.
     *
     * @param drawn its nights, changed in the same way
     */
    public Scenario with(Audience people, List<ServiceSpec> door, Map<String, DeliveryDef> machines, Nights drawn) {
        return with(people, door, machines, faults, drawn);
    }

    private Scenario with(
            Audience people,
            List<ServiceSpec> door,
            Map<String, DeliveryDef> machines,
            List<FaultDef> broken,
            Nights drawn) {
        return new Scenario(
                schema,
                name,
                about,
                seed,
                zone,
                run,
                content,
                people,
                door,
                machines,
                broken,
                decide,
                objectives,
                expectations,
                costs,
                plan,
                engine,
                drawn,
                effectiveYaml);
    }

    /**
     * The scenario that a replication simulates, and at whose prices it is billed: what is unknown has the values of that
     * night. This scenario itself when nothing is unknown.
     */
    public Scenario night(int replication) {
        return nights.areCertain() ? this : nights.of(replication);
    }

    /** The name as a file name: "premiere-night". */
    public String id() {
        return idOf(name);
    }

    /** What {@link #id} is for a scenario of that name. */
    public static String idOf(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "scenario" : id;
    }

    /** A case draws its own numbers, the same in every folder: from its name, since copies keep that. */
    public static long seedOf(String name) {
        CRC32 sum = new CRC32();
        sum.update(idOf(name).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    /** Whether the seed is the one that the name gives: then another name means another audience. */
    public boolean seedIsFromName() {
        return !expectations.isEmpty() && seed == seedOf(name);
    }

    /** Whether runs have to keep a row for each viewer. */
    public boolean needsViewers() {
        return run.listViewers() || expectations.stream().anyMatch(Expectation::needsViewers);
    }

    /** How the simulation's time relates to the planner's clock. */
    public ModelClock clock() {
        return ModelClock.of(content, audience, run, zone, faults);
    }

    /** The delivery of that name. */
    public DeliveryDef delivery(String delivery) {
        DeliveryDef found = deliveries.get(delivery);
        if (found == null) {
            throw new IllegalArgumentException(
                    "No delivery '" + delivery + "'; there are " + String.join(", ", deliveries.keySet()) + ".");
        }
        return found;
    }

    /** The faults that hit something this delivery has, in model time, in the order written. */
    public List<FaultSpec> faultsOf(String delivery) {
        DeliveryDef def = delivery(delivery);
        ModelClock clock = clock();
        return faults.stream()
                .filter(fault -> fault.hits(def))
                .map(fault -> spec(fault, clock))
                .toList();
    }

    /** Model time begins at 0: of a fault that is older, the rest. */
    private static FaultSpec spec(FaultDef fault, ModelClock clock) {
        long at = clock.unlockMicros() + fault.offsetMicros();
        long start = Math.max(0, at);
        return new FaultSpec(start, at + fault.forMicros() - start, fault.target(), fault.name(), fault.part());
    }
}
