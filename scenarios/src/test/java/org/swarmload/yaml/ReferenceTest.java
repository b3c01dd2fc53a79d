package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.swarmload.library.ScenarioLibrary;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.SeriesWord;
import org.swarmload.sim.policy.Pickers;

class ReferenceTest {
    private static final Path FILE = Path.of("REFERENCE.md");

    private final String reference = read();

    @Test
    void shouldNameEveryWordThatAPlannerMayUse() {
        assertThat(reference).contains(ScenarioLibrary.tariffIds());
        assertThat(reference).contains(Pickers.names());
        assertThat(reference).contains(LawBinder.WORDS);
        assertThat(reference)
                .contains(SeriesWord.words().stream().map(word -> "`" + word).toList());
        assertThat(reference)
                .contains(LimitBinder.KEYS.stream().map(word -> "`" + word).toList());
        assertThat(reference)
                .contains(MetricWord.words().stream()
                        .map(word -> "`" + word.replaceFirst("\\.peak.*", ""))
                        .toList());
    }

    @Test
    void shouldDefineEveryMetricAsReportsDo() throws IOException {
        int begin = reference.indexOf(MetricTable.BEGIN);
        int end = reference.indexOf(MetricTable.END) + MetricTable.END.length();
        assertThat(begin).as("the place of the table").isNotNegative().isLessThan(end);
        if (System.getProperty("reference", "").equals("write")) {
            Files.writeString(FILE, reference.substring(0, begin) + MetricTable.text() + reference.substring(end));
            return;
        }

        assertThat(reference.substring(begin, end))
                .as("run this test with -Dreference=write")
                .isEqualTo(MetricTable.text());
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
