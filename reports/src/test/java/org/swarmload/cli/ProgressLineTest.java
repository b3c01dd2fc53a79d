package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.swarmload.study.StudyListener.Progress;
import org.swarmload.yaml.ScenarioReader;

/** What people read while they wait. */
class ProgressLineTest {
    private long seconds;

    private final StringWriter said = new StringWriter();
    private final ProgressLine line = new ProgressLine(
            new PrintWriter(said, true), ScenarioReader.read("premiere-night"), false, () -> seconds * 1_000_000_000);

    private String at(long now, int finished, int planned, double fraction) {
        seconds = now;
        said.getBuffer().setLength(0);
        line.onProgress(new Progress(finished, planned, fraction, "hybrid", 0, 5, 1_234));
        return said.toString().strip();
    }

    @Test
    void shouldSayWhatIsLeftOfTheBatchUnderWay() {
        assertThat(at(20, 0, 2, 0.5))
                .startsWith("50 %  0 of 2 simulations done, hybrid at ")
                .endsWith("1,234 viewers, 0:20, about 0:20 left");
        assertThat(at(40, 2, 2, 1)).as("the end of a batch").isEmpty();
        assertThat(at(60, 0, 4, 0.01)).endsWith("viewers, 1:00");
        assertThat(at(70, 0, 4, 0.1)).endsWith("viewers, 1:10, about 1:30 for the rest of these");
        assertThat(at(75, 1, 4, 0.2)).as("too soon after the last line").isEmpty();
    }
}
