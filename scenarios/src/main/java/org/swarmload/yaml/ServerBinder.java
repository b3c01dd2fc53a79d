package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.Law;

/** Binds one pool of servers (origin, shield, seeds, an edge) and what it caches. Times are offsets from the unlock. */
final class ServerBinder {
    private static final Range OTHER_TRAFFIC_BPS = new Range(0, Range.SERVER_BPS.most(), "from 0bps to 1000Tbps");
    private static final Range SERIES_TIME = new Range(-604_800, 604_800, "at most a week before or after the unlock");
    private static final Range CACHE_SIZE = new Range(1e6, 1e18, "from 1MB to 1,000,000TB");
    private static final int MAX_STEPS = 10_000;
    private static final int MAX_DAILY_STEPS = 96;
    private static final long DAY = 86_400_000_000L;
    /** A billing month begins 14 days before the model and ends 17 days after its beginning at the latest. */
    private static final int DAYS_AROUND = 18;

    private final Problems problems;
    private final Clock clock;

    ServerBinder(Problems problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Reads the keys of a pool; the caller says when all keys are read.
     *
     * @param countKey number of servers; null where a pool has one capacity
     * @param uplinkKey capacity of each server
     */
    Server server(String name, Fields fields, String countKey, String uplinkKey) {
        int servers = countKey == null ? 1 : (int) fields.count(countKey, 1, 100_000, 1);
        long uplink = Math.round(fields.requiredQuantity(
                uplinkKey, Kind.BANDWIDTH, Range.SERVER_BPS, countKey == null ? "40Gbps" : "10Gbps"));
        Admission admission = admission(fields);
        int connections = ServerKeys.connections(fields);
        long keepAlive = ServerKeys.keepAlive(fields);
        int queue = ServerKeys.queue(fields);
        Law latency = fields.law("latency", Kind.DURATION, Range.SHORT_TIME, Law.constant(0));
        BackgroundSpec background = background(fields.mapOrEmpty("background"));
        Server server =
                new Server(name, servers, uplink, connections, queue, keepAlive, admission, latency, background);
        checkRoom(server, fields, uplinkKey);
        return server;
    }

    /** A pool that serves caches alone: nobody is refused. */
    Server cacheServer(String name, Fields fields) {
        Server server = new Server(
                name,
                (int) fields.count("servers", 1, 100_000, 1),
                Math.round(fields.requiredQuantity("uplink", Kind.BANDWIDTH, Range.SERVER_BPS, "40Gbps")),
                0,
                0,
                0,
                Admission.CONNECTIONS,
                fields.law("latency", Kind.DURATION, Range.SHORT_TIME, Law.constant(0)),
                background(fields.mapOrEmpty("background")));
        checkRoom(server, fields, "uplink");
        return server;
    }

    private static void checkRoom(Server server, Fields fields, String uplinkKey) {
        if (fields.sound(uplinkKey, "background") && server.background().takesAllOf(server.totalUplinkBps())) {
            fields.problem("background", "Other traffic takes all of the capacity.", "");
        }
    }

    private static Admission admission(Fields fields) {
        boolean reserved = fields.word("admission", List.of("connections", "reserved"), "connections")
                .equals("reserved");
        for (String key : List.of("connections", "keep-alive")) {
            if (reserved && fields.has(key)) {
                fields.problem(
                        key,
                        "With admission: reserved a session holds its bit rate to its end; connections are not counted.",
                        "Leave out " + key + ".");
            }
        }
        return reserved ? Admission.RESERVED : Admission.CONNECTIONS;
    }

    /** {@code cache:} of an edge or a shield. */
    CacheSpec cache(Fields cache) {
        long ttl = cache.micros("ttl", Range.LONG_TIME, ServerKeys.DEFAULT_TTL_SECONDS);
        long size = cache.has("size") && !cache.says("size", "unlimited")
                ? Math.round(cache.quantity("size", Kind.SIZE, CACHE_SIZE, CACHE_SIZE.most()))
                : CacheSpec.UNLIMITED;
        boolean collapse =
                cache.word("collapse", List.of("true", "false"), "true").equals("true");
        Fields fill = cache.mapOrEmpty("fill");
        long rtt = fill.micros("rtt", Range.SHORT_TIME, CacheSpec.DEFAULT_FILL_RTT_MICROS / 1e6);
        long rate =
                Math.round(fill.quantity("rate", Kind.BANDWIDTH, Range.SERVER_BPS, CacheSpec.DEFAULT_FILL_RATE_BPS));
        fill.done();
        cache.done();
        return new CacheSpec(ttl, size, collapse, rtt, rate);
    }

    private BackgroundSpec background(Fields background) {
        boolean flat = background.has("flat");
        boolean series = background.has("series");
        boolean daily = background.has("daily");
        if (flat && series) {
            background.problem("series", "Either flat or a series.", "");
        } else if (daily && (flat || series)) {
            background.problem("daily", "Either the same every day, or flat, or a series.", "");
        } else if (series || daily) {
            BackgroundSpec steps = daily ? daily(background) : series(background);
            background.done();
            return steps;
        }
        long bps = Math.round(background.quantity("flat", Kind.BANDWIDTH, OTHER_TRAFFIC_BPS, 0));
        background.done();
        return BackgroundSpec.flat(bps);
    }

    /** The same steps every day, long enough for every billing month around the event. */
    private BackgroundSpec daily(Fields background) {
        List<SourceNode> items = background.list("daily");
        if (items.isEmpty() || items.size() > MAX_DAILY_STEPS) {
            background.problem(
                    "daily",
                    "A day has 1 to " + MAX_DAILY_STEPS + " steps.",
                    "For example [[\"06:00\", 10Gbps], [\"19:00\", 15Gbps]]");
            return BackgroundSpec.NONE;
        }
        TreeMap<Long, Long> day = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            BackgroundSpec.Step step = step(items.get(i), background.path("daily." + i));
            if (step == null) {
                return BackgroundSpec.NONE;
            }
            if (day.put(Math.floorMod(step.atMicros(), DAY), step.bps()) != null) {
                problems.add(items.get(i).position(), background.path("daily." + i), "This time is here twice.");
                return BackgroundSpec.NONE;
            }
        }
        List<BackgroundSpec.Step> steps = new ArrayList<>();
        for (long d = -DAYS_AROUND; d <= DAYS_AROUND; d++) {
            long midnight = d * DAY;
            day.forEach((at, bps) -> steps.add(new BackgroundSpec.Step(midnight + at, bps)));
        }
        return new BackgroundSpec(steps);
    }

