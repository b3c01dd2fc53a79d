package org.swarmload.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that are packaged with the program: scenarios to run or to start from, and price lists. */
public final class ScenarioLibrary {
    private static final String SCENARIOS = "/org/swarmload/library/";
    private static final String TARIFFS = "/org/swarmload/tariffs/";

    private ScenarioLibrary() {}

    /** Names of the scenarios, in the order in which a newcomer should read them. */
    public static List<String> names() {
        return lines(SCENARIOS + "index.txt");
    }

    /** Ids of the tariffs. */
    public static List<String> tariffIds() {
        return lines(TARIFFS + "index.txt");
    }

    /** The text of a scenario whose name is one of {@link #names}. */
    public static String text(String name) {
        return known(names(), name, SCENARIOS);
    }

    /** The text of a tariff whose id is one of {@link #tariffIds}. */
    public static String tariffText(String id) {
        return known(tariffIds(), id, TARIFFS);
    }

    private static String known(List<String> names, String name, String folder) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("Not in the library: " + name);
        }
        return resource(folder + name + ".yaml");
    }

    private static List<String> lines(String resource) {
        return resource(resource).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String resource(String name) {
        try (InputStream in = ScenarioLibrary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
