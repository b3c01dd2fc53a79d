package org.swarmload.sim.model;

import java.util.Arrays;
import java.util.List;

/**
 * What people come for: a title on demand, a live channel, or a file that is downloaded without a player. A stream is cut
 * into pieces of equal duration (piece = segment) and has a constant bit rate: a piece of rendition r has
 * {@code rateBps * segment / 8} bytes, the last one too.
 *
 * @param lengthMicros of the title, or of the broadcast
 * @param renditions ascending by rate, at most {@value #MAX_RENDITIONS}; a file has one, whose rate means nothing
 * @param live null on demand
 * @param file null for streams
 * @param titles how many such titles there are; each viewer wants one of them
 */
public record ContentSpec(
        long lengthMicros, long segmentMicros, List<Rendition> renditions, Live live, File file, Titles titles) {
    public static final int MAX_RENDITIONS = 4;

    /** A piece of a file has its number in 16 bits. */
    public static final int MAX_FILE_PIECES = 1 << 16;

    public record Rendition(String name, long rateBps) {}

    /**
     * A broadcast begins at the unlock. A segment exists when it has been recorded whole.
     *
     * @param delayMicros how far behind the live edge a player begins to play, in whole segments
     * @param windowMicros how long a segment can be had after it came into being
     */
    public record Live(long delayMicros, long windowMicros) {}

    /**
     * @param sizeBytes of the file. A law that is not constant draws a size for every viewer: then the file is one piece
     *     and there is no swarm
     * @param pieceBytes every piece but the last has this size
     * @param blockBytes what is asked for at once, at most a piece
     */
    public record File(Law sizeBytes, long pieceBytes, long blockBytes) {
        /** Whether everybody gets the same bytes. */
        public boolean constantSize() {
            return sizeBytes instanceof Law.Constant;
        }

        public long bytes() {
            return Math.round(sizeBytes.mean());
        }
    }

    /**
     * Titles by popularity: the k-th is wanted in proportion to k^-zipf; 0 is all alike.
     *
     * @param count at least 1
     */
    public record Titles(int count, double zipf) {
        public static final Titles ONE = new Titles(1, 0);

        /** How much each is wanted, the most popular one first; they need not add up to 1. */
        public double[] weights() {
            double[] weights = new double[count];
            Arrays.setAll(weights, k -> StrictMath.pow(k + 1.0, -zipf));
            return weights;
        }

        /** Part of the viewers that wants each; they add up to 1. */
        public double[] shares() {
            double[] shares = weights();
            double sum = Arrays.stream(shares).sum();
            Arrays.setAll(shares, k -> shares[k] / sum);
            return shares;
        }
    }

    public ContentSpec {
        renditions = List.copyOf(renditions);
    }

    /** One title on demand. */
    public ContentSpec(long lengthMicros, long segmentMicros, List<Rendition> renditions) {
        this(lengthMicros, segmentMicros, renditions, null, null, Titles.ONE);
    }

    /** One file for everybody. */
    public static ContentSpec file(long bytes, long pieceBytes) {
        File file = new File(Law.constant(bytes), pieceBytes, pieceBytes);
        return new ContentSpec(1, 1, List.of(new Rendition("file", 1)), null, file, Titles.ONE);
    }

    public boolean isFile() {
        return file != null;
    }

    public boolean isLive() {
        return live != null;
    }

    /** Number of pieces; a title whose length is no multiple of the segment ends with a full one. */
    public int pieces() {
        if (isFile()) {
            return file.constantSize()
                    ? Math.toIntExact((file.bytes() + file.pieceBytes() - 1) / file.pieceBytes())
                    : 1;
        }
        return Math.toIntExact((lengthMicros + segmentMicros - 1) / segmentMicros);
    }

    /** Bytes of one piece of a rendition. */
    public long pieceBytes(int rendition) {
        return isFile() ? file.pieceBytes() : renditions.get(rendition).rateBps() * segmentMicros / 8_000_000L;
    }
}
