package org.swarmload.sim.model;

/**
 * @param startupBufferMicros contiguous content before the first frame
 * @param resumeBufferMicros contiguous content before play goes on after a stall
 * @param bufferAheadMicros content the player fetches ahead of the playhead, at most 64 pieces
 */
public record PlayerSpec(long startupBufferMicros, long resumeBufferMicros, long bufferAheadMicros) {}
