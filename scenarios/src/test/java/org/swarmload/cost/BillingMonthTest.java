package org.swarmload.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.cost.Bills.BIN;
import static org.swarmload.cost.Bills.GBPS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.BackgroundSpec.Step;

class BillingMonthTest {
    private final BillingMonth month = new BillingMonth(30);

    /** The sanity check of every CDN calculator: 1 Gbps for 30 days is 324 TB. */
    @Test
    void shouldAddUpAFlatMonth() {
        MonthTraffic flat = month.of(pool(BackgroundSpec.flat(GBPS)));

        assertThat(flat.bytes()).isEqualByComparingTo("324000000000000");
        assertThat(flat.peakMbps()).isEqualByComparingTo("1000");
    }

    /** A step in the middle of a bin counts from its time on: 2 minutes at 1 Gbps, 3 at 6. */
    @Test
    void shouldAverageWithinABin() {
        BackgroundSpec steps =
                new BackgroundSpec(List.of(new Step(0, GBPS), new Step(120_000_000, 6 * GBPS), new Step(BIN, 0)));

        MonthTraffic traffic = month.of(pool(steps));

        assertThat(traffic.peakMbps()).isEqualByComparingTo("4000");
        assertThat(traffic.bytes()).isEqualByComparingTo("150000000000");
    }

    @Test
    void shouldBeginWithAStepBeforeTheMonth() {
        BackgroundSpec steps = new BackgroundSpec(List.of(new Step(-100L * 86_400_000_000L, GBPS), new Step(0, 0)));

        assertThat(month.of(pool(steps)).bytes()).isEqualByComparingTo("151200000000000");
    }

    @Test
    void shouldNeverSendMoreThanTheCapacity() {
        assertThat(month.of(pool(BackgroundSpec.flat(500 * GBPS))).peakMbps()).isEqualByComparingTo("100000");
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 29, 30, 31})
    void shouldHoldAWeekBeforeAndAfterTheUnlock(int days) {
        BillingMonth any = new BillingMonth(days);

        assertThat(any.binOf(0)).isEqualTo(14 * 288);
        assertThat(any.binOf(-7L * 288 * BIN)).isEqualTo(7 * 288);
        assertThat(any.binOf(10L * 288 * BIN)).isEqualTo(24 * 288).isLessThan(any.bins());
        assertThat(any.binOf(1_000L * 288 * BIN)).isEqualTo(any.bins() - 1);
    }

    private static Estate.Pool pool(BackgroundSpec background) {
        return new Estate.Pool(1, 100 * GBPS, background);
    }
}
