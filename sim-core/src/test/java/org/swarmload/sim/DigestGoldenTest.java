package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.result.RunResult;

/**
 * Small runs whose digests are written down, so that every JDK, machine and build agrees on them bit for bit, and nobody
 * changes what the simulator does without noticing.
 *
 * <p>To refresh after a change that was meant: run this test and put the lines of its message into
 * {@code src/test/resources/golden-digests.properties}. Digests that differ between JDKs are a bug and are never
 * refreshed: look for a function that is not the same on both (design, chapter 2).
 */
class DigestGoldenTest {
    private static final String FILE = "/golden-digests.properties";

    @Test
    void shouldGiveTheDigestsThatAreWrittenDown() throws IOException {
        Map<String, String> actual = new TreeMap<>();
        try (SimulationEngine engine = SimulationEngine.start(2)) {
            for (String delivery : List.of("client-server", "cdn", "p2p", "hybrid")) {
                for (int cells : new int[] {1, 4}) {
                    actual.put(delivery + "." + cells, digest(engine, delivery, cells));
                }
            }
            actual.put(
                    "p2p.bt",
                    digest(engine, Premiere.of("p2p", 100).withLength(60).withPicker("bt:rarest-first")));
        }
        assertThat(actual)
                .overridingErrorMessage(
                        "Digests differ from those in src/test/resources%s on Java %s.\n"
                                + "If results were meant to change, and do so alike on every JDK, write there:\n\n%s\nIt says:\n\n%s",
                        FILE, Runtime.version(), lines(actual), lines(golden()))
                .isEqualTo(golden());
    }

    private static String digest(SimulationEngine engine, String delivery, int cells) {
        return digest(
                engine,
                Premiere.of(delivery, 200)
                        .withLength(120)
                        .withCapacity(0.5)
                        .withCells(cells)
                        .withFault());
    }

    private static String digest(SimulationEngine engine, Premiere premiere) {
        RunResult result = engine.run(premiere.spec(), (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
        return String.format("%016x", result.digest());
    }

    private static Map<String, String> golden() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = DigestGoldenTest.class.getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(in);
            }
        }
        Map<String, String> golden = new TreeMap<>();
        properties.forEach((name, value) -> golden.put((String) name, (String) value));
        return golden;
    }

    private static String lines(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }
}
