package org.swarmload.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every metric that a study measures, in the order in which it is shown. The word is the same in YAML, JSON and CSV;
 * values are in base units.
 */
public enum MetricWord {
    VIEWERS(Unit.COUNT, "people who pressed play"),
    VIEWERS_STARTED(Unit.COUNT, "viewers who saw a first frame, or had the whole file"),
    START_FAILURES(Unit.RATIO, "share of viewers who left without a frame after an error or refusal"),
    EXITS_BEFORE_START(Unit.RATIO, "share of viewers who left while waiting, without an error"),
    STARTUP_TIME(Unit.SECONDS, Spread.OVER_VIEWERS, Needs.PLAYER, "from pressing play to the first frame"),
    COMPLETION_TIME(Unit.SECONDS, Spread.OVER_VIEWERS, Needs.FILE, "from pressing play to the last byte of a file"),
    REBUFFERING_RATIO(Unit.RATIO, Needs.PLAYER, "stalled time / (stalled + played time)"),
    REBUFFERING_EVENTS(Unit.COUNT, Needs.PLAYER, "stalls of all viewers"),
    STALL_TIME(Unit.SECONDS, Spread.OVER_VIEWERS, Needs.PLAYER, "stalled time of one viewer"),
    GAVE_UP(Unit.RATIO, Needs.PLAYER, "share of viewers who left in a stall"),
    STALLED_OVER_60S(Unit.RATIO, Needs.PLAYER, "share of viewers stalled for more than 60 s in all"),
    FRONT_DOOR_WAIT(Unit.SECONDS, Spread.OVER_VIEWERS, "time that a viewer spends at the front door"),
    ATTEMPTS(Unit.COUNT, "requests to services and connection requests to servers"),
    HTTP_503(Unit.COUNT, "requests that were refused"),
    BLOCKED_SHARE(Unit.RATIO, "refusals / attempts"),
    FRONT_DOOR_ATTEMPTS(Unit.COUNT, "calls to services of the front door"),
    FRONT_DOOR_503(Unit.COUNT, "calls to services of the front door that were refused"),
    ATTEMPT_RATE(Unit.PER_SECOND, "calls to services of the front door, per second"),
    SERVED_RATE(Unit.PER_SECOND, "starts let in by the front door, per second"),
    FRONT_DOOR_BLOCKED_SHARE(
            Unit.RATIO, Needs.DOOR, "share of the calls to services of the front door that were refused"),
    FIRST_BLOCKED_SHARE(Unit.RATIO, Needs.DOOR, "share of viewers whose very first call to the front door was refused"),
    RETRYING_VIEWERS(Unit.COUNT, Spread.OVER_TIME, "viewers waiting for a retry or reload after a refusal"),
    FRONT_DOOR_QUEUE(Unit.COUNT, Spread.OVER_TIME, "calls waiting in line at all services"),
    FRONT_DOOR_BUSY(Unit.COUNT, Spread.OVER_TIME, "servers at work at all services"),
    FRONT_DOOR_SESSIONS(Unit.COUNT, Spread.OVER_TIME, "places taken of services that limit sessions"),
    WAITING_VIEWERS(
            Unit.COUNT, Spread.OVER_TIME, "viewers between pressing play and the first frame; .max at ends of 10 s"),
    CONCURRENT_VIEWERS(Unit.COUNT, Needs.PLAYER, "greatest number of viewers present at once, at ends of 10 s"),
    LEECHERS(Unit.COUNT, Spread.OVER_TIME, Needs.FILE, "people who download a file, on average over time"),
    SEEDS_ONLINE(
            Unit.COUNT, Spread.OVER_TIME, Needs.FILE, "people who have the whole file and stay, on average over time"),
    CONTINUITY(
            Unit.RATIO,
            Needs.PLAYER,
            "time played / time that should have been played; the rest was stalled or skipped"),
    MEAN_CONCURRENT_VIEWERS(Unit.COUNT, Needs.PLAYER, "viewers who play or stall, averaged over time"),
    VIEWER_HOURS(Unit.HOURS, Needs.PLAYER, "hours of the title that were played"),
    MEAN_BITRATE(
            Unit.BITS_PER_SECOND,
            Needs.PLAYER,
            "useful bits delivered per second played, also of pieces that were never played: no measure of the picture"),
    DELIVERED_BYTES(Unit.BYTES, "useful bytes at receivers"),
    OVERHEAD_BYTES(Unit.BYTES, "duplicate and aborted bytes"),
    UNPLAYED_BYTES(Unit.BYTES, Needs.PLAYER, "useful bytes that nobody played"),
    ORIGIN_BYTES(Unit.BYTES, "sent by the origin"),
    EDGE_BYTES(Unit.BYTES, "sent by the edges"),
    SHIELD_BYTES(Unit.BYTES, "sent by the shield, to edges"),
    SEED_BYTES(Unit.BYTES, "sent by the operator's seeds"),
    PEER_BYTES(Unit.BYTES, "sent by viewers"),
    OFFLOAD(Unit.RATIO, "useful peer bytes / delivered bytes"),
    UPLINK_USE(Unit.RATIO, Needs.SWARM, "bytes that viewers sent / bytes that their uplinks could have carried"),
    CACHE_REQUESTS(Unit.COUNT, "requests to edges' caches"),
    CACHE_FILLS(Unit.COUNT, "fetches that edges began; who waits for another's fetch is a hit"),
    MISS_RATIO(Unit.RATIO, Needs.EDGES, "cache-fills / cache-requests"),
    ORIGIN_LINK_USE(Unit.RATIO, Needs.ORIGIN, "origin, bytes sent / capacity and time"),
    SHIELD_LINK_USE(Unit.RATIO, Needs.SHIELD, "shield, bytes sent / capacity and time"),
    EDGE_LINK_USE(Unit.RATIO, Needs.EDGES, "all edges together, bytes sent / capacity and time"),
    SEED_LINK_USE(Unit.RATIO, Needs.SEEDS, "operator's seeds, bytes sent / capacity and time"),
    ORIGIN_BPS_PEAK10S(Unit.BITS_PER_SECOND, "origin, busiest 10 s"),
    ORIGIN_BPS_PEAK5MIN(Unit.BITS_PER_SECOND, "origin, busiest 5 minutes"),
    EDGE_BPS_PEAK10S(Unit.BITS_PER_SECOND, "all edges together, busiest 10 s"),
    EDGE_BPS_PEAK5MIN(Unit.BITS_PER_SECOND, "all edges together, busiest 5 minutes"),
    SEED_BPS_PEAK10S(Unit.BITS_PER_SECOND, "operator's seeds, busiest 10 s"),
    SEED_BPS_PEAK5MIN(Unit.BITS_PER_SECOND, "operator's seeds, busiest 5 minutes"),
    SERVER_BPS_PEAK10S(
            Unit.BITS_PER_SECOND,
            "the operator's machines to viewers, busiest 10 s: edges, or the origin where there are none, and seeds; not what "
                    + "fills caches"),
    SERVER_BPS_PEAK5MIN(Unit.BITS_PER_SECOND, "the operator's machines to viewers, busiest 5 minutes"),
    PEER_BPS_PEAK10S(Unit.BITS_PER_SECOND, "viewers together, busiest 10 s"),
    PEER_BPS_PEAK5MIN(Unit.BITS_PER_SECOND, "viewers together, busiest 5 minutes"),
    COST(Unit.MONEY, "what the event adds to the month's bill at the scenario's tariffs"),
    COST_PER_VIEWER_HOUR(Unit.MONEY, Needs.PLAYER, "cost / viewer-hours");

