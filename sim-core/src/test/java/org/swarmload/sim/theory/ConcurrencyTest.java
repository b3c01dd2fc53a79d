package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.swarmload.sim.theory.Refusal.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyTest {
    private static final PremiereArrivals PREMIERE = new PremiereArrivals(100, 600, 1_200);

    @ParameterizedTest
    @CsvSource({
        "300, 7500",
        "600, 30000",
        "1200, 77216",
        "1800, 105854",
        "3600, 140150",
        "3647, 140344",
        "4200, 114026",
        "5400, 41948",
    })
    void shouldGiveTheViewersOfAPremiere(double at, double viewers) {
        double numeric = arrivals(Math.max(0, at - 3_600), at);

        assertThat(PREMIERE.present(3_600, at)).isCloseTo(viewers, within(0.5));
        assertThat(numeric).isCloseTo(PREMIERE.present(3_600, at), withinPercentage(1e-4));
    }

    /** The integral of the rate by the midpoints of small steps. */
    private static double arrivals(double from, double to) {
        int steps = 100_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += PREMIERE.perSecond(from + (to - from) * (i + 0.5) / steps);
        }
        return sum * (to - from) / steps;
    }

    @Test
    void shouldFindThePeakOfAPremiere() {
        double peak = PREMIERE.peakSeconds(3_600);

        assertThat(PREMIERE.total()).isEqualTo(150_000);
        assertThat(PREMIERE.until(1e9)).isEqualTo(150_000);
        assertThat(peak).isCloseTo(3_647, within(0.5));
        assertThat(PREMIERE.present(3_600, peak)).isCloseTo(140_344, within(0.5));
        assertThat(PREMIERE.present(3_600, peak) * 5e6).isCloseTo(701.7e9, within(0.05e9));
    }

    @ParameterizedTest
    @CsvSource({"3600", "600", "100", "1"})
    void shouldHaveLessOnBothSidesOfThePeak(double stay) {
        double peak = PREMIERE.peakSeconds(stay);

        assertThat(PREMIERE.present(stay, peak)).isGreaterThan(PREMIERE.present(stay, peak - stay / 100));
        assertThat(PREMIERE.present(stay, peak)).isGreaterThan(PREMIERE.present(stay, peak + stay / 100));
    }

    @Test
    void shouldHaveNobodyBeforeTheStart() {
        assertThat(PREMIERE.perSecond(-1)).isZero();
        assertThat(PREMIERE.until(-1)).isZero();
        assertThat(PREMIERE.present(3_600, 0)).isZero();
        assertThat(PREMIERE.perSecond(600)).isEqualTo(100);
        assertThat(PREMIERE.perSecond(300)).isEqualTo(50);
    }

    @Test
    void shouldCountThoseOfTheLastSoManySeconds() {
        assertThat(Concurrency.constantStay(PREMIERE::until, 3_600, 4_200)).isEqualTo(PREMIERE.present(3_600, 4_200));
    }

    @ParameterizedTest
    @CsvSource({
        ".5, .2131",
        "1, .3679",
        "2, .5677",
        "5, .8013",
        "10, .9000",
        "50, .9800",
        "100, .9900",
        "1000, .9990",
    })
    void shouldGiveTheOffloadOfASmallSwarm(double viewers, double offload) {
        assertThat(PeerAssist.offload(viewers)).isCloseTo(offload, within(5e-5));
    }

    @Test
    void shouldLoseNoDigitsInTinySwarms() {
        assertThat(PeerAssist.offload(0)).isZero();
        assertThat(PeerAssist.offload(1e-9)).isCloseTo(0.5e-9, withinPercentage(1e-7));
        assertThat(PeerAssist.offload(0.000999999)).isCloseTo(PeerAssist.offload(0.001), withinPercentage(1e-3));
    }

    @Test
    void shouldBoundTheRateOfAStream() {
        assertThat(StreamingBound.greatestBps(10e6, 100, 90e6)).isCloseTo(1e6, within(1e-6));
        assertThat(StreamingBound.bestContinuity(10e6, 100, 90e6, 0.8e6)).isOne();
        assertThat(StreamingBound.bestContinuity(10e6, 100, 90e6, 1.25e6)).isCloseTo(0.8, within(1e-12));
        assertThat(StreamingBound.fullStreams(10e6, 1.25e6)).isEqualTo(8);
        assertThat(StreamingBound.greatestBps(1e6, 100, 900e6)).isEqualTo(1e6);
        assertThat(StreamingBound.greatestBps(1e6, 100, 0)).isEqualTo(1e4);
    }

    @Test
    void shouldRefuseBadArguments() {
        refused(() -> Concurrency.constantStay(s -> s, 0, 1), "stay");
        refused(() -> Concurrency.constantStay(s -> s, 1, -1), "time");
        refused(() -> new PremiereArrivals(0, 1, 1), "arrival rate");
        refused(() -> new PremiereArrivals(1, 0, 1), "rise");
        refused(() -> new PremiereArrivals(1, 1, 0), "decay");
        refused(() -> PREMIERE.peakSeconds(0), "stay");
        refused(() -> PeerAssist.offload(-1), "viewers");
        refused(() -> StreamingBound.greatestBps(0, 1, 1), "server's uplink");
        refused(() -> StreamingBound.greatestBps(1, 0, 1), "peers");
        refused(() -> StreamingBound.greatestBps(1, 1, -1), "peers' uplink");
        refused(() -> StreamingBound.bestContinuity(1, 1, 1, 0), "bit rate");
        refused(() -> StreamingBound.fullStreams(1, 0), "bit rate");
    }
}
