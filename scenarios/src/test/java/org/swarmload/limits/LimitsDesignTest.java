package org.swarmload.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.limits.LimitsDesign.Span;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.yaml.ScenarioReader;

class LimitsDesignTest {
    private static final int MOST = ScenarioReader.MOST_VIEWERS;

    @TempDir
    Path folder;

    private LimitsDesign design(Span span) throws IOException {
        SweepDesign.Source source = SmallNight.in(folder);
        return LimitsDesign.of(source, SmallNight.read(source), List.of(), span, 0.02, "test");
    }

    @Test
    void shouldDoubleFromAQuarterToEightTimesWhatIsWritten() throws IOException {
        LimitsDesign design = design(new Span(null, null, MOST));
        assertThat(design.written()).isEqualTo(800);
        assertThat(design.ladder()).containsExactly(200, 400, 800, 1_600, 3_200, 6_400);
        assertThat(design.deliveries()).as("the one that decides").containsExactly("servers");
    }

    @Test
    void shouldGoAsFarAsAskedOrAsFits() throws IOException {
        assertThat(design(new Span(300, 2_000, MOST)).ladder()).containsExactly(300, 400, 800, 1_600, 2_000);
        assertThat(design(new Span(null, null, 1_000)).ladder()).containsExactly(200, 400, 800, 1_000);
        assertThat(design(new Span(1_000, 9_000, MOST)).ladder()).containsExactly(1_000, 1_600, 3_200, 6_400, 9_000);
        assertThatThrownBy(() -> design(new Span(900, 900, MOST)))
                .isInstanceOf(SweepDesign.Impossible.class)
                .hasMessageContaining("nothing to look for");
    }

    @Test
    void shouldCutEveryAudienceAsTheLargestOne() {
        SweepDesign.Source night = new SweepDesign.Source("premiere-night", List.of(), List.of());
        LimitsDesign design = LimitsDesign.of(
                night,
                ScenarioReader.read("premiere-night"),
                List.of("hybrid"),
                new Span(null, 132_000, MOST),
                0.02,
                "test");
        assertThat(design.cells().viewersPerCell()).isEqualTo(22_000);
        assertThat(design.cellsAt(66_000)).isEqualTo(3);
        assertThat(ScenarioCompiler.compile(design.at(66_000), "hybrid", 0).cells())
                .isEqualTo(3);
        assertThat(design.cellsAt(33_500)).as("auto would take one").isEqualTo(2);
        assertThat(design.at(66_000).audience().viewers()).isEqualTo(66_000);
    }

    @Test
    void shouldRefuseAnAudienceThatDoesNotScale() {
        for (String name : List.of("swarm-999", "file-release")) {
            SweepDesign.Source source = new SweepDesign.Source(name, List.of(), List.of());
            assertThatThrownBy(() -> LimitsDesign.of(
                            source,
                            ScenarioReader.read(
                                    name,
                                    List.of(),
                                    List.of("audience.arrivals=[{count: 10, at: 0s}, {share: 100%, at: 1s}]")),
                            List.of(),
                            new Span(null, null, MOST),
                            0.02,
                            "test"))
                    .isInstanceOf(SweepDesign.Impossible.class)
                    .hasMessageContaining("cannot be scaled")
                    .hasMessageContaining("Maybe write audience.viewers");
        }
    }
}
