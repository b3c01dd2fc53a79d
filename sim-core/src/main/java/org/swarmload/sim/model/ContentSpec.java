package org.swarmload.sim.model;

import java.util.List;

/**
 * A title on demand, cut into pieces of equal duration: piece = segment. Constant bit rate: a piece of rendition r has
 * {@code rateBps * segment / 8} bytes, the last one too.
 *
 * @param renditions ascending by rate, at most {@value #MAX_RENDITIONS}
 */
public record ContentSpec(long lengthMicros, long segmentMicros, List<Rendition> renditions) {
    public static final int MAX_RENDITIONS = 4;

    public record Rendition(String name, long rateBps) {}

    public ContentSpec {
        renditions = List.copyOf(renditions);
    }

    /** Number of pieces; a title whose length is no multiple of the segment ends with a full one. */
    public int pieces() {
        return Math.toIntExact((lengthMicros + segmentMicros - 1) / segmentMicros);
    }

    /** Bytes of one piece of a rendition. */
    public long pieceBytes(int rendition) {
        return renditions.get(rendition).rateBps() * segmentMicros / 8_000_000L;
    }
}
