package org.swarmload.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.swarmload.scenario.MetricWord.Needs;
import org.swarmload.scenario.MetricWord.Unit;

/** What can be looked at at one time of a run: a level at that time, or a rate over the ten seconds before it. */
public enum SeriesWord {
    WAITING_VIEWERS(Unit.COUNT),
    CONCURRENT_VIEWERS(Unit.COUNT, Needs.PLAYER),
    STALLED_VIEWERS(Unit.COUNT, Needs.PLAYER),
    RETRYING_VIEWERS(Unit.COUNT, Needs.DOOR),
    FRONT_DOOR_QUEUE(Unit.COUNT, Needs.DOOR),
    FRONT_DOOR_BUSY(Unit.COUNT, Needs.DOOR),
    LEECHERS(Unit.COUNT, Needs.FILE),
    SEEDS_ONLINE(Unit.COUNT, Needs.FILE),
    DEMAND_BPS(Unit.BITS_PER_SECOND),
    ORIGIN_BPS(Unit.BITS_PER_SECOND, "origin-bytes"),
    EDGE_BPS(Unit.BITS_PER_SECOND, "edge-bytes"),
    SEED_BPS(Unit.BITS_PER_SECOND, "seed-bytes"),
    PEER_BPS(Unit.BITS_PER_SECOND, "peer-bytes");

    private final Unit unit;
    private final Needs needs;
    private final String bytes;

    SeriesWord(Unit unit) {
        this(unit, Needs.NOTHING, null);
    }

    SeriesWord(Unit unit, Needs needs) {
        this(unit, needs, null);
    }

    SeriesWord(Unit unit, String bytes) {
        this(unit, Needs.NOTHING, bytes);
    }

    SeriesWord(Unit unit, Needs needs, String bytes) {
        this.unit = unit;
        this.needs = needs;
        this.bytes = bytes;
    }

    /** "waiting-viewers". */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Unit unit() {
        return unit;
    }

    public Needs needs() {
        return needs;
    }

    /** Name of the column of the time series. */
    public String column() {
        return bytes == null ? word() : bytes;
    }

    /** Whether the column counts bytes of a bin. */
    public boolean countsBytes() {
        return bytes != null;
    }

    public static Optional<SeriesWord> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(SeriesWord::word).toList();
    }
}
