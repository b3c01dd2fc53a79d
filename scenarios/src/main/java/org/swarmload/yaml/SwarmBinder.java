package org.swarmload.yaml;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.swarmload.scenario.Content;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.policy.Pickers;
import org.swarmload.sim.policy.Plugins;

/** Binds {@code swarm:}. Defaults follow the policy: what BitTorrent clients or p2p-media-loader do when not told. */
final class SwarmBinder {
    private static final List<String> OWN_POLICIES = List.of("generic", "p2p-media-loader", "relay", "bt");
    private static final int MAX_NEIGHBOURS = 100;
    private static final List<String> BUILT_IN =
            List.of("parallel", "uploads", "seed-uploads", "upload", "exchange", "endgame", "pipeline");
    private static final int MAX_UPLOADS = 10_000;
    private static final Range BETWEEN = new Range(0.000_001, 86_400, "from 1us to 24h");

    private final boolean file;
    private final boolean live;

    SwarmBinder(Content content) {
        this.file = content.title().isFile();
        this.live = content.title().isLive();
    }

    static boolean needsServers(Swarm swarm) {
        return swarm.policy() == Policy.P2P_MEDIA_LOADER;
    }

    static boolean knowsNoServers(Swarm swarm) {
        return swarm.policy() == Policy.BT;
    }

    Swarm bind(Fields swarm) {
        Policy policy = policy(swarm);
        boolean loader = policy == Policy.P2P_MEDIA_LOADER;
        if (loader && swarm.has("picker")) {
            swarm.problem(
                    "picker",
                    "The policy p2p-media-loader chooses pieces by rules of its own.",
                    "Maybe policy: generic, or no picker.");
        }
        String picker = word(swarm, "picker", Pickers.names(), file ? "rarest-first" : "window");
        int neighbours = neighbours(swarm, loader);
        double uploadCap = swarm.quantity("upload-cap", Kind.BANDWIDTH, Range.LINE_BPS, 0);
        double reachable = swarm.quantity("reachable", Kind.SHARE, Range.SHARE, 1);
        int usualParallel = file ? Swarm.UNLIMITED : loader ? 3 : 4;
        int parallel = (int) swarm.countOr("unlimited", Swarm.UNLIMITED, "parallel", 1, 64, usualParallel);
        Discipline discipline = discipline(swarm.mapOrEmpty("upload"));
        int usual = loader ? Math.min(neighbours, 16) : discipline == Discipline.SERIAL ? 1 : 4;
        int uploads = (int) swarm.count("uploads", 1, file ? MAX_UPLOADS : MAX_NEIGHBOURS, usual);
        if (discipline == Discipline.SERIAL && uploads != 1 && swarm.sound("uploads")) {
            swarm.problem("uploads", "A serial uploader serves one at a time.", "Leave uploads out.");
        }
        long announce = swarm.micros("announce", new Range(0, 10, "from 0s to 10s"), file ? 0 : 0.1);
        long pairSetup = swarm.micros("pair-setup", new Range(0, 60, "from 0s to 1min"), file ? 0 : 1);
        Trading trading = trading(swarm, discipline, uploads, pairSetup);
        if (policy == Policy.BT) {
            trading = asBt(swarm, trading);
            parallel = Swarm.UNLIMITED;
            uploads = Swarm.UNLIMITED;
        } else if (swarm.has("uplink-queue")) {
            swarm.problem("uplink-queue", "Only the policy bt has it.", "Maybe policy: bt.");
        }
        swarm.done();
        return new Swarm(
                policy,
                picker,
                neighbours,
                Math.round(uploadCap),
                reachable,
                parallel,
                uploads,
                announce,
                trading,
                policy == Policy.PLUGIN ? swarm.text("policy", "") : "");
    }

