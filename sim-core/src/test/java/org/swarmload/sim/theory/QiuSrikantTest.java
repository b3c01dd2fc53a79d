package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.swarmload.sim.theory.Refusal.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.theory.QiuSrikant.Population;

class QiuSrikantTest {
    private static final QiuSrikant DOWNLOAD_LIMITED = new QiuSrikant(4, .00125, .002, .001, .001, 1);
    private static final QiuSrikant UPLOAD_LIMITED = new QiuSrikant(4, .00125, .002, .001, .005, 1);

    @ParameterizedTest
    @CsvSource({
        ".04, .001, 13.3333, 26.6667, 333.333, true",
        ".4, .001, 133.333, 266.667, 333.333, true",
        "4, .001, 1333.33, 2666.67, 333.333, true",
        ".04, .005, 15, 5, 375, false",
        "4, .005, 1500, 500, 375, false",
    })
    void shouldGiveTheSteadyStatesOfThePaper(
            double arrivals, double leave, double leechers, double seeds, double seconds, boolean byDownload) {
        QiuSrikant swarm = new QiuSrikant(arrivals, .00125, .002, .001, leave, 1);

        assertThat(swarm.steadyState().leechers()).isCloseTo(leechers, withinPercentage(0.001));
        assertThat(swarm.steadyState().seeds()).isCloseTo(seeds, withinPercentage(0.001));
        assertThat(swarm.meanLeechingSeconds()).isCloseTo(seconds, withinPercentage(0.001));
        assertThat(swarm.downloadLimited()).isEqualTo(byDownload);
    }

    @ParameterizedTest
    @CsvSource({".004, 1, 375, 125, 750", ".002, 1, 250, 250, 500", ".004, .915, 409.836, 125, 819.672"})
    void shouldGiveTheSteadyStatesWithoutAborts(
            double leave, double effectiveness, double leechers, double seeds, double seconds) {
        QiuSrikant swarm = new QiuSrikant(.5, .001, .004, 0, leave, effectiveness);

        assertThat(swarm.steadyState().leechers()).isCloseTo(leechers, withinPercentage(0.001));
        assertThat(swarm.steadyState().seeds()).isCloseTo(seeds, withinPercentage(0.001));
        assertThat(swarm.meanLeechingSeconds()).isCloseTo(seconds, withinPercentage(0.001));
        assertThat(swarm.steadyState().leechers()).isCloseTo(.5 * swarm.meanLeechingSeconds(), within(1e-9));
    }

    @Test
    void shouldFollowTheTransientThatDownlinksLimit() {
        List<Population> populations =
                DOWNLOAD_LIMITED.after(new Population(0, 1), List.of(500.0, 1_000.0, 2_000.0, 5_000.0));

        assertThat(populations)
                .extracting(Population::leechers)
                .satisfiesExactly(
                        x -> assertThat(x).isCloseTo(1122.5, within(0.05)),
                        x -> assertThat(x).isCloseTo(1293.3, within(0.05)),
                        x -> assertThat(x).isCloseTo(1331.3, within(0.05)),
                        x -> assertThat(x).isCloseTo(1333.3, within(0.05)));
        assertThat(populations)
                .extracting(Population::seeds)
                .satisfiesExactly(
                        y -> assertThat(y).isCloseTo(452.0, within(0.05)),
                        y -> assertThat(y).isCloseTo(1235.6, within(0.05)),
                        y -> assertThat(y).isCloseTo(2127.5, within(0.05)),
                        y -> assertThat(y).isCloseTo(2639.7, within(0.05)));
    }

    @Test
    void shouldFollowTheTransientThatUplinksLimit() {
        List<Population> populations = UPLOAD_LIMITED.after(new Population(0, 1), List.of(500.0, 1_000.0, 2_000.0));

        assertThat(populations)
                .extracting(Population::leechers)
                .satisfiesExactly(
                        x -> assertThat(x).isCloseTo(1152.7, within(0.05)),
                        x -> assertThat(x).isCloseTo(1438.7, within(0.05)),
                        x -> assertThat(x).isCloseTo(1500.4, within(0.05)));
        assertThat(populations)
                .extracting(Population::seeds)
                .satisfiesExactly(
                        y -> assertThat(y).isCloseTo(241.7, within(0.05)),
                        y -> assertThat(y).isCloseTo(423.7, within(0.05)),
                        y -> assertThat(y).isCloseTo(497.1, within(0.05)));
    }

    /** Downlinks limit from the start: x' = lam - (theta + c) x. */
    @Test
    void shouldFollowTheClosedFormWhereTheEquationIsLinear() {
        QiuSrikant swarm = new QiuSrikant(4, .01, .002, .001, .001, 1);

        assertThat(swarm.after(new Population(0, 0), 700).leechers())
                .isCloseTo(4 / .003 * -StrictMath.expm1(-.003 * 700), withinPercentage(1e-6));
    }

    @Test
    void shouldReachTheSteadyState() {
        for (QiuSrikant swarm :
                List.of(DOWNLOAD_LIMITED, UPLOAD_LIMITED, new QiuSrikant(.5, .001, .004, 0, .004, .9))) {
            Population late = swarm.after(new Population(0, 1), 1e5);
            assertThat(late.leechers()).isCloseTo(swarm.steadyState().leechers(), withinPercentage(1e-5));
            assertThat(late.seeds()).isCloseTo(swarm.steadyState().seeds(), withinPercentage(1e-5));
        }
    }

    @Test
    void shouldStayInTheSteadyState() {
        Population steady = UPLOAD_LIMITED.steadyState();

        assertThat(UPLOAD_LIMITED.after(steady, 1_000).leechers()).isCloseTo(1_500, within(1e-4));
        assertThat(UPLOAD_LIMITED.after(steady, 0)).isEqualTo(steady);
    }

    @Test
    void shouldRefuseBadArguments() {
        refused(() -> new QiuSrikant(0, 1, 1, 1, 1, 1), "arrival rate");
        refused(() -> new QiuSrikant(1, 0, 1, 1, 1, 1), "upload rate");
        refused(() -> new QiuSrikant(1, 1, 0, 1, 1, 1), "download rate");
        refused(() -> new QiuSrikant(1, 1, 1, -1, 1, 1), "abort rate");
        refused(() -> new QiuSrikant(1, 1, 1, 1, 0, 1), "leave rate");
        refused(() -> new QiuSrikant(1, 1, 1, 1, 1, 1.1), "effectiveness");
        refused(() -> new QiuSrikant(1, 1, 1, 1, 1, 0), "effectiveness");
        refused(() -> new Population(-1, 0), "leechers");
        refused(() -> new Population(0, -1), "seeds");
        refused(() -> UPLOAD_LIMITED.after(new Population(0, 1), -1), "time");
        refused(() -> UPLOAD_LIMITED.after(new Population(0, 1), List.of(2.0, 1.0)), "times must rise");
    }
}
