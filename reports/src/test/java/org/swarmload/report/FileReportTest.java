package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.swarmload.chart.Chart;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyRunner;
import org.swarmload.yaml.ScenarioReader;

/** What is said of people who download a file, and what is not. */
class FileReportTest {
    private static StudyResult study;
    private static Report report;

    @BeforeAll
    static void run() {
        Scenario scenario =
                ScenarioReader.read("file-release", List.of(), List.of("audience.viewers=30", "content.size=40MiB"));
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            study = new StudyRunner(engine, 1).run(scenario, List.of(), 1, StudyListener.none());
        }
        report = new ReportBuilder(study).build();
    }

    @Test
    void shouldDrawDownloadsAndNoPictures() {
        assertThat(report.sections().stream().flatMap(section -> section.charts().stream()))
                .extracting(Chart::id)
                .contains("completion-time", "leechers-and-seeds", "bandwidth-by-source", "bytes", "cost")
                .doesNotContain("startup-time", "stalls", "concurrent-viewers");
    }

    @Test
    void shouldCompareTheTimesOfDownloads() {
        Report.Table table = new Comparison(Night.of(study)).table();

        assertThat(table.columns()).contains("com- plete p95", "have the file").doesNotContain("rebuf- fering");
        assertThat(table.rows()).hasSize(3);
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.cells().get(0).text()).isEqualTo("30"));
    }

    @Test
    void shouldSpeakOfFilesAndNotOfPictures() {
        assertThat(report.verdict().sentence()).contains("the whole file").doesNotContain("stalls");
        assertThat(report.assumptions().get(0)).contains("a file of 41.9 MB");
        assertThat(report.sections().get(2).findings()).hasSize(3);
        assertThat(report.sections().get(2).findings().get(0).sentence()).contains("half of those who get the file");
    }

    @Test
    void shouldKeepTheLimitsOfMathematics() {
        assertThat(study.deliveries())
                .flatExtracting(Mathematics::pairs)
                .filteredOn(pair -> pair.bound().metric().startsWith("completion-time"))
                .isNotEmpty()
                .noneMatch(Mathematics.Pair::broken);
    }
}
