package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.swarmload.limits.AudiencePoint;
import org.swarmload.limits.Blame;
import org.swarmload.limits.Fullness;
import org.swarmload.limits.LimitScan;
import org.swarmload.limits.LimitsDesign;
import org.swarmload.limits.LimitsResult;
import org.swarmload.limits.Promise;
import org.swarmload.limits.Resource;
import org.swarmload.limits.Resource.Kind;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.yaml.ScenarioReader;

/** What is said of made-up scans of premiere night. */
class LimitsWordsTest {
    private static final Scenario NIGHT = ScenarioReader.read("premiere-night");
    private static final LimitsDesign DESIGN = design(List.of());
    private static final Long NINE = NIGHT.clock().unlockMicros();

    private static LimitsDesign design(List<String> sets) {
        return LimitsDesign.of(
                new SweepDesign.Source("premiere-night", List.of(), sets),
                ScenarioReader.read("premiere-night", List.of(), sets),
                List.of(),
                new LimitsDesign.Span(null, null, ScenarioReader.MOST_VIEWERS),
                0.02,
                "test");
    }

    /** The login is full at 30,000 and more, the edge never; failures fall as the function says. */
    private static LimitsResult scan(IntFunction<Double> failures) {
        return scan(DESIGN, failures);
    }

    private static LimitsResult scan(LimitsDesign design, IntFunction<Double> failures) {
        return scan(design, NIGHT.objectives().get(0), failures, true);
    }

    private static LimitsResult scan(
            LimitsDesign design, Objective objective, IntFunction<Double> failures, boolean measured) {
        return new LimitScan(
                        design,
                        audiences -> audiences.stream()
                                .map(audience -> {
                                    List<Fullness> resources = List.of(
                                            new Fullness(
                                                    new Resource(Kind.DOOR, "login"),
                                                    audience >= 30_000 ? NINE : null,
                                                    1,
                                                    0),
                                            new Fullness(new Resource(Kind.LINK, "edge:east"), null, 0.3, 0));
                                    double failed = failures.apply(audience) * audience;
                                    Blame blame = new Blame(
                                            audience,
                                            3_600.0 * audience,
                                            Map.of(Harm.START_FAILURE, failed),
                                            Map.of(
                                                    Harm.START_FAILURE,
                                                    Map.of(
                                                            "own-line",
                                                            0.001 * audience,
                                                            "login",
                                                            failed - 0.001 * audience)));
                                    AudiencePoint.Run run = new AudiencePoint.Run(
                                            audience,
                                            resources,
                                            List.of(new Promise(
                                                    objective,
                                                    measured ? failures.apply(audience) : null,
                                                    NINE + 60_000_000)),
                                            blame);
                                    return new AudiencePoint(
                                            audience, 0, List.of(new AudiencePoint.Delivery("hybrid", List.of(run))));
                                })
                                .toList())
                .scan();
    }

    /** Whoever reads a number of viewers must know on which nights it was found. */
    @Test
    void shouldSayOnWhichNightsItStandsWhereSomethingIsUnknown() {
        assertThat(new LimitsWords(scan(audience -> 0.001)).nights()).isEmpty();
        String unknown = "unknowns={audience.viewers: {times: {uniform: [0.8, 1.2]}}}";
        LimitsResult one = scan(design(List.of(unknown, "run.replications=1")), audience -> 0.001);
        assertThat(new LimitsWords(one).nights())
                .hasValueSatisfying(said -> assertThat(said)
                        .matches(
                                "Something is unknown, and this is one night, with audience.viewers (0\\.[89]|1\\.[012])\\d+ times "
                                        + "what is written\\. .*"));
        LimitsResult five = scan(design(List.of(unknown, "run.replications=5")), audience -> 0.001);
        assertThat(new LimitsWords(five).nights())
                .hasValueSatisfying(
                        said -> assertThat(said).contains("the same 5 nights", "draw of audience.viewers."));
    }