    /** Base unit of a metric. */
    public enum Unit {
        COUNT,
        RATIO,
        SECONDS,
        HOURS,
        BYTES,
        BITS_PER_SECOND,
        PER_SECOND,
        MONEY
    }

    /** What a metric is, beside its mean. */
    public enum Spread {
        /** One number. */
        NONE,
        /** A distribution over viewers. */
        OVER_VIEWERS,
        /** A level: its average over time, and its greatest value. */
        OVER_TIME
    }

    /** What has to be in a scenario for a metric to be measured at all. */
    public enum Needs {
        NOTHING,
        /** Somebody who watches: a stream. */
        PLAYER,
        /** A download. */
        FILE,
        DOOR,
        ORIGIN,
        SHIELD,
        EDGES,
        SEEDS,
        SWARM
    }

    private final Unit unit;
    private final Spread spread;
    private final Needs needs;
    private final String meaning;

    MetricWord(Unit unit, String meaning) {
        this(unit, Spread.NONE, Needs.NOTHING, meaning);
    }

    MetricWord(Unit unit, Needs needs, String meaning) {
        this(unit, Spread.NONE, needs, meaning);
    }

    MetricWord(Unit unit, Spread spread, String meaning) {
        this(unit, spread, Needs.NOTHING, meaning);
    }

    MetricWord(Unit unit, Spread spread, Needs needs, String meaning) {
        this.unit = unit;
        this.spread = spread;
        this.needs = needs;
        this.meaning = meaning;
    }

    /** "origin-bps.peak10s". */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-').replace("bps-peak", "bps.peak");
    }

    public Unit unit() {
        return unit;
    }

    /** Whether twice the people, with twice of all that they share, come to about twice as much. */
    public boolean growsWithTheCrowd() {
        return switch (unit) {
            case COUNT, HOURS, BYTES, PER_SECOND -> true;
            case BITS_PER_SECOND -> this != MEAN_BITRATE;
            case MONEY -> this == COST;
            case RATIO, SECONDS -> false;
        };
    }

    public Needs needs() {
        return needs;
    }

    /** Whether the metric is a distribution over viewers, which has p50, p95, p99 and a maximum. */
    public boolean overViewers() {
        return spread == Spread.OVER_VIEWERS;
    }

    /** Whether the metric is a level, averaged over time, which has a maximum too. */
    public boolean overTime() {
        return spread == Spread.OVER_TIME;
    }

    /** What it is, in a few words. */
    public String meaning() {
        return meaning;
    }

    public static Optional<MetricWord> of(String word) {
        return Arrays.stream(values()).filter(m -> m.word().equals(word)).findFirst();
    }

    /** All words in the order in which they are shown. */
    public static List<String> words() {
        return Arrays.stream(values()).map(MetricWord::word).toList();
    }
}
