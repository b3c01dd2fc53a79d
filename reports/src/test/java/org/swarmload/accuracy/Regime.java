package org.swarmload.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.swarmload.SourceTree;

/**
 * An evening and the modes in which it is simulated beside the exact one.
 *
 * @param id name of the file in {@code scenarios/accuracy}
 * @param licenceMillis mean service time of its licences
 */
record Regime(String id, int licenceMillis, List<Mode> modes) {
    /** All, in the order of the table. */
    static final List<Regime> ALL = List.of(
            new Regime("at-60", 80, Mode.LARGE),
            new Regime("at-95", 80, Mode.LARGE),
            new Regime("at-120", 80, Mode.LARGE),
            new Regime("fault", 80, Mode.LARGE),
            new Regime("retry-storm", 80, Mode.LARGE),
            new Regime("thin", 320, Mode.THIN),
            new Regime("twice", 80, Mode.TWICE));

    Regime {
        modes = List.copyOf(modes);
    }

    static Path folder() {
        return SourceTree.root().resolve("scenarios/accuracy");
    }

    /**
     * What a mode lays over the scenario. In the control a licence takes a microsecond longer on average: viewers come
     * to the swarm in another order here and there, from then on the cell's draws go to others, and the evening is
     * another one with the same audience and the same laws.
     */
    List<String> sets(Mode mode) {
        List<String> sets = new ArrayList<>(mode.sets());
        if (mode.equals(Mode.CONTROL)) {
            sets.add("front-door.licence.service={exponential: " + licenceMillis + ".001ms}");
        }
        return sets;
    }

    Path file() {
        return folder().resolve(id + ".yaml");
    }

    /**
     * The regimes and modes of these names, separated by commas; blank stands for all. A regime without any of the
     * modes is left out.
     *
     * @throws IllegalArgumentException at a name that nothing has: what is not run must not look like what passed
     */
    static List<Regime> named(String regimes, String modes) {
        Set<String> ids = names(regimes, ALL, Regime::id);
        Set<String> ways = names(modes, Mode.all(), Mode::name);
        List<Regime> found = new ArrayList<>();
        for (Regime regime : ALL) {
            List<Mode> left = regime.modes.stream()
                    .filter(mode -> ways.contains(mode.name()))
                    .toList();
            if (ids.contains(regime.id) && !left.isEmpty()) {
                found.add(new Regime(regime.id, regime.licenceMillis, left));
            }
        }
        return found;
    }

    private static <T> Set<String> names(String list, List<T> all, Function<T, String> name) {
        List<String> known = all.stream().map(name).toList();
        Set<String> asked = Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Stream<String> unknown = asked.stream().filter(one -> !known.contains(one));
        unknown.findFirst().ifPresent(one -> {
            throw new IllegalArgumentException("'" + one + "' is none of " + String.join(", ", known));
        });
        return asked.isEmpty() ? new TreeSet<>(known) : asked;
    }
}
