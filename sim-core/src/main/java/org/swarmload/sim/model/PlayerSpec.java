package org.swarmload.sim.model;

/**
 * @param startupBufferMicros contiguous content before the first frame
 * @param resumeBufferMicros contiguous content before play goes on after a stall
 * @param bufferAheadMicros content the player fetches ahead of the playhead, at most 64 pieces
 * @param skips whether play goes on over a piece that is missing, as live players with a fixed delay do; else it stalls
 */
public record PlayerSpec(long startupBufferMicros, long resumeBufferMicros, long bufferAheadMicros, boolean skips) {
    /** A player that stalls. */
    public PlayerSpec(long startupBufferMicros, long resumeBufferMicros, long bufferAheadMicros) {
        this(startupBufferMicros, resumeBufferMicros, bufferAheadMicros, false);
    }
}