    @Test
    void shouldSayWhatIsFullAndWhatFallsFirst() {
        LimitsResult result = scan(audience -> audience >= 50_000 ? 0.01 : 0.001);
        LimitsWords words = new LimitsWords(result);
        assertThat(words.verdict("hybrid").sentence())
                .matches(
                        "hybrid: login is full first, at 30,\\d+ viewers at 21:00; the objective start-failures < 0.5% "
                                + "falls first, at 50,\\d+ viewers at 21:01\\.");
        assertThat(words.relief("hybrid"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .isEqualTo(
                                "Where start-failures < 0.5% falls, 100 % of the lost starts that 5,000 viewers do not have "
                                        + "yet are charged to login (front door)."));
        assertThat(new LimitsTables(result).inOrder("hybrid").rows())
                .extracting(Report.Row::name)
                .containsExactly("login", "start-failures < 0.5%", "edge east");
        assertThat(new LimitsTables(result)
                        .inOrder("hybrid")
                        .rows()
                        .get(2)
                        .cells()
                        .get(0)
                        .text())
                .isEqualTo("> 160,000");
    }

    @Test
    void shouldSayWhereMoreViewersAreBetter() {
        LimitsWords words = new LimitsWords(scan(audience -> audience <= 20_000 ? 0.01 : 0.001));
        assertThat(words.verdict("hybrid").sentence())
                .endsWith("the objective start-failures < 0.5% falls first, already at 5,000 viewers at 21:01 (no more "
                        + "above 20,000).");
        assertThat(words.inOrder("hybrid").get(0).sentence())
                .contains("25 % of the audience written", "does not happen at ", "larger ones");
    }

    @Test
    void shouldDrawOneBarForEachLimitAndTheLineOfWhatIsWritten() {
        Report report = new LimitsReport(scan(audience -> audience >= 50_000 ? 0.01 : 0.001)).build();
        org.swarmload.chart.BarChart lead = (org.swarmload.chart.BarChart) report.lead();
        assertThat(lead.rows()).hasSize(3);
        assertThat(lead.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.x()).isEqualTo(20_000);
            assertThat(mark.label()).isEqualTo("as written: 20,000");
        });
        assertThat(report.charts())
                .extracting(chart -> chart.id())
                .containsExactly("limits-hybrid", "lost-starts-hybrid");
    }

    @Test
    void shouldNotSayThatAnObjectiveHoldsWhichNobodyMeasured() {
        LimitsResult result = scan(DESIGN, NIGHT.objectives().get(0), audience -> 0.001, false);
        assertThat(new LimitsWords(result).verdict("hybrid").sentence())
                .endsWith("; no objective was measured.")
                .doesNotContain("no objective falls");
        assertThat(new LimitsWords(scan(audience -> 0.001)).verdict("hybrid").sentence())
                .endsWith("; no objective falls up to 160,000 viewers.");
    }

    /** Who is refused at the door has lost a start and stalls nowhere. */
    @Test
    void shouldChargeRefusalsToLostStarts() {
        Objective refused = ScenarioReader.read(
                        "premiere-night", List.of(), List.of("objectives=[blocked-share < 0.5%]"))
                .objectives()
                .get(0);
        LimitsResult result = scan(DESIGN, refused, audience -> audience >= 50_000 ? 0.01 : 0.001, true);
        assertThat(new LimitsWords(result).relief("hybrid"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .startsWith("Where blocked-share < 0.5% falls, 100 % of the lost starts ")
                        .endsWith(" are charged to login (front door)."));
    }

    @Test
    void shouldNotPromiseAnExactnessThatAnInterruptedScanHasNot() {
        LimitsResult whole = scan(audience -> audience >= 50_000 ? 0.01 : 0.001);
        LimitsResult cut = new LimitsResult(whole.design(), whole.points(), whole.limits(), true);
        assertThat(method(whole)).contains("Each audience named is at most 2.0 % above one that was run");
        assertThat(method(cut)).contains("may be more than 2.0 % above").doesNotContain("Each audience named");
    }

    private static String method(LimitsResult result) {
        List<Report.Section> sections = new LimitsReport(result).build().sections();
        return sections.get(sections.size() - 1).findings().toString();
    }
}
