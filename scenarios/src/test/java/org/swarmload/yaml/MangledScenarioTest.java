package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Thousands of spoilt scenarios: each is read or refused with located problems, none ends in anything else. */
class MangledScenarioTest {
    private static final int ROUNDS = 4_000;
    private static final List<String> SCRAPS = List.of(
            "",
            " ",
            "\n",
            ":",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "&a ",
            "*a",
            "!x ",
            "!remove ",
            "#",
            "- ",
            "~",
            "-1",
            "0",
            "99999999999999999999",
            "5Mbps",
            "1e300",
            "\t",
            "null",
            "\uFFFD",
            "é",
            "|",
            ">",
            "%",
            "@",
            "`",
            "? ",
            "---\n",
            "...\n",
            "<<: *a",
            "like: p2p",
            "0%",
            "100%",
            "[[[[",
            "{a: {a: {a: 1}}}");

    private static final String UNKNOWNS = """
            unknowns:
              audience.viewers: {times: {triangular: [0.8, 1, 1.4]}}
              audience.access.cable.down: {times: {lognormal: {p10: 0.7, p90: 1.3}}}
              deliveries.hybrid.edges.e1.capacity: {choice: [[30Gbps, 40%], [40Gbps, 60%]]}
              deliveries.hybrid.swarm.reachable: {uniform: [60%, 90%]}
            plan:
              replications: 3
              screen: none
              order:
                origin.servers: {from: 1, to: 9, step: 1}
                edges.e1.capacity: {from: 10Gbps, to: 50Gbps, step: 5%}
            """;

    @Test
    void shouldNeverFailInAnotherWay() {
        shouldNeverFailInAnotherWay("", SmallScenario.TEXT, ROUNDS);
    }

    /** What is unknown is spoilt, and the night that comes of it is read when the scenario is. */
    @Test
    void shouldNeverFailInAnotherWayOverWhatIsUnknown() {
        shouldNeverFailInAnotherWay(SmallScenario.TEXT, UNKNOWNS, ROUNDS / 4);
    }

    private static void shouldNeverFailInAnotherWay(String sound, String spoilt, int rounds) {
        SplittableRandom random = new SplittableRandom(20_17);
        for (int round = 0; round < rounds; round++) {
            String text = sound + mangle(spoilt, random);
            try {
                ScenarioReader.readText("mangled.yaml", text).night(0);
            } catch (ScenarioException e) {
                assertThat(e.problems()).as(text).isNotEmpty();
                assertThat(e.problems()).as(text).allSatisfy(p -> {
                    assertThat(p.line()).isPositive();
                    assertThat(p.message()).isNotBlank();
                    assertThat(p.toString()).doesNotContain("Exception");
                });
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("Round " + round + " with this text:\n" + text, e);
            }
        }
    }

    private static String mangle(String sound, SplittableRandom random) {
        StringBuilder text = new StringBuilder(sound);
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> text.replace(from, to, SCRAPS.get(random.nextInt(SCRAPS.size())));
                default -> replaceValue(text, random);
            }
        }
        return text.toString();
    }

    /** A whole value becomes something else: wrong types and odd numbers in sound YAML. */
    private static void replaceValue(StringBuilder text, SplittableRandom random) {
        int colon = text.indexOf(": ", random.nextInt(text.length()));
        if (colon < 0) {
            return;
        }
        int end = colon + 2;
        while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        text.replace(colon + 2, end, SCRAPS.get(random.nextInt(SCRAPS.size())));
    }
}
