package org.swarmload.yaml;

import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.PlayerSpec;

/** Binds {@code player:}, for the whole scenario or for one delivery on top of it. */
final class PlayerBinder {
    /** Start as Bitmovin does, resume as ExoPlayer, keep as much ahead as hls.js. */
    static final PlayerSpec DEFAULT = new PlayerSpec(2_500_000, 5_000_000, 30_000_000);

    private static final int MAX_PIECES_AHEAD = 64;

    private PlayerBinder() {}

    static PlayerSpec bind(Fields player, PlayerSpec otherwise, ContentSpec title) {
        Range range = new Range(0.001, 3_600, "from 1ms to 1h");
        PlayerSpec spec = new PlayerSpec(
                player.micros("start-up", range, otherwise.startupBufferMicros() / 1e6),
                player.micros("resume", range, otherwise.resumeBufferMicros() / 1e6),
                player.micros("buffer-ahead", range, otherwise.bufferAheadMicros() / 1e6));
        player.done();
        long ahead = spec.bufferAheadMicros();
        if (spec.startupBufferMicros() > ahead) {
            player.problem("start-up", "Play would never start: buffer-ahead is less than start-up.", "");
        }
        if (spec.resumeBufferMicros() > ahead) {
            player.problem("resume", "Play would never go on: buffer-ahead is less than resume.", "");
        }
        if (ahead < title.segmentMicros()) {
            player.problem("buffer-ahead", "Less than one segment.", "");
        }
        if (ahead > MAX_PIECES_AHEAD * title.segmentMicros()) {
            player.problem(
                    "buffer-ahead",
                    "More than " + MAX_PIECES_AHEAD + " segments ahead is more than this version takes.",
                    "At most " + MAX_PIECES_AHEAD * title.segmentMicros() / 1_000_000 + "s with this segment.");
        }
        return spec;
    }
}
