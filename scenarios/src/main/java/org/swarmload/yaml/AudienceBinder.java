package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.scenario.ArrivalDef;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Content;
import org.swarmload.scenario.Durations;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.AudienceSpec.Region;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.Law;

/** Binds {@code audience:}. */
final class AudienceBinder {
    /** The numbers of people at the front door have 22 bits; a round figure below. */
    static final int MAX_VIEWERS = 4_000_000;

    private static final long DEFAULT_CACHE_BYTES = 1L << 30;

    private final Problems problems;
    private final Content content;
    private final Position lengthAt;

    /** @param lengthAt where the title's length is written */
    AudienceBinder(Problems problems, Content content, Position lengthAt) {
        this.problems = problems;
        this.content = content;
        this.lengthAt = lengthAt;
    }

    Audience bind(Fields audience) {
        List<ArrivalDef> arrivals = arrivals(audience);
        int dealt = dealt(audience, arrivals);
        Law notice = audience.law("notice", Kind.DURATION, Range.SHORT_TIME, Law.constant(0));
        BehaviourBinder behaviour = new BehaviourBinder();
        var patience = behaviour.patience(audience.mapOrEmpty("patience"));
        var retry = behaviour.retry(audience);
        var reload = behaviour.reload(audience);
        Fields lines = audience.map("access", "{cable: {share: 100%, down: 50Mbps, up: 8Mbps, rtt: 20ms}}");
        boolean streams = problems.sound("content") && !content.title().isFile();
        List<Initial> initial = new InitialBinder(problems, lines.names(), streams).bind(audience);
        People people = People.of(dealt, arrivals, initial);
        checkNumber(audience, people);
        List<Region> regions = audience.has("regions")
                ? regions(audience.mapOrEmpty("regions"), people)
                : List.of(new Region("everywhere", 1));
        List<Access> access = access(lines, people);
        List<Audience.Device> devices = audience.has("devices")
                ? devices(audience.mapOrEmpty("devices"), people)
                : List.of(new Audience.Device(
                        "any", 1, AudienceSpec.BY_SHARE, PeerRole.FULL, DEFAULT_CACHE_BYTES, topRendition()));
        Law stay = audience.law("stay", Kind.DURATION, Range.LONG_TIME, null);
        checkStay(audience, stay);
        audience.done();
        return new Audience(dealt, arrivals, notice, patience, retry, reload, regions, access, devices, stay, initial);
    }

    /** Nobody can watch more than there is; over another file's length the whole title may be what is meant. */
    private void checkStay(Fields audience, Law stay) {
        if (stay == null || !problems.sound("content") || !audience.sound("stay")) {
            return;
        }
        if (content.title().isFile()) {
            audience.problem("stay", "is for streams; a download is there until it has all.", "");
            return;
        }
        long length = content.title().lengthMicros();
        boolean together =
                audience.positionOf("stay").source().equals(lengthAt.source()) && stay instanceof Law.Constant;
        if (together && stay.mean() * 1e6 > length) {
            audience.problem(
                    "stay",
                    "'" + audience.text("stay", "") + "' is more than the title of " + Durations.text(length) + ".",
                    "Leave it out: everybody means to watch all.");
        }
    }

    /**
     * How many people there are.
     *
     * @param expected the number, or its expected value
     * @param withoutClass those whose access class is not given
     * @param fixed whether it is the number of every replication
     */
    private record People(double expected, int withoutClass, boolean fixed) {
        static People of(int dealt, List<ArrivalDef> arrivals, List<Initial> initial) {
            double coming = dealt;
            for (ArrivalDef arrival : arrivals) {
                coming += arrival.expected();
            }
            int here = 0;
            int classless = 0;
            for (Initial group : initial) {
                here += group.count();
                classless += group.access() == AudienceSpec.BY_SHARE ? group.count() : 0;
            }
            boolean fixed = arrivals.stream().noneMatch(ArrivalDef::random);
            return new People(coming + here, (int) Math.round(coming) + classless, fixed);
        }

        int number() {
            return (int) Math.round(expected);
        }
    }

    private void checkNumber(Fields audience, People people) {
        double likely = people.expected() + (people.fixed() ? 0 : 6 * Math.sqrt(people.expected()));
        if (likely > MAX_VIEWERS && audience.sound("viewers", "arrivals", "initial")) {
            audience.problem(
                    "arrivals",
                    String.format(Locale.ROOT, "These are %,d viewers; at most %,d.", people.number(), MAX_VIEWERS),
                    "");
        }
    }

