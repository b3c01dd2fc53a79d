package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.swarmload.limits.AudiencePoint;
import org.swarmload.limits.Blame;
import org.swarmload.limits.Breakage;
import org.swarmload.limits.Limit;
import org.swarmload.limits.Limit.State;
import org.swarmload.limits.LimitsResult;
import org.swarmload.limits.Resource;
import org.swarmload.report.Report.Finding;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.Unknown;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.HarmByCause;

/** What a scan found, in sentences. */
public final class LimitsWords {
    private static final int MOST_NAMED = 3;

    /** A share of harm that is rounding. */
    private static final double LEAST = 1e-9;

    private final LimitsResult result;

    public LimitsWords(LimitsResult result) {
        this.result = result;
    }

    /**
     * Where something is unknown: audiences are as written, and each replication is a night that draws the rest anew. One
     * night says what breaks on that night alone.
     */
    public Optional<String> nights() {
        Scenario scenario = result.design().scenario();
        int nights = result.design().replications();
        if (scenario.nights().areCertain()) {
            return Optional.empty();
        }
        return Optional.of(
                nights == 1
                        ? "Something is unknown, and this is one night, with " + Unknowns.drawn(scenario, 0)
                                + ". Audiences are as written, before that; --replications takes more nights."
                        : "Something is unknown: each audience had the same " + nights
                                + " nights, each with its own draw of "
                                + scenario.nights().unknowns().stream()
                                        .map(Unknown::path)
                                        .collect(Collectors.joining(", "))
                                + ". Audiences are as written, before that.");
    }

    /** "login", "edge east", "origin's connections", or an objective as it was written. */
    static String name(Breakage what) {
        return what instanceof Breakage.Full full ? name(full.resource()) : what.id();
    }

    static String name(Resource resource) {
        String owner = resource.name();
        String pool = owner.startsWith("edge:") ? "edge " + owner.substring("edge:".length()) : owner;
        return switch (resource.kind()) {
            case DOOR -> owner;
            case PLACES -> owner + " (sessions)";
            case LINK -> pool.startsWith("edge ") ? pool : "uplink of " + pool;
            case ROOM -> "connections of " + pool;
            case UPLINKS -> "viewers' uplinks";
        };
    }

    /** "login is full" or "startup-time.p95 < 4s falls". */
    private static String happens(Breakage what, String first) {
        return name(what) + (what instanceof Breakage.Full ? " is full" : " falls") + first;
    }

    /** "21:02", or nothing. */
    String clock(Limit limit) {
        return limit.micros() == null ? "" : result.design().scenario().clock().minutes(limit.micros());
    }

    /** "19,730", "≤ 5,000", "> 160,000", "19,730 to 40,000". */
    String audience(Limit limit) {
        return switch (limit.state()) {
            case FOUND -> Unit.COUNT.say(limit.at()) + back(limit);
            case ALREADY -> "≤ " + Unit.COUNT.say(limit.at()) + back(limit);
            case NOT_REACHED -> "> " + Unit.COUNT.say(limit.below());
            case NOT_MEASURED -> "not measured";
        };
    }

    private String back(Limit limit) {
        int last = lastAudience(limit);
        return limit.notAt().isEmpty() ? "" : last > 0 ? " to " + Unit.COUNT.say(last) : " on and off";
    }

    /** Where more viewers are better in the end: the greatest audience at which it happens; 0 if that is the largest. */
    private int lastAudience(Limit limit) {
        int last = 0;
        for (AudiencePoint point : result.points()) {
            boolean happens = point.viewers() >= limit.at() && !limit.notAt().contains(point.viewers());
            last = happens ? point.viewers() : last;
        }
        return last == result.points().get(result.points().size() - 1).viewers() ? 0 : last;
    }

    /** "at 19,730 viewers at 21:00", "already at 5,000 viewers at 21:45 (no more above 40,000)". */
    private String where(Limit limit) {
        String clock = clock(limit);
        int last = lastAudience(limit);
        return (limit.state() == State.ALREADY ? "already " : "") + "at " + Unit.COUNT.say(limit.at(), "viewer")
                + (clock.isEmpty() ? "" : " at " + clock)
                + (last > 0 ? " (no more above " + Unit.COUNT.say(last) + ")" : "");
    }

    /** The limits of a delivery that some audience reaches, resources or objectives alone, in their order. */
    List<Limit> reached(String delivery, boolean resources) {
        return result.of(delivery).stream()
                .filter(limit -> limit.at() > 0 && limit.what() instanceof Breakage.Full == resources)
                .toList();
    }

    /** One sentence: what is full first and what falls first. */
    public Finding verdict(String delivery) {
        List<Limit> full = reached(delivery, true);
        List<Limit> fallen = reached(delivery, false);
        String most =
                Unit.COUNT.say(result.points().get(result.points().size() - 1).viewers(), "viewer");
        List<Quantity> figures = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        if (full.isEmpty()) {
            parts.add("nothing is full up to " + most);
        } else {
            parts.add(happens(full.get(0).what(), " first, " + where(full.get(0))));
            figures.add(quantity(full.get(0)));
        }
        if (!fallen.isEmpty()) {
            parts.add("the objective " + happens(fallen.get(0).what(), " first, " + where(fallen.get(0))));
            figures.add(quantity(fallen.get(0)));
        } else if (!result.design().scenario().objectives().isEmpty()) {
            parts.add(noneFalls(delivery, most));
        }
        return new Finding(delivery + ": " + String.join("; ", parts) + ".", figures);
    }

