package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.swarmload.sim.theory.Refusal.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.theory.KaufmanRoberts.Demand;

class LossSystemsTest {
    @ParameterizedTest
    @CsvSource({
        "80, 100, .003992",
        "84.064, 100, .010000",
        "100, 100, .075700",
        "120, 100, .196270",
        "200, 100, .504814",
        "25, 30, .052603",
        "1000, 1000, .024812",
        "2000, 1000, .500498",
    })
    void shouldGiveErlangB(double offered, int servers, double blocking) {
        assertThat(Erlang.blocking(offered, servers)).isCloseTo(blocking, within(5e-7));
    }

    /** Values of the integral of Jagerman 1974 with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "3, 2.5, 0.432664591094246475789603086739",
        "60, 55.3, 0.148223816352802291974379038048",
        "80, 100.5, 0.0035513100723614339305164454763",
        "0.2, 0.5, 0.439411364878173668405257705665",
        "2000, 1000.25, 0.500373263900825914206493498481",
    })
    void shouldGiveErlangBForFractionsOfServers(double offered, double servers, double blocking) {
        assertThat(Erlang.blocking(offered, servers)).isCloseTo(blocking, withinPercentage(1e-10));
    }

    @Test
    void shouldKeepErlangBBetweenItsLimits() {
        assertThat(Erlang.blocking(0, 0)).isOne();
        assertThat(Erlang.blocking(0, 3)).isZero();
        assertThat(Erlang.blocking(0, 0.5)).isZero();
        assertThat(Erlang.blocking(3, 0)).isOne();
        assertThat(Erlang.blocking(2, 1)).isCloseTo(2.0 / 3, within(1e-15));
        // far above capacity 1 - c/a, far below nothing
        assertThat(Erlang.blocking(1e9, 1_000)).isCloseTo(1 - 1e-6, within(1e-9));
        assertThat(Erlang.blocking(1, 100_000)).isZero();
        // at capacity sqrt(2 / (pi c))
        assertThat(Erlang.blocking(1e6, 1_000_000)).isCloseTo(StrictMath.sqrt(2 / StrictMath.PI / 1e6), within(1e-6));
        assertThat(Erlang.blocking(100, 99.999999)).isCloseTo(Erlang.blocking(100, 100), within(1e-8));
    }

    @Test
    void shouldGiveErlangC() {
        assertThat(Erlang.waiting(8, 10)).isCloseTo(.409180, within(5e-7));
        assertThat(Erlang.meanWaitSeconds(8, 10, 1)).isCloseTo(.204590, within(5e-7));
        assertThat(Erlang.waiting(0.8, 1)).isCloseTo(0.8, within(1e-15));
        assertThat(Erlang.waiting(0, 1)).isZero();
        assertThat(Erlang.meanWaitSeconds(0.8, 1, 3)).isCloseTo(12, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "45, 50, 60, .014323, 45.474, 1.1188, 1.02522",
        "120, 100, 150, .166669, 145.00, 45.00, 1.4500",
        "100, 100, 150, .015820, 118.589, 20.171, 1.204952",
        "1.2, 1, 10, .192586, 6.7107, 5.741806, 6.926136",
    })
    void shouldGiveMMcK(
            double offered, int servers, int capacity, double blocking, double present, double waiting, double time) {
        MMcK queue = MMcK.of(offered, servers, capacity);

        assertThat(queue.blocking()).isCloseTo(blocking, within(5e-7));
        assertThat(queue.meanPresent()).isCloseTo(present, withinPercentage(0.001));
        assertThat(queue.meanWaiting()).isCloseTo(waiting, withinPercentage(0.01));
        assertThat(queue.meanServiceTimesPresent()).isCloseTo(time, withinPercentage(0.01));
        assertThat(queue.meanPresent() - queue.meanWaiting()).isCloseTo(queue.meanBusy(), withinPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "2000, 1000", "25, 30", "1, 1", "9500, 10000", "40000, 10000"})
    void shouldBeErlangBWithoutRoomToWait(double offered, int servers) {
        assertThat(MMcK.of(offered, servers, servers).blocking())
                .isCloseTo(Erlang.blocking(offered, servers), withinPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"8, 10", "0.8, 1", "4900, 5000"})
    void shouldBeErlangCWithMuchRoom(double offered, int servers) {
        MMcK queue = MMcK.of(offered, servers, 50_000);

        assertThat(queue.meanWaiting() / queue.meanBusy())
                .isCloseTo(Erlang.meanWaitSeconds(offered, servers, 1), withinPercentage(1e-7));
    }

    @Test
    void shouldGiveTheClosedFormOfOneServer() {
        double blocking = StrictMath.pow(1.2, 10) * (1 - 1.2) / (1 - StrictMath.pow(1.2, 11));

        assertThat(MMcK.of(1.2, 1, 10).blocking()).isCloseTo(blocking, within(1e-14));
        assertThat(MMcK.of(1, 1, 4).blocking()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void shouldBeErlangBWithOneClass() {
        KaufmanRoberts single = KaufmanRoberts.of(1_000, List.of(new Demand(2_000, 1)));
        KaufmanRoberts wide = KaufmanRoberts.of(305, List.of(new Demand(25, 10)));

        assertThat(single.blocking().get(0)).isCloseTo(Erlang.blocking(2_000, 1_000), withinPercentage(1e-9));
        assertThat(single.meanOccupied())
                .isCloseTo(2_000 * (1 - single.blocking().get(0)), withinPercentage(1e-9));
        // 305 units carry 30 flows of 10
        assertThat(wide.blocking().get(0)).isCloseTo(Erlang.blocking(25, 30), withinPercentage(1e-9));
    }

    /** Two classes against the product form, summed over all states. */
    @Test
    void shouldAgreeWithTheProductForm() {
        double all = 0;
        double narrowLost = 0;
        double wideLost = 0;
        double occupied = 0;
        for (int wide = 0; 3 * wide <= 20; wide++) {
            for (int narrow = 0; narrow + 3 * wide <= 20; narrow++) {
                double weight = power(4, narrow) * power(3, wide);
                int used = narrow + 3 * wide;
                all += weight;
                occupied += used * weight;
                narrowLost += used + 1 > 20 ? weight : 0;
                wideLost += used + 3 > 20 ? weight : 0;
            }
        }

        KaufmanRoberts link = KaufmanRoberts.of(20, List.of(new Demand(4, 1), new Demand(3, 3)));

        assertThat(link.blocking().get(0)).isCloseTo(narrowLost / all, within(1e-13));
        assertThat(link.blocking().get(1)).isCloseTo(wideLost / all, within(1e-13));
        assertThat(link.meanOccupied()).isCloseTo(occupied / all, within(1e-11));
        assertThat(link.meanOccupied())
                .isCloseTo(
                        4 * (1 - link.blocking().get(0))
                                + 9 * (1 - link.blocking().get(1)),
                        within(1e-11));
    }

