package org.swarmload.yaml;

import java.util.List;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.PlayerSpec;

/** Binds {@code player:}, for the whole scenario or for one delivery on top of it. */
final class PlayerBinder {
    /** Start as Bitmovin does, resume as ExoPlayer, keep as much ahead as hls.js. */
    static final PlayerSpec DEFAULT = new PlayerSpec(2_500_000, 5_000_000, 30_000_000);

    private static final int MAX_PIECES_AHEAD = 64;
    private static final String START_UP = "start-up";
    private static final String RESUME = "resume";
    private static final String AHEAD = "buffer-ahead";

    private final Problems problems;
    private final Fields content;
    private final ContentSpec title;

    /**
     * @param content where the title's segment is written, or is not
     */
    PlayerBinder(Problems problems, Fields content, ContentSpec title) {
        this.problems = problems;
        this.content = content;
        this.title = title;
    }

    PlayerSpec bind(Fields player, PlayerSpec otherwise) {
        if (title.isFile()) {
            if (!player.isNothing()) {
                problems.add(player.position(), player.path(), "A file has no player.", "");
            }
            return otherwise;
        }
        Range range = new Range(0.001, 3_600, "from 1ms to 1h");
        boolean skips = player.word("on-missing", List.of("stall", "skip"), otherwise.skips() ? "skip" : "stall")
                .equals("skip");
        if (skips && !title.isLive()) {
            player.problem("on-missing", "Only players of a live channel skip what is missing.", "");
        }
        Range startUp = skips ? new Range(0, 3_600, "from 0s to 1h") : range;
        PlayerSpec spec = new PlayerSpec(
                player.micros(START_UP, startUp, otherwise.startupBufferMicros() / 1e6),
                player.micros(RESUME, range, otherwise.resumeBufferMicros() / 1e6),
                player.micros(AHEAD, range, otherwise.bufferAheadMicros() / 1e6),
                skips);
        player.done();
        checkStart(player, START_UP, spec.startupBufferMicros(), spec, "Play would never start");
        checkStart(player, RESUME, spec.resumeBufferMicros(), spec, "Play would never go on");
        checkSegments(player, spec.bufferAheadMicros());
        return spec;
    }

    private void checkStart(Fields player, String key, long micros, PlayerSpec spec, String effect) {
        if (micros > spec.bufferAheadMicros() && sound(player, key) && sound(player, AHEAD)) {
            String written = player.has(key) ? key : AHEAD;
            player.problem(
                    written,
                    effect + ": " + AHEAD + " is less than " + key + ".",
                    AHEAD + " is " + words(spec.bufferAheadMicros()) + ", " + key + " is " + words(micros) + ".");
        }
    }

    private void checkSegments(Fields player, long ahead) {
        long segment = title.segmentMicros();
        boolean fits = ahead >= segment && ahead <= MAX_PIECES_AHEAD * segment;
        if (fits || !sound(player, AHEAD) || !content.sound("segment")) {
            return;
        }
        if (!content.has("segment")) {
            // Every player may be at odds with the default; what has to be written is the segment, once.
            content.problem(
                    "segment",
                    "is missing, and its default of " + words(segment) + " does not go with a buffer-ahead of "
                            + words(ahead) + ".",
                    "The buffer takes 1 to " + MAX_PIECES_AHEAD + " segments.");
        } else if (ahead < segment) {
            player.problem(AHEAD, "Less than one segment.", "At least " + words(segment) + " with this segment.");
        } else {
            player.problem(
                    AHEAD,
                    "More than " + MAX_PIECES_AHEAD + " segments ahead is more than this version takes.",
                    "At most " + words(MAX_PIECES_AHEAD * segment) + " with this segment.");
        }
    }

    /** Whether nothing is wrong with a value, be it written here or in the scenario's player. */
    private boolean sound(Fields player, String key) {
        return player.has(key) ? player.sound(key) : player.sound(key) && problems.sound("player." + key);
    }

    private static String words(long micros) {
        return Quantities.seconds(micros);
    }
}