    /** What was not measured at any audience may fall all the same. */
    private String noneFalls(String delivery, String most) {
        List<Limit> objectives = result.of(delivery).stream()
                .filter(limit -> limit.what() instanceof Breakage.Falls)
                .toList();
        List<String> unmeasured = objectives.stream()
                .filter(limit -> limit.state() == State.NOT_MEASURED)
                .map(limit -> limit.what().id())
                .toList();
        if (unmeasured.isEmpty()) {
            return "no objective falls up to " + most;
        }
        return unmeasured.size() == objectives.size()
                ? "no objective was measured"
                : "no objective that was measured falls up to " + most + " (not measured: "
                        + String.join(", ", unmeasured) + ")";
    }

    static Quantity quantity(Limit limit) {
        String already = limit.state() == State.ALREADY ? "≤ " : "";
        return new Quantity("limit:" + limit.what().id(), limit.at(), already + Unit.COUNT.say(limit.at()));
    }

    /** One sentence for each limit that is reached, in order. */
    List<Finding> inOrder(String delivery) {
        List<Finding> lines = new ArrayList<>();
        for (Limit limit : result.of(delivery)) {
            if (limit.at() > 0) {
                lines.add(Finding.of(
                        happens(limit.what(), " " + where(limit)) + ", " + ofWritten(limit)
                                + " of the audience written." + unsteady(limit),
                        quantity(limit)));
            }
        }
        return lines;
    }

    /** "99 %". */
    String ofWritten(Limit limit) {
        return Math.round(100.0 * limit.at() / result.design().written()) + " %";
    }

    /** More viewers are not always worse: a larger swarm helps itself, and a full door keeps people from what is behind. */
    private static String unsteady(Limit limit) {
        List<Integer> notAt = limit.notAt();
        if (notAt.isEmpty()) {
            return "";
        }
        List<String> said =
                notAt.stream().limit(MOST_NAMED).map(Unit.COUNT::say).toList();
        return " More viewers are not always worse here: it does not happen at " + String.join(", ", said)
                + (notAt.size() > MOST_NAMED ? " and " + (notAt.size() - MOST_NAMED) + " larger ones" : "") + ".";
    }

    /** To what the harm is charged that is there where an objective falls, and is not at the smallest audience. */
    List<Finding> relief(String delivery) {
        AudiencePoint smallest = result.points().get(0);
        Blame least = smallest.delivery(delivery).blame();
        List<Finding> lines = new ArrayList<>();
        for (Limit limit : reached(delivery, false)) {
            Harm harm = harm(limit);
            if (harm == null) {
                continue;
            }
            boolean stalls = harm == Harm.STALL_SECONDS;
            Map<String, Double> more = new LinkedHashMap<>(
                    shares(result.point(limit.at()).delivery(delivery).blame(), stalls));
            shares(least, stalls).forEach((cause, share) -> more.merge(cause, -share, Double::sum));
            more.values().removeIf(share -> share < LEAST);
            HarmByCause.top(more)
                    .ifPresent(cause -> lines.add(
                            Finding.of("Where " + name(limit.what()) + " falls, " + share(more, cause) + " of the "
                                    + (stalls ? "stalled time" : "lost starts") + " that "
                                    + Unit.COUNT.say(smallest.viewers(), "viewer") + " do not have yet "
                                    + (stalls ? "is" : "are") + " charged to " + Causes.say(cause) + ".")));
        }
        return lines;
    }

    /** Harm of each cause as a share of those who pressed play, or of all time. */
    private static Map<String, Double> shares(Blame blame, boolean stalls) {
        Map<String, Double> shares = new LinkedHashMap<>(stalls ? blame.parts(Harm.STALL_SECONDS) : blame.lostStarts());
        double whole = stalls ? blame.playedSeconds() + blame.total(Harm.STALL_SECONDS) : blame.viewers();
        shares.replaceAll((cause, value) -> whole == 0 ? 0 : value / whole);
        return shares;
    }

    /** The kind of harm that an objective counts, of starts that of failures; null where it counts none. */
    private static Harm harm(Limit limit) {
        return switch (((Breakage.Falls) limit.what()).objective().metric()) {
            case START_FAILURES,
                    EXITS_BEFORE_START,
                    STARTUP_TIME,
                    WAITING_VIEWERS,
                    HTTP_503,
                    BLOCKED_SHARE,
                    FIRST_BLOCKED_SHARE,
                    RETRYING_VIEWERS,
                    FRONT_DOOR_WAIT,
                    FRONT_DOOR_503,
                    FRONT_DOOR_BLOCKED_SHARE,
                    FRONT_DOOR_QUEUE -> Harm.START_FAILURE;
            case REBUFFERING_RATIO, REBUFFERING_EVENTS, STALL_TIME, GAVE_UP, STALLED_OVER_60S, CONTINUITY ->
                Harm.STALL_SECONDS;
            default -> null;
        };
    }

    /** "login 98 %", of the cause that has the greatest part; a dash where there is no harm. */
    static String top(Map<String, Double> parts) {
        return HarmByCause.top(parts)
                .map(cause -> shortly(cause) + " " + share(parts, cause))
                .orElse("-");
    }

    private static String shortly(String cause) {
        return switch (cause) {
            case "own-line" -> "own lines";
            case "fault" -> "outage";
            case "edge" -> "edges";
            default -> cause;
        };
    }

    private static String share(Map<String, Double> parts, String cause) {
        double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        return Unit.SHARE.say(parts.get(cause) / sum);
    }

    /** Share of those who pressed play that left without a frame. */
    static double lostShare(Blame blame) {
        return blame.viewers() == 0
                ? 0
                : (blame.total(Harm.START_FAILURE) + blame.total(Harm.EXIT_BEFORE_START)) / blame.viewers();
    }

    static double stalledShare(Blame blame) {
        double time = blame.total(Harm.STALL_SECONDS) + blame.playedSeconds();
        return time == 0 ? 0 : blame.total(Harm.STALL_SECONDS) / time;
    }
}
