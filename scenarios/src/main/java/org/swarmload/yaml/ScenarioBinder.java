package org.swarmload.yaml;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Content;
import org.swarmload.scenario.Costs;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.FaultDef;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.RunPlan;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.model.ServiceSpec;

/** Binds the merged tree to a {@link Scenario}. The result is sound only when no problem was noted. */
final class ScenarioBinder {
    private static final List<String> KEYS = List.of(
            "schema",
            "name",
            "about",
            "seed",
            "zone",
            "run",
            "content",
            "audience",
            "player",
            "front-door",
            "deliveries",
            "faults",
            "decide",
            "objectives",
            "expect",
            "costs",
            "value",
            "unknowns",
            "plan",
            "engine");

    private final Problems problems;

    ScenarioBinder(Problems problems) {
        this.problems = problems;
    }

    Scenario bind(SourceNode tree, String effectiveYaml) {
        Fields top = top(tree);
        int schema = schema(top);
        String name = top.requiredText("name", "Premiere night");
        ZoneId zone = zone(top);
        Fields contentFields = top.map("content", "{kind: vod, unlocks: \"21:00\", length: 59min, ...}");
        Content content = new ContentBinder(problems).bind(contentFields);
        Clock clock = new Clock(content.unlocks(), problems);
        RunPlan run = new RunBinder(problems, clock).bind(top.mapOrEmpty("run"));
        Audience audience = new AudienceBinder(problems, content, contentFields.positionOf("length"))
                .bind(top.map("audience", "{viewers: 20k, arrivals: [...], access: {...}}"));
        PlayerBinder players = new PlayerBinder(problems, contentFields, content.title());
        PlayerSpec player = players.bind(top.mapOrEmpty("player"), PlayerBinder.DEFAULT);
        List<ServiceSpec> frontDoor = new FrontDoorBinder(problems).bind(top.list("front-door"));
        Map<String, DeliveryDef> deliveries = new DeliveryBinder(problems, clock, content, audience, players, player)
                .bind(top.map("deliveries", "{cdn: {origin: {...}, edges: {...}}}"));
        ModelClock night = soundNight() ? ModelClock.of(content, audience, run, zone, List.of()) : null;
        List<FaultDef> faults = new FaultBinder(problems, clock, frontDoor, deliveries, night).bind(top.list("faults"));
        Costs costs = new CostBinder(problems, content.title().isFile(), deliveries, top.list("front-door"))
                .bind(top.mapOrEmpty("costs"), top.mapOrEmpty("value"));
        String decide = decide(top, deliveries);
        ModelClock whole =
                night == null || !problems.sound("faults") ? null : ModelClock.of(content, audience, run, zone, faults);
        boolean door = !frontDoor.isEmpty();
        long seed = top.count("seed", 0, 1L << 53, top.has("expect") ? Scenario.seedOf(name) : 1);
        Measured measured = new Measured(problems, content, audience, door, deliveries, costs, whole);
        Scenario scenario = new Scenario(
                schema,
                name,
                top.text("about", ""),
                seed,
                zone,
                run,
                content,
                audience,
                frontDoor,
                deliveries,
                faults,
                decide,
                objectives(top.list("objectives"), measured, decide),
                new ExpectationBinder(problems, measured).bind(top.list("expect"), top.has("decide") ? decide : ""),
                costs,
                new PlanBinder(problems, frontDoor, deliveries).bind(top.mapOrEmpty("plan")),
                engine(top.mapOrEmpty("engine")),
                new UnknownBinder(problems).bind(top.mapOrEmpty("unknowns"), tree, seed),
                effectiveYaml);
        top.done();
        return scenario;
    }

    /** The whole; what depends on a misspelt part has to know of it, so unknown keys come first. */
    private Fields top(SourceNode tree) {
        Fields top = new Fields(tree, "", problems);
        KEYS.forEach(top::has);
        top.done();
        return top;
    }

    /** Whether everything that tells when the model begins and ends is as it should be. */
    private boolean soundNight() {
        return List.of("content", "audience", "run").stream().allMatch(problems::sound);
    }

    private static int schema(Fields top) {
        long schema = top.requiredCount("schema", 1, 1_000, "1");
        if (schema != 1) {
            top.problem("schema", "This version reads schema 1.", "");
        }
        return (int) schema;
    }

    private ZoneId zone(Fields top) {
        String text = top.text("zone", "UTC");
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        top.problem(
                "zone",
                "'" + text + "' is no time zone.",
                DidYouMean.hint(
                        text, ZoneId.getAvailableZoneIds().stream().sorted().toList()));
        return ZoneId.of("UTC");
    }

    private List<Objective> objectives(List<SourceNode> nodes, Measured measured, String decide) {
        List<Objective> objectives = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Objective objective =
                    new ObjectiveParser(problems, "objectives." + i, measured, decide).parse(nodes.get(i));
            if (objective != null) {
                objectives.add(objective);
            }
        }
        return objectives;
    }

    private String decide(Fields top, Map<String, DeliveryDef> deliveries) {
        String only = deliveries.isEmpty() ? "" : deliveries.keySet().iterator().next();
        String decide = top.text("decide", only);
        boolean choice = deliveries.size() > 1 && !top.list("objectives").isEmpty();
        if (!top.has("decide") && choice) {
            top.missing("decide", "is missing: whose objectives set the verdict?", "For example decide: " + only);
        } else if (top.has("decide") && !deliveries.isEmpty() && !deliveries.containsKey(decide)) {
            top.problem(
                    "decide", "'" + decide + "' is no delivery.", DidYouMean.hintOrList(decide, deliveries.keySet()));
        }
        return decide;
    }

    private EngineSpec engine(Fields engine) {
        int cells = engine.text("cells", "auto").equals("auto") ? 0 : (int) engine.count("cells", 1, 10_000, 1);
        long round = engine.text("round", "auto").equals("auto")
                ? 0
                : engine.micros("round", new Range(0.001, 10, "from 1ms to 10s"), 1);
        String mode = engine.word("mode", List.of("fast", "paranoid"), "fast");
        engine.done();
        return new EngineSpec(
                cells, round, mode.equals("fast") ? EngineSpec.CheckMode.FAST : EngineSpec.CheckMode.PARANOID);
    }
}