    private BackgroundSpec series(Fields background) {
        List<BackgroundSpec.Step> steps = new ArrayList<>();
        List<SourceNode> items = background.list("series");
        if (items.isEmpty() || items.size() > MAX_STEPS) {
            background.problem(
                    "series", "A series has 1 to 10,000 steps.", "For example [[-1h, 10Gbps], [0s, 15Gbps]]");
            return BackgroundSpec.NONE;
        }
        for (int i = 0; i < items.size(); i++) {
            BackgroundSpec.Step step = step(items.get(i), background.path("series." + i));
            if (step == null) {
                return BackgroundSpec.NONE;
            }
            if (!steps.isEmpty()
                    && step.atMicros() <= steps.get(steps.size() - 1).atMicros()) {
                problems.add(
                        items.get(i).position(),
                        background.path("series." + i),
                        "A step must be later than the one before.");
                return BackgroundSpec.NONE;
            }
            steps.add(step);
        }
        return new BackgroundSpec(steps);
    }

    /** [time, bandwidth], or null after a problem. */
    private BackgroundSpec.Step step(SourceNode node, String path) {
        if (!(node instanceof SourceNode.ListNode list) || list.items().size() != 2) {
            problems.add(
                    node.position(),
                    path,
                    "This must be [time, bandwidth], it is " + node.shape() + ".",
                    "For example [\"21:00\", 15Gbps] or [-1h, 10Gbps].");
            return null;
        }
        Long at = clock.offsetMicros(list.items().get(0), path + ".0", SERIES_TIME);
        Double bps = new LawBinder(path + ".1", Kind.BANDWIDTH, OTHER_TRAFFIC_BPS, problems)
                .value(list.items().get(1), path + ".1");
        return at == null || bps == null ? null : new BackgroundSpec.Step(at, Math.round(bps));
    }
}
