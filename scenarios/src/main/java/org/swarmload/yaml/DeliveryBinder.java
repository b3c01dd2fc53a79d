package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Content;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.DeliveryDef.EdgeDef;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.DeliverySpec.Shield;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.swarm.PieceMemory;

/** Binds {@code deliveries:}, each on top of the one that it is {@code like}. */
final class DeliveryBinder {
    /** The engine numbers servers with a byte; so few because more hand-written edges tell a planner nothing new. */
    private static final int MAX_EDGES = 100;

    /** What belongs to a server that lets requests in one by one; the seeds of a file are peers. */
    private static final List<String> NOT_OF_PEERS =
            List.of("admission", "connections", "queue", "keep-alive", "latency");

    private final Problems problems;
    private final Content content;
    private final ServerBinder binder;
    private final Audience audience;
    private final PlayerBinder players;
    private final PlayerSpec player;
    private final Set<String> circle = new LinkedHashSet<>();

    DeliveryBinder(
            Problems problems,
            Clock clock,
            Content content,
            Audience audience,
            PlayerBinder players,
            PlayerSpec player) {
        this.problems = problems;
        this.content = content;
        binder = new ServerBinder(problems, clock);
        this.audience = audience;
        this.players = players;
        this.player = player;
    }

    Map<String, DeliveryDef> bind(Fields fields) {
        Map<String, SourceNode> nodes = fields.named("a delivery");
        Map<String, DeliveryDef> deliveries = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            String path = fields.path(name);
            SourceNode whole = inherited(name, nodes, new LinkedHashSet<>());
            // Without what it is like a delivery lacks half its keys: nothing more is said about it.
            deliveries.put(
                    name,
                    whole == null
                            ? new DeliveryDef(name, null, List.of(), null, null, player)
                            : delivery(name, new Fields(whole, path, problems)));
        });
        return deliveries;
    }

    /** The delivery's node laid over the one that it is like; null when that one cannot be found. */
    private SourceNode inherited(String name, Map<String, SourceNode> nodes, Set<String> seen) {
        SourceNode node = nodes.get(name);
        if (!(node instanceof SourceNode.MapNode map) || !(map.get("like") instanceof SourceNode.ScalarNode like)) {
            return node;
        }
        seen.add(name);
        String path = "deliveries." + name + ".like";
        if (!nodes.containsKey(like.text())) {
            problems.add(
                    like.position(),
                    path,
                    like.shape() + " is no delivery.",
                    DidYouMean.hintOrList(like.text(), nodes.keySet()));
            return null;
        }
        if (seen.contains(like.text())) {
            if (circle.addAll(seen)) {
                problems.add(like.position(), path, like.shape() + " is like this delivery in turn: a circle.");
            }
            return null;
        }
        SourceNode base = inherited(like.text(), nodes, seen);
        return base == null ? null : TreeMerge.merge(base, map);
    }

    private DeliveryDef delivery(String name, Fields fields) {
        String like = fields.text("like", "");
        boolean hasOrigin = fields.has("origin");
        boolean hasSeeds = fields.has("seeds");
        boolean hasEdges = fields.has("edges");
        boolean hasSwarm = fields.has("swarm");
        int before = problems.count();
        Shield shield = fields.has("shield") ? shield(fields.mapOrEmpty("shield")) : null;
        Server origin = hasOrigin ? servers("origin", fields.mapOrEmpty("origin"), "servers") : null;
        Server seeds = hasSeeds ? servers("seeds", fields.mapOrEmpty("seeds"), "count") : null;
        List<EdgeDef> edges = hasEdges ? edges(fields.mapOrEmpty("edges")) : List.of();
        Swarm swarm = hasSwarm ? new SwarmBinder(content).bind(fields.mapOrEmpty("swarm")) : null;
        PlayerSpec own = players.bind(fields.mapOrEmpty("player"), player);
        fields.done();
        DeliveryDef delivery = new DeliveryDef(name, origin, shield, edges, seeds, swarm, own);
        // What is wrong with the one that it is like was said there.
        if (problems.count() == before && (like.isEmpty() || problems.sound("deliveries." + like))) {
            checkParts(delivery, fields);
        }
        return delivery;
    }

    private Server servers(String name, Fields fields, String countKey) {
        Server server = binder.server(name, fields, countKey, "uplink");
        fields.done();
        return server;
    }

    private Shield shield(Fields fields) {
        Shield shield = new Shield(binder.cacheServer("shield", fields), binder.cache(fields.mapOrEmpty("cache")));
        fields.done();
        return shield;
    }

    private List<EdgeDef> edges(Fields fields) {
        List<EdgeDef> edges = new ArrayList<>();
        Map<String, String> servedBy = new LinkedHashMap<>();
        int before = problems.count();
        fields.named("an edge").forEach((name, node) -> {
            Fields edge = new Fields(node, fields.path(name), problems);
            List<String> regions = ServerKeys.regions(edge, audience, problems);
            for (String region : regions) {
                String other = servedBy.putIfAbsent(region, name);
                if (other != null) {
                    edge.problem("serves", "The edge " + other + " serves " + region + " already.", "");
                }
            }
            edges.add(edge(name, edge, regions));
        });
        if (edges.size() > MAX_EDGES) {
            problems.add(
                    fields.position(),
                    fields.path(),
                    edges.size() + " edges; this version takes at most " + MAX_EDGES + ".",
                    "Several sites that serve the same regions may stand as one edge.");
        }
        if (problems.count() == before && problems.sound("audience.regions")) {
            List<String> unserved = audience.regions().stream()
                    .map(region -> region.name())
                    .filter(region -> !servedBy.containsKey(region))
                    .toList();
            if (!unserved.isEmpty()) {
                problems.add(
                        fields.position(), fields.path(), "No edge serves " + String.join(" and ", unserved) + ".");
            }
        }
        return edges;
    }

    private EdgeDef edge(String name, Fields edge, List<String> regions) {
        Server server = binder.server(name, edge, null, "capacity");
        CacheSpec cache = binder.cache(edge.mapOrEmpty("cache"));
        edge.done();
        return new EdgeDef(server, regions, cache);
    }

    private void checkParts(DeliveryDef delivery, Fields fields) {
        String forms =
                "Known forms: origin; origin and edges; seeds and swarm; origin and swarm; all but seeds; of a file also a swarm"
                        + " whose initial viewers hold pieces.";
        if (delivery.origin() == null && delivery.seeds() == null) {
            boolean brought = delivery.hasSwarm() && content.title().isFile() && audience.bringsPieces();
            if (!brought) {
                problems.add(fields.position(), fields.path(), "Nobody has the title: no origin, no seeds.", forms);
            } else if (!delivery.edges().isEmpty() || delivery.shield() != null) {
                fields.problem("edges", "Edges need an origin to fill from.", forms);
            }
        } else if (delivery.origin() != null && delivery.seeds() != null) {
            fields.problem("seeds", "An origin and seeds in one delivery are not supported by this version.", forms);
        } else if (!delivery.edges().isEmpty() && delivery.origin() == null) {
            fields.problem("edges", "Edges need an origin to fill from.", forms);
        } else if (delivery.shield() != null && delivery.edges().isEmpty()) {
            fields.problem("shield", "A shield stands between edges and the origin; there are no edges.", forms);
        } else if (delivery.seeds() != null && !delivery.hasSwarm()) {
            fields.problem("seeds", "Seeds without a swarm are not supported; call them origin.", forms);
        } else if (delivery.hasSwarm() && SwarmBinder.needsServers(delivery.swarm()) && delivery.origin() == null) {
            fields.problem("swarm", "p2p-media-loader needs an origin: it fetches by HTTP first.", forms);
        } else if (delivery.hasSwarm() && SwarmBinder.knowsNoServers(delivery.swarm()) && delivery.origin() != null) {
            fields.problem("swarm", "The client bt knows no servers: it downloads from seeds and peers.", forms);
        } else if (content.title().isFile()) {
            checkFile(delivery, fields);
            checkFileSeeds(fields.mapOrEmpty("seeds"));
        }
    }

    /** What files do not have in this version. */
    private void checkFile(DeliveryDef delivery, Fields fields) {
        boolean drawn = !content.title().file().constantSize();
        boolean reserves = delivery.origin() != null && delivery.origin().admission() == Admission.RESERVED
                || delivery.edges().stream().anyMatch(edge -> edge.server().admission() == Admission.RESERVED);
        if (delivery.seeds() != null && content.title().titles().count() > 1) {
            fields.problem(
                    "seeds",
                    "The operator's seeds have one file each in this version; here are several titles.",
                    "Maybe one title, or initial viewers who hold the pieces.");
        } else if (drawn && delivery.hasSwarm()) {
            fields.problem("swarm", "Peers have the same file; here every viewer draws a size.", "Write one size.");
        } else if (drawn && !delivery.edges().isEmpty()) {
            fields.problem("edges", "An edge keeps one file; here every viewer draws a size.", "Write one size.");
        } else if (reserves) {
            fields.problem(
                    delivery.edges().isEmpty() ? "origin" : "edges",
                    "Admission by reserved bit rate is for streams; a file has no bit rate.",
                    "Maybe admission: connections.");
        } else if (delivery.hasSwarm() && problems.sound("content") && problems.sound("audience")) {
            checkMemory(delivery, fields);
        }
    }

    private void checkMemory(DeliveryDef delivery, Fields fields) {
        double people = audience.viewers();
        double likely = Math.ceil(people + (audience.hasFixedNumber() ? 0 : 6 * Math.sqrt(people)));
        long seeds = delivery.seeds() == null ? 0 : delivery.seeds().servers();
        int pieces = content.title().pieces();
        PieceMemory memory =
                new PieceMemory((long) likely + seeds, pieces, delivery.swarm().neighbours());
        if (!memory.fits()) {
            fields.problem("swarm", memory.problem(), memory.hint());
        }
    }

    private static void checkFileSeeds(Fields seeds) {
        for (String key : NOT_OF_PEERS) {
            if (seeds.has(key)) {
                seeds.problem(
                        key,
                        "The seeds of a file serve as peers do: they refuse nobody, have no line and answer at once.",
                        "Leave out " + key + "; seed-uploads of the swarm says how many a seed serves at a time.");
            }
        }
    }
}