    /** The number of people whom the shares of arrivals are of; 0 when no component has a share. */
    private int dealt(Fields audience, List<ArrivalDef> arrivals) {
        boolean nobodyComes = arrivals.isEmpty() && audience.has("initial");
        boolean shared = arrivals.isEmpty() && !nobodyComes || arrivals.stream().anyMatch(ArrivalDef::isShared);
        if (shared) {
            return (int) audience.requiredCount("viewers", 1, MAX_VIEWERS, "20k");
        }
        if (audience.has("viewers") && audience.sound("arrivals")) {
            audience.problem(
                    "viewers",
                    "Nobody is dealt: no component of the arrivals has a share.",
                    "Leave it out, or give one of them a share.");
        }
        return 0;
    }

    private List<ArrivalDef> arrivals(Fields audience) {
        List<ArrivalDef> arrivals = new ArrayList<>();
        List<SourceNode> nodes = audience.list("arrivals");
        double sum = 0;
        int before = problems.count();
        for (int i = 0; i < nodes.size(); i++) {
            ArrivalDef arrival = new ArrivalBinder(nodes.get(i), audience.path("arrivals." + i), problems).bind();
            arrivals.add(arrival);
            sum += arrival.share();
        }
        if (nodes.isEmpty() && problems.count() == before && !audience.isNothing() && !audience.has("initial")) {
            String example = "For example arrivals: [{share: 100%, exponential: 10min}]";
            if (audience.has("arrivals")) {
                audience.problem("arrivals", "Nobody arrives.", example);
            } else {
                audience.missing("arrivals", "is missing.", example);
            }
        }
        if (problems.count() == before && sum > 0 && !Shares.isWhole(sum)) {
            problems.add(audience.positionOf("arrivals"), audience.path("arrivals"), Shares.message(sum));
        }
        return arrivals;
    }

    private List<Region> regions(Fields fields, People people) {
        List<Region> regions = new ArrayList<>();
        ClassShares shares = new ClassShares(fields, people.number(), people.fixed(), problems);
        fields.named("a region").forEach((name, node) -> {
            Fields region = new Fields(node, fields.path(name), problems);
            ClassShares.Part part = shares.part(region, "60%");
            region.done();
            regions.add(new Region(name, part.share(), part.count()));
        });
        shares.check();
        return regions;
    }

    private List<Access> access(Fields fields, People people) {
        List<Access> classes = new ArrayList<>();
        ClassShares shares = new ClassShares(fields, people.withoutClass(), people.fixed(), problems);
        fields.named("an access class").forEach((name, node) -> {
            Fields line = new Fields(node, fields.path(name), problems);
            ClassShares.Part part = shares.part(line, "60%");
            classes.add(new Access(
                    name,
                    part.share(),
                    part.count(),
                    line.requiredLaw("down", Kind.BANDWIDTH, Range.LINE_BPS, "50Mbps"),
                    line.requiredLaw("up", Kind.BANDWIDTH, Range.LINE_BPS_OR_NONE, "8Mbps"),
                    line.requiredLaw("rtt", Kind.DURATION, new Range(0, 10, "from 0s to 10s"), "22ms"),
                    line.word("upload", List.of("allowed", "forbidden"), "allowed")
                            .equals("allowed")));
            line.done();
        });
        shares.check();
        return classes;
    }

    private List<Audience.Device> devices(Fields fields, People people) {
        List<Audience.Device> devices = new ArrayList<>();
        ClassShares shares = new ClassShares(fields, people.number(), people.fixed(), problems);
        fields.named("a device").forEach((name, node) -> {
            Fields device = new Fields(node, fields.path(name), problems);
            devices.add(device(name, device, shares.part(device, "55%")));
        });
        shares.check();
        return devices;
    }

    private Audience.Device device(String name, Fields fields, ClassShares.Part part) {
        String p2p = fields.word("p2p", List.of("full", "download-only", "none"), "full");
        PeerRole role = PeerRole.valueOf(p2p.toUpperCase(Locale.ROOT).replace('-', '_'));
        double cache =
                fields.quantity("cache", Kind.SIZE, Range.CACHE_BYTES, role == PeerRole.FULL ? DEFAULT_CACHE_BYTES : 0);
        List<String> names =
                content.title().renditions().stream().map(Rendition::name).toList();
        String top = names.isEmpty() ? fields.text("top", "") : fields.word("top", names, topRendition());
        fields.done();
        return new Audience.Device(name, part.share(), part.count(), role, Math.round(cache), top);
    }

    private String topRendition() {
        List<Rendition> renditions = content.title().renditions();
        return renditions.isEmpty() ? "" : renditions.get(renditions.size() - 1).name();
    }
}
