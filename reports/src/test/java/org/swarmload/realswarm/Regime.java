package org.swarmload.realswarm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who has which uplink, who comes when and who stays. Downlinks are not shaped.
 *
 * @param seedKbps uplink of the seed, as it goes over the wire, in kbit/s
 * @param leecherKbps uplinks of the leechers in their order
 * @param joinMillis when each leecher is told about the others; all 0: they know each other before the seed appears
 * @param leave whether a leecher ends with its last piece
 */
record Regime(String name, int seedKbps, List<Integer> leecherKbps, List<Integer> joinMillis, boolean leave) {
    private static final int LEECHERS = 10;

    static final Regime SEED_LIMITED = new Regime("seed-limited", 6000, repeated(6000, 6000), joins(0), false);

    /** The seed has a fast leecher's uplink, so that all uplinks together are the bottleneck, not the seed's. */
    static final Regime MIXED = new Regime("mixed", 6000, repeated(1500, 6000), joins(0), false);

    static final Regime STAGGERED = new Regime("staggered", 6000, repeated(6000, 6000), joins(2000), true);

    static final List<Regime> ALL = List.of(SEED_LIMITED, MIXED, STAGGERED);

    Regime {
        leecherKbps = List.copyOf(leecherKbps);
        joinMillis = List.copyOf(joinMillis);
    }

    private static List<Integer> repeated(int odd, int even) {
        return IntStream.rangeClosed(1, LEECHERS)
                .map(i -> i % 2 == 1 ? odd : even)
                .boxed()
                .toList();
    }

    private static List<Integer> joins(int step) {
        return IntStream.range(0, LEECHERS).map(i -> i * step).boxed().toList();
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

    /** Everything slower: rates divided, times between joins multiplied. */
    Regime slowed(int factor) {
        return new Regime(
                name,
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
