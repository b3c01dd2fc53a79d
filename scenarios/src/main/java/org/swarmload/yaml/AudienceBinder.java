package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Content;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.AudienceSpec.Region;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.Law;

/** Binds {@code audience:}. */
final class AudienceBinder {
    /** The numbers of people at the front door have 22 bits; a round figure below. */
    private static final int MAX_VIEWERS = 4_000_000;

    private static final long DEFAULT_CACHE_BYTES = 1L << 30;

    private final Problems problems;
    private final Content content;

    AudienceBinder(Problems problems, Content content) {
        this.problems = problems;
        this.content = content;
    }

    Audience bind(Fields audience) {
        long viewers = audience.requiredCount("viewers", 1, MAX_VIEWERS, "20k");
        List<Arrival> arrivals = arrivals(audience);
        Law notice = audience.law("notice", Kind.DURATION, Range.SHORT_TIME, Law.constant(0));
        BehaviourBinder behaviour = new BehaviourBinder();
        var patience = behaviour.patience(audience.mapOrEmpty("patience"));
        var retry = behaviour.retry(audience);
        var reload = behaviour.reload(audience);
        List<Region> regions = audience.has("regions")
                ? regions(audience.mapOrEmpty("regions"))
                : List.of(new Region("everywhere", 1));
        List<Access> access =
                access(audience.map("access", "{cable: {share: 100%, down: 50Mbps, up: 8Mbps, rtt: 20ms}}"));
        List<Audience.Device> devices = audience.has("devices")
                ? devices(audience.mapOrEmpty("devices"))
                : List.of(new Audience.Device("any", 1, PeerRole.FULL, DEFAULT_CACHE_BYTES, topRendition()));
        Law stay = audience.law("stay", Kind.DURATION, Range.SOME_TIME, null);
        audience.done();
        return new Audience((int) viewers, arrivals, notice, patience, retry, reload, regions, access, devices, stay);
    }

    private List<Arrival> arrivals(Fields audience) {
        List<Arrival> arrivals = new ArrayList<>();
        List<SourceNode> nodes = audience.list("arrivals");
        double sum = 0;
        int before = problems.count();
        for (int i = 0; i < nodes.size(); i++) {
            Arrival arrival = arrival(new Fields(nodes.get(i), audience.path("arrivals." + i), problems));
            arrivals.add(arrival);
            sum += arrival.share();
        }
        if (nodes.isEmpty() && problems.count() == before && !audience.isNothing()) {
            String example = "For example arrivals: [{share: 100%, exponential: 10min}]";
            if (audience.has("arrivals")) {
                audience.problem("arrivals", "Nobody arrives.", example);
            } else {
                audience.missing("arrivals", "is missing.", example);
            }
        }
        checkWhole(sum, before, audience.positionOf("arrivals"), audience.path("arrivals"));
        return arrivals;
    }

    private Arrival arrival(Fields fields) {
        double share = fields.requiredQuantity("share", Kind.SHARE, Range.POSITIVE_SHARE, "100%");
        Set<String> words = new TreeSet<>();
        for (String word : LawBinder.WORDS) {
            if (fields.has(word)) {
                words.add(word);
            }
        }
        if (fields.has("at")) {
            words.add("at");
        }
        int before = problems.count();
        fields.done();
        Law law = null;
        if (words.size() == 1) {
            String word = words.iterator().next();
            LawBinder binder = new LawBinder(fields.path(), Kind.DURATION, Range.ANY_OFFSET, problems);
            law = word.equals("at")
                    ? fields.law("at", Kind.DURATION, Range.ANY_OFFSET, null)
                    : binder.bind(word, fields.entry(word));
        } else if (words.isEmpty() && problems.count() == before) {
            problems.add(
                    fields.position(),
                    fields.path(),
                    "When do they come?",
                    "Add at: 0s, or a law: " + Problems.listed(LawBinder.WORDS) + ".");
        } else if (words.size() > 1) {
            problems.add(fields.position(), fields.path(), "One law, not " + String.join(" and ", words) + ".");
        }
        return new Arrival(share, law == null ? Law.constant(0) : law);
    }

    private List<Region> regions(Fields fields) {
        List<Region> regions = new ArrayList<>();
        int before = problems.count();
        double sum = 0;
        for (Map.Entry<String, SourceNode> entry : fields.named("a region").entrySet()) {
            Fields region = new Fields(entry.getValue(), fields.path(entry.getKey()), problems);
            double share = region.requiredQuantity("share", Kind.SHARE, Range.POSITIVE_SHARE, "60%");
            region.done();
            regions.add(new Region(entry.getKey(), share));
            sum += share;
        }
        checkWhole(sum, before, fields.position(), fields.path());
        return regions;
    }

    private List<Access> access(Fields fields) {
        List<Access> classes = new ArrayList<>();
        int before = problems.count();
        double sum = 0;
        for (Map.Entry<String, SourceNode> entry :
                fields.named("an access class").entrySet()) {
            Fields line = new Fields(entry.getValue(), fields.path(entry.getKey()), problems);
            Access access = new Access(
                    entry.getKey(),
                    line.requiredQuantity("share", Kind.SHARE, Range.POSITIVE_SHARE, "60%"),
                    line.requiredLaw("down", Kind.BANDWIDTH, Range.LINE_BPS, "50Mbps"),
                    line.requiredLaw("up", Kind.BANDWIDTH, Range.LINE_BPS_OR_NONE, "8Mbps"),
                    line.requiredLaw("rtt", Kind.DURATION, new Range(0, 10, "from 0s to 10s"), "22ms"),
                    line.word("upload", List.of("allowed", "forbidden"), "allowed")
                            .equals("allowed"));
            line.done();
            classes.add(access);
            sum += access.share();
        }
        checkWhole(sum, before, fields.position(), fields.path());
        return classes;
    }

    private List<Audience.Device> devices(Fields fields) {
        List<Audience.Device> devices = new ArrayList<>();
        int before = problems.count();
        double sum = 0;
        for (Map.Entry<String, SourceNode> entry : fields.named("a device").entrySet()) {
            Audience.Device device =
                    device(entry.getKey(), new Fields(entry.getValue(), fields.path(entry.getKey()), problems));
            devices.add(device);
            sum += device.share();
        }
        checkWhole(sum, before, fields.position(), fields.path());
        return devices;
    }

    private Audience.Device device(String name, Fields fields) {
        double share = fields.requiredQuantity("share", Kind.SHARE, Range.POSITIVE_SHARE, "55%");
        String p2p = fields.word("p2p", List.of("full", "download-only", "none"), "full");
        PeerRole role = PeerRole.valueOf(p2p.toUpperCase(Locale.ROOT).replace('-', '_'));
        double cache =
                fields.quantity("cache", Kind.SIZE, Range.CACHE_BYTES, role == PeerRole.FULL ? DEFAULT_CACHE_BYTES : 0);
        List<String> names =
                content.title().renditions().stream().map(Rendition::name).toList();
        String top = names.isEmpty() ? fields.text("top", "") : fields.word("top", names, topRendition());
        fields.done();
        return new Audience.Device(name, share, role, Math.round(cache), top);
    }

    private String topRendition() {
        List<Rendition> renditions = content.title().renditions();
        return renditions.isEmpty() ? "" : renditions.get(renditions.size() - 1).name();
    }

    private void checkWhole(double sum, int problemsBefore, Position at, String path) {
        if (problems.count() == problemsBefore && sum > 0 && !Shares.isWhole(sum)) {
            problems.add(at, path, Shares.message(sum));
        }
    }
}