    private Policy policy(Fields swarm) {
        List<String> plugged = Plugins.installed().policyNames();
        List<String> known =
                Stream.concat(OWN_POLICIES.stream(), plugged.stream()).toList();
        String word = word(swarm, "policy", known, "generic");
        if (file && !word.equals("generic") && !word.equals("bt")) {
            swarm.problem("policy", word + " is for streams; this is a file.", "Maybe policy: bt.");
        } else if (!file && word.equals("bt")) {
            swarm.problem("policy", "bt is for files; this is a stream.", "Maybe policy: generic.");
        }
        return plugged.contains(word)
                ? Policy.PLUGIN
                : Policy.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A word that is like none of those known here and has somebody's prefix may come with a jar that was not given. */
    private static String word(Fields swarm, String key, List<String> known, String otherwise) {
        String written = swarm.node(key) instanceof SourceNode.ScalarNode scalar
                ? scalar.text().strip()
                : "";
        boolean foreign = written.indexOf(':') > 0
                && !known.contains(written)
                && DidYouMean.nearest(written, known).isEmpty();
        if (!foreign) {
            return swarm.word(key, known, otherwise);
        }
        swarm.problem(
                key,
                "'" + written + "' is not known here.",
                "Known here: " + Problems.listed(known) + ". Maybe it comes with a plugin: --plugin JAR.");
        return otherwise;
    }

    private int neighbours(Fields swarm, boolean loader) {
        int number = (int) swarm.countOr("all", Swarm.EVERYBODY, "neighbours", 1, MAX_NEIGHBOURS, loader ? 50 : 40);
        if (number == Swarm.EVERYBODY && !file && swarm.sound("neighbours")) {
            swarm.problem(
                    "neighbours", "Only peers who download a file can know all others.", "At most " + MAX_NEIGHBOURS);
        }
        return number;
    }

    private static Discipline discipline(Fields upload) {
        String word = upload.word("discipline", List.of("shared", "slots", "serial"), "shared");
        upload.done();
        return Discipline.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private Trading trading(Fields swarm, Discipline discipline, int uploads, long pairSetup) {
        int seedUploads = (int) swarm.count("seed-uploads", 1, MAX_UPLOADS, uploads);
        int ahead = (int) swarm.countOr("unlimited", 0, "pipeline", 1, 10_000, 0);
        boolean endgame =
                swarm.word("endgame", List.of("true", "false"), "true").equals("true");
        long core = swarm.micros("core-rtt", new Range(0, 10, "from 0s to 10s"), Trading.CORE_TRIP_MICROS / 1e6);
        Contacts contacts = null;
        Exchange exchange = Exchange.REQUESTS;
        if (swarm.node("exchange") instanceof SourceNode.MapNode) {
            exchange = Exchange.CONTACTS;
            contacts = contacts(swarm.mapOrEmpty("exchange"));
        } else if (swarm.word("exchange", List.of("requests", "choking"), "requests")
                .equals("choking")) {
            exchange = Exchange.CHOKING;
        }
        Law linger = file ? linger(swarm) : null;
        if (!file) {
            onlyFiles(swarm, "seed-uploads", "pipeline", "endgame", "leave");
            if (exchange == Exchange.CHOKING) {
                swarm.problem("exchange", "choking is for files in this version.", "Maybe exchange: requests.");
            } else if (contacts != null && !live) {
                swarm.problem("exchange", "contacts are for files and live in this version.", "");
            }
            if (discipline != Discipline.SHARED) {
                swarm.problem(
                        "upload",
                        discipline.name().toLowerCase(Locale.ROOT) + " uplinks are for files in this version.",
                        "Maybe discipline: shared.");
            }
        }
        return new Trading(exchange, contacts, discipline, linger, seedUploads, ahead, endgame, core, pairSetup);
    }

    /** The client bt has these rules built in; only the line's queue is not its own. */
    private static Trading asBt(Fields swarm, Trading trading) {
        for (String key : BUILT_IN) {
            if (swarm.has(key)) {
                swarm.problem(key, "The policy bt does here what the client bt does.", "Leave it out.");
            }
        }
        long queue = swarm.micros("uplink-queue", new Range(0, 10, "from 0s to 10s"), 0);
        return Trading.ofBt(trading.lingerSeconds(), trading.coreTripMicros(), trading.pairSetupMicros(), queue);
    }

    private static void onlyFiles(Fields swarm, String... keys) {
        for (String key : keys) {
            if (swarm.has(key)) {
                swarm.problem(key, "is for files; viewers of a stream do not have it.", "");
            }
        }
    }

    private Contacts contacts(Fields exchange) {
        Fields contacts = exchange.map("contacts", "{every: {exponential: 1s}}");
        exchange.done();
        Law every = contacts.requiredLaw("every", Kind.DURATION, BETWEEN, "{exponential: 1s}");
        Law seeds = contacts.law("seeds", Kind.DURATION, BETWEEN, every);
        boolean pull =
                contacts.word("direction", List.of("give", "take"), "give").equals("take");
        contacts.done();
        return new Contacts(every, seeds, pull);
    }

    /** at-end, at-completion or {after: law}; null is to the end. */
    private Law linger(Fields swarm) {
        if (swarm.node("leave") instanceof SourceNode.MapNode) {
            Fields leave = swarm.mapOrEmpty("leave");
            Law after = leave.requiredLaw("after", Kind.DURATION, Range.LONG_TIME, "{exponential: 10min}");
            leave.done();
            return after;
        }
        String written = swarm.text("leave", "");
        if (Quantities.parse(written, Kind.DURATION).ok()) {
            swarm.problem("leave", "'" + written + "' needs its word.", "Maybe leave: {after: " + written + "}.");
            return null;
        }
        if (written.equals("never")) {
            swarm.problem("leave", "'never' is not known here.", "Maybe at-end.");
            return null;
        }
        String word = swarm.word("leave", List.of("at-end", "at-completion", "{after: LAW}"), "at-end");
        return word.equals("at-completion") ? Law.constant(0) : null;
    }
}
