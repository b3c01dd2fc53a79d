package org.swarmload.sim.cell;

import java.util.function.Function;

/** Gathers what the caches of one cell have to tell other cells after a round, in the order of servers. */
final class CacheTraffic {
    private CacheTraffic() {}

    /** For the homes of slots. */
    static RoundInput.CacheEvents toHomes(ServerDesk[] desks) {
        return take(desks, EdgeFills::toHomes);
    }

    /** For all. */
    static RoundInput.CacheEvents results(ServerDesk[] desks) {
        return take(desks, EdgeFills::results);
    }

    private static RoundInput.CacheEvents take(ServerDesk[] desks, Function<EdgeFills, CacheEventList> which) {
        int size = 0;
        for (ServerDesk desk : desks) {
            size += desk.fills() == null ? 0 : which.apply(desk.fills()).size();
        }
        if (size == 0) {
            return RoundInput.CacheEvents.NONE;
        }
        RoundInput.CacheEvents taken = RoundInput.CacheEvents.ofSize(size);
        int at = 0;
        for (int s = 0; s < desks.length; s++) {
            if (desks[s].fills() != null) {
                CacheEventList events = which.apply(desks[s].fills());
                int count = events.size();
                events.moveTo(taken, at, s);
                at += count;
            }
        }
        return taken;
    }
}
