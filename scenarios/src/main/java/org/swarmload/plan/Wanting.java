package org.swarmload.plan;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.RunNote;

/** Which ladders an order may have too little of, by what was seen on its nights. It says where to look, no more. */
final class Wanting {
    /** As a resource is called full when limits are looked for. */
    private static final double FULL = 0.99;

    private static final String DOOR = "front-door.";

    private final Space space;

    Wanting(Space space) {
        this.space = space;
    }

    /**
     * Indexes of the ladders that the harm of broken promises is charged to and that were full at some time; those of
     * which one is true where both are of none.
     *
     * @param broken promises
     */
    Set<Integer> of(List<Objective> broken, List<RunNote> nights) {
        Set<Integer> full = new LinkedHashSet<>();
        for (int i = 0; i < space.ladders().size(); i++) {
            String key = space.ladders().get(i).key();
            if (nights.stream().anyMatch(night -> isFull(key, night.busiest()))) {
                full.add(i);
            }
        }
        Set<Integer> charged = new LinkedHashSet<>();
        broken.stream()
                .flatMap(one -> harms(one.metric()).stream())
                .distinct()
                .forEach(harm -> charged.addAll(charged(harm, nights)));
        Set<Integer> both = new LinkedHashSet<>(charged);
        both.retainAll(full);
        return !both.isEmpty() ? both : !charged.isEmpty() ? charged : full;
    }

    /** Ladders with a notable part of a harm, of what is charged to any; the one with the greatest first. */
    private List<Integer> charged(Harm harm, List<RunNote> nights) {
        double[] parts = new double[space.ladders().size()];
        double sum = 0;
        for (RunNote night : nights) {
            for (CauseLine line : night.causes()) {
                boolean charges = false;
                for (int i = 0; i < parts.length && line.harm() == harm; i++) {
                    if (couldHelp(line.cause(), space.ladders().get(i).key())) {
                        parts[i] += line.value();
                        charges = true;
                    }
                }
                sum += charges ? line.value() : 0;
            }
        }
        double notable = Blame.NOTABLE * sum;
        return IntStream.range(0, parts.length)
                .filter(i -> parts[i] > 0 && parts[i] >= notable)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -parts[i]))
                .toList();
    }

    /** Kinds of harm that a metric counts; all where that is not plain. */
    private static Set<Harm> harms(MetricWord metric) {
        return switch (metric) {
            case START_FAILURES,
                    EXITS_BEFORE_START,
                    STARTUP_TIME,
                    WAITING_VIEWERS,
                    HTTP_503,
                    BLOCKED_SHARE,
                    FRONT_DOOR_WAIT,
                    FRONT_DOOR_503,
                    FRONT_DOOR_BLOCKED_SHARE -> EnumSet.of(Harm.START_FAILURE, Harm.EXIT_BEFORE_START);
            case REBUFFERING_RATIO, REBUFFERING_EVENTS, STALL_TIME, GAVE_UP, STALLED_OVER_60S, CONTINUITY ->
                EnumSet.of(Harm.STALL_SECONDS);
            default -> EnumSet.allOf(Harm.class);
        };
    }

    /** What a fault took away and what peers did not have in time, any server could have sent. */
    private static boolean couldHelp(String cause, String key) {
        boolean anyServer = (cause.equals("fault") || cause.equals("peers")) && !key.startsWith(DOOR);
        return anyServer || names(cause, key);
    }

    private static boolean isFull(String key, Map<String, Double> busiest) {
        String[] words = key.split("\\.");
        String pool = switch (words[0]) {
            case "edges" -> "edge:" + words[1];
            case "swarm" -> "peers";
            default -> words[0];
        };
        List<String> resources = key.startsWith(DOOR)
                ? List.of("door:" + words[1], "places:" + words[1])
                : List.of("link:" + pool, "room:" + pool, "uplinks:" + pool);
        return resources.stream().anyMatch(resource -> busiest.getOrDefault(resource, 0.0) >= FULL);
    }

    private static boolean names(String cause, String key) {
        return key.startsWith(DOOR + cause + ".")
                || cause.equals("edge") && key.startsWith("edges.")
                || cause.equals("origin") && (key.startsWith("origin.") || key.startsWith("shield."))
                || cause.equals("seeds") && key.startsWith("seeds.");
    }
}
