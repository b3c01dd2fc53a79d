package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.Floor;

class MathematicsTest {
    private static final double ANY = Double.POSITIVE_INFINITY;

    private static DeliveryResult delivery(int i, Bound... bounds) {
        DeliveryResult from = SampleStudy.study().deliveries().get(i);
        return new DeliveryResult(from.name(), from.runs(), from.metrics(), List.of(bounds), from.invoice());
    }

    private static Mathematics of(DeliveryResult... deliveries) {
        return new Mathematics(Arrays.stream(deliveries).map(Night::new).toList());
    }

    private static double simulated(int i, String metric) {
        return SampleStudy.study().deliveries().get(i).metrics().get(metric).mean();
    }

    @Test
    void shouldSayWhichAssumptionExplainsAGap() {
        double half = simulated(0, "startup-time") / 2;
        Bound bound = new Bound("startup-time", "about", half, "if nobody leaves", "everybody who leaves", ANY);

        assertThat(gap(bound))
                .isEqualTo("The simulation is 100 % higher: mathematics leaves out everybody who leaves.");
    }

    private static String gap(Bound bound) {
        return Mathematics.pairs(delivery(0, bound)).get(0).gap();
    }

    @Test
    void shouldPutTheDistanceBesideWhatWasSimulated() {
        double fifth = simulated(0, "startup-time") / 5;
        Bound far = new Bound("startup-time", "about", fifth, "because", "much", ANY);
        Bound elsewhere = new Bound("offload", "about", 1, "because", "much", ANY);
        Report.Table table = of(delivery(0, far), delivery(1, elsewhere)).table();

        assertThat(table.rows().get(0).cells().get(1).text()).endsWith("(5 times as high)");
        assertThat(table.rows().get(0).cells().get(2).text()).isEmpty();
        assertThat(table.rows().get(1).cells().get(1).text()).isEmpty();
    }

    @Test
    void shouldNotCountTheTimesOfWhatIsBeyondCompare() {
        assertThat(gap(new Bound("startup-time", "about", 1e-9, "because", "much", ANY)))
                .isEqualTo("The simulation is more than 1,000 times as high: mathematics leaves out much.");
    }

    @Test
    void shouldSayNothingOfAGapThatIsNone() {
        double same = simulated(0, "startup-time") * 1.005;
        Bound bound = new Bound("startup-time", "about", same, "because", "something", ANY);

        assertThat(gap(bound)).isEqualTo("The two agree within 1 %.");
    }

    @Test
    void shouldSayLoudlyThatALimitIsBroken() {
        double less = simulated(0, "startup-time") * 0.9;
        Bound fine = new Bound("viewers", "about", 1, "because");
        Bound broken = new Bound("startup-time", "<=", less, "because");
        Mathematics mathematics = of(delivery(0, fine, broken));

        assertThat(mathematics.findings().get(0).sentence()).contains("BROKEN", "error of ours");
        assertThat(mathematics.text().toString()).contains("BROKEN");
        assertThat(Mathematics.pairs(delivery(0, fine, broken)))
                .extracting(Mathematics.Pair::broken)
                .containsExactly(false, true);
    }

    @Test
    void shouldHoldAStatisticAgainstItsLimit() {
        Bound p95 = new Bound("startup-time.p95", "about", 1, "because");

        assertThat(Mathematics.pairs(delivery(0, p95)).get(0).simulated())
                .isEqualTo(SampleStudy.study()
                        .deliveries()
                        .get(0)
                        .metrics()
                        .get("startup-time")
                        .p95());
    }

    @Test
    void shouldSayOnceWhatHoldsForSeveralDeliveries() {
        Bound bound = new Bound("peak-demand-bps", "=", 5e9, "because");
        Mathematics mathematics = of(delivery(0, bound), delivery(1, bound));

        assertThat(mathematics.text()).containsExactly("every delivery: peak-demand-bps is 5.00 Gbps: because");
        assertThat(mathematics.table().rows()).hasSize(1);
    }

    @Test
    void shouldSayWhatOwnLinesAllow() {
        Floor floor = new Floor("startup-time.p95 < 4s", "cdn", "startup-time.p95", 0.08, 5.5, true, "slow lines");
        OwnLineFloors floors = new OwnLineFloors(List.of(floor));

        assertThat(floors.text().get(0)).contains("(cdn)");
        assertThat(floors.text().get(1)).contains("8.0 % of the viewers", "at best 5.50 s", "CANNOT BE MET");
        assertThat(floors.table().rows()).hasSize(1);
        assertThat(new OwnLineFloors(List.of()).text()).isEmpty();
    }
}
