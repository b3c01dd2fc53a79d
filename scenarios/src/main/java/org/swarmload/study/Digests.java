package org.swarmload.study;

import java.util.List;

/** One digest of many: it depends on each of them and on their order. */
public final class Digests {
    private static final long START = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xD1342543DE82EF95L;

    private Digests() {}

    public static long over(List<Long> digests) {
        long all = START;
        for (long digest : digests) {
            all = (all ^ digest) * FACTOR;
            all ^= all >>> 32;
        }
        return all;
    }
}