    @Test
    void shouldLoseWhatDoesNotFitAtAll() {
        KaufmanRoberts link = KaufmanRoberts.of(5, List.of(new Demand(2, 1), new Demand(1, 6)));

        assertThat(link.blocking().get(0)).isCloseTo(Erlang.blocking(2, 5), within(1e-14));
        assertThat(link.blocking().get(1)).isCloseTo(1, within(1e-15));
    }

    @Test
    void shouldRefuseBadArguments() {
        refused(() -> Erlang.blocking(-1, 1), "The offered load must be 0 or more");
        refused(() -> Erlang.blocking(1, Double.POSITIVE_INFINITY), "number of servers");
        refused(() -> Erlang.blocking(1, 2e9), "at most");
        refused(() -> Erlang.waiting(10, 10), "grows for ever");
        refused(() -> Erlang.waiting(0, 0), "number of servers");
        refused(() -> Erlang.meanWaitSeconds(1, 2, 0), "service time");
        refused(() -> MMcK.of(0, 1, 1), "offered load");
        refused(() -> MMcK.of(1, 0, 1), "number of servers");
        refused(() -> MMcK.of(1, 3, 2), "The room must be from 3 to");
        refused(() -> MMcK.of(1, 3, Integer.MAX_VALUE), "The room");
        refused(() -> KaufmanRoberts.of(0, List.of(new Demand(1, 1))), "units of the link");
        refused(() -> KaufmanRoberts.of(1, List.of()), "at least one class");
        refused(() -> new Demand(-1, 1), "offered load");
        refused(() -> new Demand(1, 0), "units of a class");
    }

    private static double power(double load, int count) {
        double weight = 1;
        for (int i = 1; i <= count; i++) {
            weight *= load / i;
        }
        return weight;
    }
}
