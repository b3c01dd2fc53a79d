package org.swarmload.study;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;

/** What is charged to causes, by kind of harm; causes stand in the order in which they first appear. */
public final class HarmByCause {
    private HarmByCause() {}

    /** Of one run; empty for a kind of harm that nothing did. */
    public static Map<Harm, Map<String, Double>> of(List<CauseLine> run) {
        Map<Harm, Map<String, Double>> parts = none();
        run.forEach(line -> parts.get(line.harm()).merge(line.cause(), line.value(), Double::sum));
        return parts;
    }

    /** Of runs, each charging what it does; a cause that one does not know has done nothing there. */
    public static Map<Harm, Map<String, Double>> mean(List<Map<Harm, Map<String, Double>>> runs) {
        Map<Harm, Map<String, Double>> means = none();
        runs.forEach(run -> run.forEach((harm, causes) ->
                causes.forEach((cause, value) -> means.get(harm).merge(cause, value / runs.size(), Double::sum))));
        return means;
    }

    /** The cause with the greatest part, the first of equals; none if there is no harm. */
    public static Optional<String> top(Map<String, Double> parts) {
        String top = null;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            top = part.getValue() > (top == null ? 0 : parts.get(top)) ? part.getKey() : top;
        }
        return Optional.ofNullable(top);
    }

    private static Map<Harm, Map<String, Double>> none() {
        Map<Harm, Map<String, Double>> none = new EnumMap<>(Harm.class);
        for (Harm harm : Harm.values()) {
            none.put(harm, new LinkedHashMap<>());
        }
        return none;
    }
}
