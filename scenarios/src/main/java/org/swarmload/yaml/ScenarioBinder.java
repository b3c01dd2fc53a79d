package org.swarmload.yaml;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Content;
import org.swarmload.scenario.Costs;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.FaultDef;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.RunPlan;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.swarm.Holdings;

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
            "costs",
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
        Content content = content(contentFields);
        Clock clock = new Clock(content.unlocks(), problems);
        RunPlan run = run(top.mapOrEmpty("run"), clock);
        Audience audience = new AudienceBinder(problems, content)
                .bind(top.map("audience", "{viewers: 20k, arrivals: [...], access: {...}}"));
        PlayerBinder players = new PlayerBinder(problems, contentFields, content.title());
        PlayerSpec player = players.bind(top.mapOrEmpty("player"), PlayerBinder.DEFAULT);
        List<ServiceSpec> frontDoor = new FrontDoorBinder(problems).bind(top.list("front-door"));
        Map<String, DeliveryDef> deliveries = new DeliveryBinder(problems, clock, audience, players, player)
                .bind(top.map("deliveries", "{cdn: {origin: {...}, edges: {...}}}"));
        ModelClock night = soundNight() ? ModelClock.of(content, audience, run, zone, List.of()) : null;
        List<FaultDef> faults = new FaultBinder(problems, clock, frontDoor, deliveries, night).bind(top.list("faults"));
        Costs costs = new CostBinder(problems).bind(top.mapOrEmpty("costs"));
        Scenario scenario = new Scenario(
                schema,
                name,
                top.text("about", ""),
                top.count("seed", 0, 1L << 53, 1),
                zone,
                run,
                content,
                audience,
                frontDoor,
                deliveries,
                faults,
                decide(top, deliveries),
                objectives(top.list("objectives"), costs),
                costs,
                engine(top.mapOrEmpty("engine")),
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

    private Content content(Fields content) {
        content.word("kind", List.of("vod"), "vod");
        LocalTime unlocks = Clock.time(content, "unlocks");
        long length = content.requiredMicros("length", new Range(1, 86_400, "from 1s to 24h"), "59min");
        long segment = content.micros("segment", new Range(0.5, 60, "from 500ms to 1min"), 4);
        List<Rendition> renditions = renditions(content.map("renditions", "{sd: 2Mbps, hd: 4Mbps}"));
        content.done();
        ContentSpec title = new ContentSpec(length, segment, renditions);
        if (content.sound("segment", "length")) {
            checkSegments(content, title);
        }
        return new Content(unlocks, title);
    }

    private static void checkSegments(Fields content, ContentSpec title) {
        String length = Quantities.seconds(title.lengthMicros());
        String segment = Quantities.seconds(title.segmentMicros());
        if (title.segmentMicros() > title.lengthMicros()) {
            content.problem("segment", "A segment of " + segment + " is longer than the title of " + length + ".", "");
        } else if (title.pieces() > Holdings.MAX_PIECES) {
            content.problem(
                    "segment",
                    String.format(
                            Locale.ROOT,
                            "length / segment is %s / %s = %,d segments; at most %,d.",
                            length,
                            segment,
                            title.pieces(),
                            Holdings.MAX_PIECES),
                    "Write a longer segment or a shorter length.");
        }
    }

    private List<Rendition> renditions(Fields fields) {
        List<Rendition> renditions = new ArrayList<>();
        Set<Long> rates = new LinkedHashSet<>();
        fields.named("a rendition").forEach((name, node) -> {
            long rate = Math.round(fields.quantity(
                    name, Kind.BANDWIDTH, new Range(10_000, 200e6, "from 10kbps to 200Mbps"), 1e6 + renditions.size()));
            if (fields.sound(name) && !rates.add(rate)) {
                problems.add(node.position(), fields.path(name), "Another rendition has this rate.");
            }
            renditions.add(new Rendition(name, rate));
        });
        if (renditions.size() > ContentSpec.MAX_RENDITIONS) {
            problems.add(
                    fields.position(),
                    fields.path(),
                    "This version takes at most " + ContentSpec.MAX_RENDITIONS + " renditions.",
                    "Leave out those that few viewers see.");
        }
        renditions.sort(Comparator.comparingLong(Rendition::rateBps));
        return renditions;
    }

    private RunPlan run(Fields run, Clock clock) {
        int replications = (int) run.count("replications", 1, 1_000, 1);
        Long until = null;
        if (run.has("until") && !run.text("until", "end").equals("end")) {
            until = clock.offsetMicros(run, "until", new Range(1, 604_800, "from 1s to 7d after the unlock"));
            if (until <= 0 && problems.sound("content.unlocks")) {
                run.problem("until", "The run would end before the unlock.", "Write end, a duration or a clock time.");
            }
        }
        run.done();
        return new RunPlan(replications, until);
    }

    private List<Objective> objectives(List<SourceNode> nodes, Costs costs) {
        List<Objective> objectives = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Objective objective = new ObjectiveParser(problems, "objectives." + i).parse(nodes.get(i), costs);
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
