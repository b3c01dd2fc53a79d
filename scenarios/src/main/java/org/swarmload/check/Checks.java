package org.swarmload.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All cases, by id. */
public final class Checks {
    private static final List<CheckCase> ALL = Stream.of(
                    SwarmCases.all(), DoorCases.all(), CrowdCases.all(), MoneyCases.all(), EngineCases.all())
            .flatMap(List::stream)
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();

    /** Cases for which there is nothing to compute. */
    public static final List<String> SIMULATED_ONLY = List.of("o-05", "o-20");

    private Checks() {}

    public static List<CheckCase> all() {
        return ALL;
    }

    public static Optional<CheckCase> of(String id) {
        return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return ALL.stream().map(CheckCase::id).toList();
    }
}
