package org.swarmload.yaml;

import java.util.List;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.policy.Pickers;

/** Binds {@code swarm:}. Defaults follow the policy: what BitTorrent clients or p2p-media-loader do when not told. */
final class SwarmBinder {
    private static final int MAX_NEIGHBOURS = 100;

    static boolean needsServers(Swarm swarm) {
        return swarm.policy() == Policy.P2P_MEDIA_LOADER;
    }

    Swarm bind(Fields swarm) {
        boolean loader = swarm.word("policy", List.of("generic", "p2p-media-loader"), "generic")
                .equals("p2p-media-loader");
        if (loader && swarm.has("picker")) {
            swarm.problem(
                    "picker",
                    "The policy p2p-media-loader chooses pieces by rules of its own.",
                    "Maybe policy: generic, or no picker.");
        }
        String picker = swarm.word("picker", Pickers.names(), "window");
        int neighbours = (int) swarm.count("neighbours", 1, MAX_NEIGHBOURS, loader ? 50 : 40);
        double uploadCap = swarm.quantity("upload-cap", Kind.BANDWIDTH, Range.LINE_BPS, 0);
        double reachable = swarm.quantity("reachable", Kind.SHARE, Range.SHARE, 1);
        int parallel = (int) swarm.count("parallel", 1, 64, loader ? 3 : 4);
        int uploads = (int) swarm.count("uploads", 1, MAX_NEIGHBOURS, loader ? Math.min(neighbours, 16) : 4);
        long announce = swarm.micros("announce", new Range(0, 10, "from 0s to 10s"), 0.1);
        Fields upload = swarm.mapOrEmpty("upload");
        upload.word("discipline", List.of("shared"), "shared");
        upload.done();
        swarm.done();
        return new Swarm(
                loader ? Policy.P2P_MEDIA_LOADER : Policy.GENERIC,
                picker,
                neighbours,
                Math.round(uploadCap),
                reachable,
                parallel,
                uploads,
                announce);
    }
}
