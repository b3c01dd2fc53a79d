package org.swarmload.realswarm;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who has which uplink, who comes when and who stays. Downlinks are not shaped.
 *
 * @param fileBytes such that a download takes so long that bt's own clocks of seconds are little beside it
 * @param seedKbps uplink of the seed, as it goes over the wire, in kbit/s
 * @param leecherKbps uplinks of the leechers in their order
 * @param joinMillis when each leecher is told about the others; all 0: they know each other before the seed appears
 * @param leave whether a leecher ends with its last piece
 */
record Regime(
        String name, int fileBytes, int seedKbps, List<Integer> leecherKbps, List<Integer> joinMillis, boolean leave) {
    static final Regime SEED_LIMITED =
            new Regime("seed-limited", 8 << 20, 4500, Collections.nCopies(10, 4500), joins(0), false);

    /**
     * From one to four, evenly on a scale of factors, in no order. Of two classes only, leechers of a class would come in
     * an order of chance, and the best of models could expect a rank correlation of 0.76. The seed has the fastest leecher's
     * uplink, so that all uplinks together are the bottleneck, not the seed's.
     */
    static final Regime MIXED = new Regime(
            "mixed",
            8 << 20,
            4500,
            List.of(2084, 4500, 1312, 3308, 1786, 1125, 3858, 2430, 1530, 2836),
            joins(0),
            false);

    static final Regime STAGGERED =
            new Regime("staggered", 12 << 20, 4500, Collections.nCopies(10, 4500), joins(7500), true);

    static final List<Regime> ALL = List.of(SEED_LIMITED, MIXED, STAGGERED);

    Regime {
        leecherKbps = List.copyOf(leecherKbps);
        joinMillis = List.copyOf(joinMillis);
    }

    private static List<Integer> joins(int step) {
        return IntStream.range(0, 10).map(i -> i * step).boxed().toList();
    }

    static Regime named(String name) {
        return ALL.stream()
                .filter(regime -> regime.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No regime '" + name + "'."));
    }

    int leechers() {
        return leecherKbps.size();
    }

    boolean together() {
        return joinMillis.stream().allMatch(join -> join == 0);
    }

    /** Everything slower: rates divided, times between joins multiplied. What bt does in seconds of its own stays. */
    Regime slowed(int factor) {
        return new Regime(
                name,
                fileBytes,
                seedKbps / factor,
                leecherKbps.stream().map(rate -> rate / factor).toList(),
                joinMillis.stream().map(join -> join * factor).toList(),
                leave);
    }

    /** Uplinks of all peers, the seed's first. */
    int[] uplinksKbps() {
        int[] all = new int[leechers() + 1];
        Arrays.setAll(all, i -> i == 0 ? seedKbps : leecherKbps.get(i - 1));
        return all;
    }
}
