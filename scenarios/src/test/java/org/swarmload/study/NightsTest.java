package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.OverNights.Spread;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.yaml.ScenarioReader;

/** A study over forty nights that differ in what is unknown. */
class NightsTest {
    private static final String FILE =
            Path.of("src/test/resources/forty-nights.yaml").toString();

    private static Scenario scenario;
    private static StudyResult study;

    @BeforeAll
    static void simulate() {
        scenario = ScenarioReader.read(FILE);
        study = study(scenario, List.of(), 2);
    }

    private static StudyResult study(Scenario scenario, List<String> deliveries, int threads) {
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            return new StudyRunner(engine, threads)
                    .run(scenario, deliveries, scenario.run().replications(), StudyListener.none());
        }
    }

    private static Scenario with(String... sets) {
        return ScenarioReader.read(FILE, List.of(), List.of(sets));
    }

    private static DeliveryResult of(StudyResult result, String delivery) {
        return result.deliveries().stream()
                .filter(one -> one.name().equals(delivery))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldSimulateEachNightsOwnScenario() {
        for (RunResult run : of(study, "hybrid").runs()) {
            assertThat(run.outcomes().viewers())
                    .isEqualTo(scenario.night(run.replication()).audience().viewers());
        }
        assertThat(of(study, "hybrid").runs())
                .extracting(run -> run.outcomes().viewers())
                .isEqualTo(of(study, "server").runs().stream()
                        .map(run -> run.outcomes().viewers())
                        .toList());
        assertThat(study(scenario, List.of(), 1).digest()).isEqualTo(study.digest());
    }

    /** The text of a night is a scenario of its own, and the same replication of it is the same run. */
    @Test
    void shouldReproduceANightFromItsText(@TempDir Path folder) throws Exception {
        for (int night : new int[] {0, 3}) {
            Path file = Files.writeString(
                    folder.resolve("night-" + night + ".yaml"),
                    scenario.night(night).effectiveYaml());
            Scenario alone =
                    ScenarioReader.read(file.toString(), List.of(), List.of("run.replications=" + (night + 1)));
            assertThat(alone.nights().areCertain()).isTrue();
            assertThat(of(study(alone, List.of("hybrid"), 2), "hybrid")
                            .runs()
                            .get(night)
                            .digest())
                    .isEqualTo(of(study, "hybrid").runs().get(night).digest());
        }
    }

    @Test
    void shouldCountTheNightsOnWhichAllObjectivesHold() {
        NightsHeld held = of(study, "hybrid").nights().held();
        long counted = of(study, "hybrid").runs().stream()
                .filter(run -> run.outcomes().rebufferingRatio() < 0.01
                        && run.startupSeconds().quantile(0.95) < 8)
                .count();
        assertThat(held.nights()).isEqualTo(40);
        assertThat((long) held.held()).isEqualTo(counted).isBetween(5L, 39L);
        assertThat(held.share()).isBetween(held.low(), held.high());
        assertThat(of(study, "server").nights().held().held()).isNotEqualTo(held.held());
    }

    /** Each night is billed at the price that it draws: 5 to 15 a gigabyte, on what its own origin sent. */
    @Test
    void shouldBillEachNightAtItsOwnPrice() {
        DeliveryResult server = of(study, "server");
        double[] bills = server.runs().stream()
                .mapToDouble(run -> RunFigures.of(run, scenario, "server").get("cost"))
                .toArray();
        for (int night = 0; night < 40; night++) {
            double price = scenario.nights().unknowns().get(3).draw(40, night).value();
            double gigabytes = server.runs().get(night).traffic().originBytes() / 1e9;
            assertThat(bills[night]).isCloseTo(price * gigabytes, within(0.006));
        }
        assertThat(server.metrics().get("cost").mean())
                .isCloseTo(java.util.Arrays.stream(bills).average().orElseThrow(), within(1e-9));
        Spread cost = server.nights().spreads().get("cost");
        long within = java.util.Arrays.stream(bills)
                .filter(bill -> bill >= cost.p10() && bill <= cost.p90())
                .count();
        assertThat(within).isEqualTo(32);
        assertThat(server.invoice().total().doubleValue())
                .isEqualTo(bills[server.nights().billedNight()])
                .isBetween(cost.p10(), cost.p90());
        assertThat(java.util.Arrays.stream(bills)
                        .filter(bill -> bill < server.invoice().total().doubleValue())
                        .count())
                .isEqualTo(19);
    }

    @Test
    void shouldSayNothingOfNightsWithoutUnknowns() {
        StudyResult certain = study(with("unknowns={}", "run.replications=3"), List.of("hybrid"), 2);
        assertThat(of(certain, "hybrid").nights()).isNull();
        assertThat(of(certain, "hybrid").runs())
                .extracting(run -> run.outcomes().viewers())
                .containsOnly(100L);
        assertThat(of(certain, "hybrid").bounds()).isNotEmpty();
        assertThat(of(study, "hybrid").bounds()).isEmpty();
    }

    /** Whoever takes an unknown away, or adds one, has the same draws of the others. */
    @Test
    void shouldTakeUnknownsAwayOneByOne() {
        Scenario fewer = with("unknowns.audience.viewers=!remove");
        assertThat(fewer.nights().unknowns()).hasSize(3);
        assertThat(fewer.night(5).audience().viewers()).isEqualTo(100);
        assertThat(fewer.night(5).delivery("hybrid"))
                .isEqualTo(scenario.night(5).delivery("hybrid"));
        Scenario other = with("unknowns.audience.viewers={times: {uniform: [2, 3]}}");
        assertThat(other.night(5).audience().viewers()).isBetween(200, 300);
    }

    @Test
    void shouldForeseeTheMemoryOfTheLargestNight() {
        int largest = IntStream.range(0, 40)
                .map(night -> scenario.night(night).audience().viewers())
                .max()
                .orElseThrow();
        assertThat(MemoryPlan.of(scenario, List.of("hybrid"), 1)
                        .largest()
                        .memory()
                        .viewers())
                .isEqualTo(largest)
                .isGreaterThan(130);
    }

    /** Against tables of Clopper and Pearson's interval, and its closed form where all or none hold. */
    @Test
    void shouldKnowTheBinomialInterval() {
        assertThat(said(NightsHeld.of(100, 96))).isEqualTo("0.9007 to 0.9890");
        assertThat(said(NightsHeld.of(10, 5))).isEqualTo("0.1871 to 0.8129");
        assertThat(said(NightsHeld.of(20, 1))).isEqualTo("0.0013 to 0.2487");
        assertThat(NightsHeld.of(40, 40).low()).isCloseTo(Math.pow(0.025, 1 / 40.0), within(1e-12));
        assertThat(NightsHeld.of(40, 40).high()).isEqualTo(1);
        assertThat(NightsHeld.of(40, 0).high()).isCloseTo(1 - Math.pow(0.025, 1 / 40.0), within(1e-12));
        assertThat(NightsHeld.of(1_000, 999).high()).isBetween(0.9999, 1.0);
    }

    /** Whatever the share of nights that hold is, the interval has it in 95 of 100 studies, or more. */
    @Test
    void shouldHoldTheTrueShareOftenEnough() {
        int nights = 40;
        for (double share : new double[] {0.03, 0.2, 0.5, 0.825, 0.97}) {
            double chance = StrictMath.pow(1 - share, nights);
            double covered = 0;
            for (int held = 0; held <= nights; held++) {
                NightsHeld one = NightsHeld.of(nights, held);
                covered += one.low() <= share && share <= one.high() ? chance : 0;
                chance *= (double) (nights - held) / (held + 1) * share / (1 - share);
            }
            assertThat(covered).as("share %s", share).isBetween(0.95, 1.0);
        }
    }

    /** Forty nights foretell two hundred others. */
    @Test
    void shouldHoldAsOftenOnFreshNights() {
        StudyResult fresh = study(with("seed=41", "run.replications=200"), List.of("hybrid"), 2);
        NightsHeld foretold = of(study, "hybrid").nights().held();
        assertThat(of(fresh, "hybrid").nights().held().share()).isBetween(foretold.low(), foretold.high());
        double chance = foretold.share();
        assertThat(of(fresh, "hybrid").nights().held().low()).isLessThan(chance);
        assertThat(of(fresh, "hybrid").nights().held().high()).isGreaterThan(chance);
    }

    private static String said(NightsHeld held) {
        return String.format(Locale.ROOT, "%.4f to %.4f", held.low(), held.high());
    }

    @Test
    void shouldSpreadBetweenValues() {
        assertThat(Spread.of(5)).isEqualTo(new Spread(5, 5, 5));
        assertThat(Spread.of(2, 0, 1, 4, 3, 5, 6, 10, 8, 9, 7)).isEqualTo(new Spread(1, 5, 9));
        assertThat(Spread.of(1, 2).p90()).isCloseTo(1.9, within(1e-12));
    }
}
