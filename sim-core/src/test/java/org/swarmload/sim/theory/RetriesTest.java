package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.swarmload.sim.theory.Refusal.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    @ParameterizedTest
    @CsvSource({".5, .5, 1.5, 1.25, .6", ".8, .2, 19.2, 4.64, .827586207", ".8, 1, 6.4, 7.2, .888888889"})
    void shouldGiveTheOrbitOfOneServer(double arrivals, double retries, double orbit, double attempts, double blocked) {
        Retrial queue = Retrial.singleServer(arrivals, 1, retries);

        assertThat(queue.meanOrbit()).isCloseTo(orbit, within(1e-12));
        assertThat(queue.blocking()).isCloseTo(arrivals, within(1e-12));
        assertThat(queue.attemptsPerSecond()).isCloseTo(attempts, within(1e-12));
        assertThat(queue.blockedShareOfAttempts()).isCloseTo(blocked, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({".5, 1, .5", ".8, 1, .2", ".8, 1, 1", "2.85, 3, 10", ".01, 1, .001"})
    void shouldSolveTheChainOfOneServer(double arrivals, double services, double retries) {
        Retrial closed = Retrial.singleServer(arrivals, services, retries);
        Retrial chain = Retrial.servers(arrivals, services, retries, 1);

        assertThat(chain.meanOrbit()).isCloseTo(closed.meanOrbit(), withinPercentage(1e-7));
        assertThat(chain.blocking()).isCloseTo(closed.blocking(), withinPercentage(1e-9));
    }

    /** The balance equations of all states, solved as one dense system. */
    @ParameterizedTest
    @CsvSource({"2, .3, 3, 4.7620968421977405, .3729789512725948", "7, 2, 10, 1.0744999535056154, .15628650053801318"})
    void shouldAgreeWithADenseSolution(double arrivals, double retries, int servers, double orbit, double blocking) {
        Retrial queue = Retrial.servers(arrivals, 1, retries, servers);

        assertThat(queue.meanOrbit()).isCloseTo(orbit, withinPercentage(1e-8));
        assertThat(queue.blocking()).isCloseTo(blocking, withinPercentage(1e-8));
    }

    /** Whoever comes back at once waits as in a queue. */
    @Test
    void shouldBeErlangCForQuickRetries() {
        Retrial queue = Retrial.servers(90, 1, 1e6, 100);

        assertThat(queue.blocking()).isCloseTo(Erlang.waiting(90, 100), within(1e-5));
        assertThat(queue.meanOrbit()).isCloseTo(90 * Erlang.meanWaitSeconds(90, 100, 1), withinPercentage(0.01));
    }

    /** Whoever comes back much later adds to a Poisson stream: p = ErlangB(lam / (1 - p)). */
    @Test
    void shouldBeErlangBOfAllAttemptsForSlowRetries() {
        Retrial queue = Retrial.servers(8, 1, 1e-3, 10);
        double attempts = queue.attemptsPerSecond();

        assertThat(queue.blocking()).isCloseTo(Erlang.blocking(attempts, 10), withinPercentage(0.2));
        assertThat(queue.blockedShareOfAttempts()).isCloseTo(queue.blocking(), withinPercentage(0.2));
    }

    @Test
    void shouldGiveTheFixedPointOfThreeRetries() {
        RetryOverload door = RetryOverload.of(200, 1, 100, 3);

        assertThat(door.blocking()).isCloseTo(.84129, within(5e-6));
        assertThat(door.attemptsPerSecond()).isCloseTo(628.9, within(0.05));
        assertThat(door.servedPerSecond()).isCloseTo(99.81, within(0.005));
        assertThat(door.lostShare()).isCloseTo(.50094, within(5e-6));
        assertThat(door.servedPerSecond()).isCloseTo(200 * (1 - door.lostShare()), within(1e-9));
    }

    @Test
    void shouldBeErlangBWithoutRetries() {
        RetryOverload door = RetryOverload.of(60, 2, 100, 0);

        assertThat(door.blocking()).isCloseTo(Erlang.blocking(120, 100), within(1e-13));
        assertThat(door.attemptsPerSecond()).isCloseTo(60, within(1e-9));
        assertThat(door.lostShare()).isEqualTo(door.blocking());
    }

    @Test
    void shouldHardlyRetryBelowCapacity() {
        RetryOverload door = RetryOverload.of(10, 1, 100, 5);

        assertThat(door.blocking()).isZero();
        assertThat(door.attemptsPerSecond()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 6.285", "2, 5, 9.166", "1.5, 3, 4.164", "4, 3, 14.41"})
    void shouldGiveTheAmplificationOfALargeDoor(double overload, int retries, double amplification) {
        assertThat(RetryOverload.amplification(overload, retries)).isCloseTo(amplification, withinPercentage(0.02));
        RetryOverload door = RetryOverload.of(overload * 1e5, 1, 100_000, retries);
        assertThat(door.attemptsPerSecond() / 1e5).isCloseTo(amplification, withinPercentage(0.05));
    }

    @Test
    void shouldNotAmplifyBelowCapacityOrWithoutRetries() {
        assertThat(RetryOverload.amplification(0.7, 9)).isEqualTo(0.7);
        assertThat(RetryOverload.amplification(1, 9)).isOne();
        assertThat(RetryOverload.amplification(3, 0)).isCloseTo(3, within(1e-12));
    }

    @Test
    void shouldMultiplyLayers() {
        assertThat(RetryOverload.layeredCalls(3, 4)).isEqualTo(64);
        assertThat(RetryOverload.layeredCalls(0, 4)).isOne();
    }

    @Test
    void shouldCountAStormInStep() {
        RetryStorm storm = RetryStorm.of(1_000, 100);

        assertThat(storm).isEqualTo(new RetryStorm(10, 5_500, 4_500));
        assertThat(storm.lastAdmissionSeconds(1)).isEqualTo(9);
        assertThat(RetryStorm.of(1_001, 100)).isEqualTo(new RetryStorm(11, 5_511, 4_510));
        assertThat(RetryStorm.of(5, 10)).isEqualTo(new RetryStorm(1, 5, 0));
        assertThat(RetryStorm.of(Integer.MAX_VALUE, 1).attempts()).isEqualTo((1L << 30) * Integer.MAX_VALUE);
    }

    @Test
    void shouldRefuseBadArguments() {
        refused(() -> Retrial.singleServer(1, 1, 1), "load");
        refused(() -> Retrial.singleServer(0, 1, 1), "arrival rate");
        refused(() -> Retrial.singleServer(1, 0, 1), "service rate");
        refused(() -> Retrial.singleServer(1, 2, 0), "retry rate");
        refused(() -> Retrial.servers(1, 1, 1, 0), "number of servers");
        refused(() -> Retrial.servers(10, 1, 1, 10), "load");
        refused(() -> RetryOverload.of(0, 1, 1, 1), "arrival rate");
        refused(() -> RetryOverload.of(1, 0, 1, 1), "service time");
        refused(() -> RetryOverload.of(1, 1, 0, 1), "servers");
        refused(() -> RetryOverload.of(1, 1, 1, -1), "retries");
        refused(() -> RetryOverload.amplification(0, 1), "overload");
        refused(() -> RetryOverload.amplification(1, -1), "retries");
        refused(() -> RetryOverload.layeredCalls(-1, 1), "layers");
        refused(() -> RetryOverload.layeredCalls(1, 0), "attempts");
        refused(() -> RetryStorm.of(0, 1), "clients");
        refused(() -> RetryStorm.of(1, 0), "admitted");
        refused(() -> RetryStorm.of(1, 1).lastAdmissionSeconds(-1), "next attempt");
    }
}
