package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.swarmload.sim.theory.Refusal.refused;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuesTest {
    @ParameterizedTest
    @CsvSource({".8, 4, 2", ".9, 9, 4.5"})
    void shouldGiveTheWaitsOfOneServer(double load, double exponential, double constant) {
        assertThat(MG1.exponentialServiceWaitSeconds(load, 1)).isCloseTo(exponential, within(1e-12));
        assertThat(MG1.constantServiceWaitSeconds(load, 1)).isCloseTo(constant, within(1e-12));
        assertThat(MG1.exponentialServiceWaitSeconds(load, 1))
                .isCloseTo(Erlang.meanWaitSeconds(load, 1, 1), within(1e-12));
    }

    /** Half of the services last 0.1 s, half 0.9 s. */
    @Test
    void shouldGiveTheWaitOfTwoKindsOfService() {
        assertThat(MG1.meanWaitSeconds(1, 0.5, 0.41)).isCloseTo(0.41, within(1e-12));
    }

    @Test
    void shouldTellSharingFromAQueue() {
        ProcessorSharing link = ProcessorSharing.unlimited(8, 1e6, 10e6);

        assertThat(link.load()).isCloseTo(0.8, within(1e-15));
        assertThat(link.meanSeconds()).isCloseTo(0.5, within(1e-12));
        assertThat(link.meanNumber()).isCloseTo(4, within(1e-12));
        assertThat(link.meanSeconds(0.5e6)).isCloseTo(0.25, within(1e-12));
        assertThat(link.meanSeconds(2e6)).isCloseTo(1, within(1e-12));
        assertThat(link.meanBps()).isCloseTo(2e6, within(1e-5));
        assertThat(MG1.exponentialServiceWaitSeconds(8, 0.1) + 0.05).isCloseTo(0.45, within(1e-12));
    }

    @Test
    void shouldBePlainSharingWhenTheLimitIsTheLink() {
        ProcessorSharing plain = ProcessorSharing.unlimited(8, 1e6, 10e6);

        for (double limit : new double[] {10e6, 11e6, 1e12}) {
            ProcessorSharing limited = new ProcessorSharing(8, 1e6, 10e6, limit);
            assertThat(limited.meanNumber()).isCloseTo(plain.meanNumber(), within(1e-12));
        }
    }

    /** Against the weights a^n / prod min(k, C/r), summed one by one. */
    @ParameterizedTest
    @CsvSource({"8, 10e6, 4e6", "8, 10e6, 2.5e6", "9.5, 10e6, 3e5", "1, 10e6, 0.7e6", "0.2, 10e6, 6e6"})
    void shouldAgreeWithTheSumOverAllStates(double arrivals, double linkBps, double flowBps) {
        double weight = 1;
        double all = 0;
        double number = 0;
        for (int n = 0; n < 5_000; n++) {
            weight *= n == 0 ? 1 : arrivals * 1e6 / Math.min(n * flowBps, linkBps);
            all += weight;
            number += n * weight;
        }

        ProcessorSharing link = new ProcessorSharing(arrivals, 1e6, linkBps, flowBps);

        assertThat(link.meanNumber()).isCloseTo(number / all, withinPercentage(1e-9));
        assertThat(link.meanSeconds()).isCloseTo(number / all / arrivals, withinPercentage(1e-9));
    }

    @Test
    void shouldBeMMcWhenTheLinkIsAMultipleOfTheLimit() {
        ProcessorSharing link = new ProcessorSharing(8, 1e6, 10e6, 1e6);

        assertThat(link.meanNumber()).isCloseTo(8 + 8 * Erlang.meanWaitSeconds(8, 10, 1), within(1e-12));
    }

    @Test
    void shouldGiveEveryFlowItsOwnRateOnAnIdleLink() {
        ProcessorSharing link = new ProcessorSharing(1_000, 1e6, 100e9, 5e6);

        assertThat(link.meanBps()).isCloseTo(5e6, within(1e-3));
        assertThat(link.meanSeconds(2e6)).isCloseTo(0.4, within(1e-9));
        assertThat(link.meanNumber()).isCloseTo(200, within(1e-9));
    }

    @Test
    void shouldGiveOneClubsDriftAndVariance() {
        OneClub grows = new OneClub(2, 1);
        OneClub shrinks = new OneClub(1, 2);

        assertThat(grows.meanChange(600)).isEqualTo(600);
        assertThat(shrinks.meanChange(600)).isEqualTo(-600);
        assertThat(StrictMath.sqrt(grows.variance(600))).isCloseTo(42, within(0.5));
        assertThat(grows.stable()).isFalse();
        assertThat(shrinks.stable()).isTrue();
    }

    @Test
    void shouldGiveTheDeterministicOverload() {
        FluidQueue queue = FluidQueue.unlimited(2_000, 60, 1_000);

        assertThat(queue).isEqualTo(new FluidQueue(60_000, 120, 60, 30, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void shouldGiveTheDeterministicOverloadOfALimitedRoom() {
        FluidQueue queue = FluidQueue.limited(2_000, 60, 1_000, 10_000);

        assertThat(queue.dropped()).isEqualTo(50_000);
        assertThat(queue.fullFromSeconds()).isEqualTo(10);
        assertThat(queue.emptyAtSeconds()).isEqualTo(70);
        assertThat(queue.peakBacklog()).isEqualTo(10_000);
        assertThat(queue.maxWaitSeconds()).isEqualTo(10);
        // 20,000 wait 5 s on average, 50,000 wait 10 s
        assertThat(queue.meanWaitSeconds()).isCloseTo(600_000.0 / 70_000, within(1e-12));
    }

    @Test
    void shouldKnowRoomsThatAreLargeEnoughOrNone() {
        assertThat(FluidQueue.limited(2_000, 60, 1_000, 60_000)).isEqualTo(FluidQueue.unlimited(2_000, 60, 1_000));
        assertThat(FluidQueue.unlimited(1_000, 60, 1_000))
                .isEqualTo(new FluidQueue(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY));
        assertThat(FluidQueue.limited(2_000, 60, 1_000, 0)).isEqualTo(new FluidQueue(0, 0, 0, 0, 60_000, 0));
    }

    @Test
    void shouldShareALink() {
        double[] limits = {1e6, 4e6, 20e6};

        assertThat(MaxMinLink.rates(10e6, limits)).containsExactly(1e6, 4e6, 5e6);
        assertThat(MaxMinLink.finishSeconds(10e6, limits, new double[] {10e6, 10e6, 10e6}))
                .containsExactly(new double[] {10, 2.5, 2}, within(1e-12));
        assertThat(MaxMinLink.rates(100e6, limits)).containsExactly(limits);
        assertThat(MaxMinLink.rates(9e6, new double[] {9e6, 9e6, 9e6})).containsExactly(3e6, 3e6, 3e6);
        assertThat(MaxMinLink.rates(1, new double[0])).isEmpty();
    }

    /** 30 Mbit/s shared by 100 equal clients: all end at N F / u_s. */
    @Test
    void shouldEndAsTheClientServerTimeSays() {
        double[] limits = new double[100];
        double[] sizes = new double[100];
        Arrays.fill(limits, 2e6);
        Arrays.fill(sizes, 15e9);

        assertThat(MaxMinLink.finishSeconds(30e6, limits, sizes)[99])
                .isCloseTo(KumarRoss.clientServer(15e9, 30e6, 100, 2e6).seconds(), within(1e-6));
    }

    @Test
    void shouldRefuseBadArguments() {
        refused(() -> MG1.meanWaitSeconds(2, 0.5, 1), "The load must be below 1, not 1.0");
        refused(() -> MG1.meanWaitSeconds(0, 0.5, 1), "arrival rate");
        refused(() -> MG1.meanWaitSeconds(1, 0.5, 0.2), "second moment");
        refused(() -> ProcessorSharing.unlimited(10, 1e6, 10e6), "load");
        refused(() -> ProcessorSharing.unlimited(1, 1e6, 10e6).meanSeconds(0), "size");
        refused(() -> new ProcessorSharing(1, 1e6, 10e6, 0), "rate of a flow");
        refused(() -> new ProcessorSharing(1, 1e3, 10e15, 1).meanNumber(), "at most");
        refused(() -> new OneClub(-1, 1), "arrival rate");
        refused(() -> new OneClub(1, 1).meanChange(-1), "time");
        refused(() -> new OneClub(1, 1).variance(-1), "time");
        refused(() -> FluidQueue.unlimited(0, 1, 1), "arrival rate");
        refused(() -> FluidQueue.limited(1, 1, 1, -1), "room");
        refused(() -> MaxMinLink.rates(0, new double[1]), "link");
        refused(() -> MaxMinLink.rates(1, new double[] {-1}), "limit");
        refused(() -> MaxMinLink.finishSeconds(1, new double[1], new double[2]), "a limit and a size");
        refused(() -> MaxMinLink.finishSeconds(1, new double[1], new double[] {1}), "limit of a transfer");
    }
}
