package org.swarmload.sim.cell;

import java.util.function.Function;

/** Gathers what the edges of one cell have to tell other cells after a round, in the order of servers. */
final class CacheTraffic {
    private CacheTraffic() {}

    static RoundInput.CacheEvents misses(ServerDesk[] desks) {
        return take(desks, EdgeFills::misses);
    }

    static RoundInput.CacheEvents results(ServerDesk[] desks) {
        return take(desks, EdgeFills::results);
    }

    private static RoundInput.CacheEvents take(ServerDesk[] desks, Function<EdgeFills, EdgeFills.Events> which) {
        int size = 0;
        for (ServerDesk desk : desks) {
            size += desk.fills() == null ? 0 : which.apply(desk.fills()).size();
        }
        if (size == 0) {
            return RoundInput.CacheEvents.NONE;
        }
        RoundInput.CacheEvents taken = new RoundInput.CacheEvents(new int[size], new int[size], new long[size]);
        int at = 0;
        for (int s = 0; s < desks.length; s++) {
            if (desks[s].fills() != null) {
                EdgeFills.Events events = which.apply(desks[s].fills());
                for (int i = 0; i < events.size(); i++) {
                    taken.server()[at] = s;
                    taken.slot()[at] = events.slot(i);
                    taken.freshUntil()[at++] = events.until(i);
                }
                events.clear();
            }
        }
        return taken;
    }
}
