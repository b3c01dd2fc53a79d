package org.swarmload.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.cost.Bills.BIN;
import static org.swarmload.cost.Bills.GBPS;
import static org.swarmload.cost.Bills.money;
import static org.swarmload.cost.Bills.own;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.result.RunResult.LedgerLine;

/** The 95th percentile of the month, rule and golden values of section 1.7 of the real-world inputs and of case O-22. */
class Percentile95BillTest {
    private static final Meter ONE_DOLLAR = new Meter.Percentile(money("0"), money("1"), money("1"));

    /** Section 1.7: of 30, 31 and 28 days the top 432, 446 and 403 are discarded, and the next is billed. */
    @ParameterizedTest
    @CsvSource({"30, 8640, 432", "31, 8928, 446", "28, 8064, 403"})
    void shouldBillTheNextHighestSample(int days, int samples, int dropped) {
        long[] month = new long[samples];
        // Sample k of the month has k bytes: the highest is N - 1, the billed one dropped places below it.
        Arrays.setAll(month, k -> k * 37_500_000L);
        MonthTraffic traffic = MonthTraffic.of(month);

        assertThat(new BillingMonth(days).bins()).isEqualTo(samples);
        assertThat(traffic.dropped()).isEqualTo(dropped);
        assertThat(traffic.percentile95Mbps()).isEqualByComparingTo(BigDecimal.valueOf(samples - 1 - dropped));
    }

    /** Section 1.7: the 433rd highest of 30 days is the 8,208th lowest. */
    @Test
    void shouldCountTheBilledSampleFromBelow() {
        long[] month = new long[8_640];
        Arrays.setAll(month, k -> (k + 1) * 37_500_000L);

        assertThat(MonthTraffic.of(month).percentile95Mbps()).isEqualByComparingTo("8208");
    }

    /** Section 1.7 (a): 100 Gbps with 432 samples at 12,500 bills 100; with 433 it bills 12,500. */
    @ParameterizedTest
    @CsvSource({"432, 100000", "433, 12500000"})
    void shouldDiscardA36HourPeakAndNoMore(int samples, BigDecimal mbps) {
        long[] month = new long[8_640];
        Arrays.fill(month, 100 * GBPS * 300 / 8);
        Arrays.fill(month, 1_000, 1_000 + samples, 12_500 * GBPS * 300 / 8);

        assertThat(MonthTraffic.of(month).percentile95Mbps()).isEqualByComparingTo(mbps);
    }

    /** Section 1.7 (b): 30 on the top 5 %, at most 10 in the rest, bills 10. */
    @Test
    void shouldBillTheRest() {
        long[] month = new long[8_640];
        Arrays.setAll(month, k -> (k < 432 ? 30 : k % 10 + 1) * 37_500_000L);

        assertThat(MonthTraffic.of(month).percentile95Mbps()).isEqualByComparingTo("10");
    }

    /** Section 1.7 through a bill: an event of 36 h over a flat background is free, one of 36 h 5 min is not. */
    @Test
    void shouldBillFiveMinutesMoreThan36Hours() {
        Invoice short36h = night(12_400 * GBPS, 432);
        Invoice longer = night(12_400 * GBPS, 433);

        assertThat(short36h.total()).isEqualByComparingTo("0.00");
        assertThat(short36h.monthWith()).isEqualByComparingTo("100000.00");
        assertThat(only(short36h).note())
                .isEqualTo(
                        "The highest 432 of 8,640 samples (36 h) are not billed; the event raises 432, to 12,500,000 "
                                + "Mbit/s at most. This short peak is discarded: the bill is the same with the event and without"
                                + " it.");
        assertThat(longer.total()).isEqualByComparingTo("12400000.00");
        assertThat(longer.monthWith()).isEqualByComparingTo("12500000.00");
        assertThat(only(longer).note())
                .endsWith("the event raises 433, to 12,500,000 Mbit/s at most. That is more than are left out: the "
                        + "billed sample moves from 100,000 to 12,500,000 Mbit/s.");
    }

    /** Case O-22: a day at 10 Gbit/s on a base of 100 Mbit/s bills 100 Mbit/s. */
    @Test
    void shouldBillTheBaseOfAShortPremiere() {
        Estate base = Bills.edges(Map.of("east", BackgroundSpec.flat(100_000_000)));

        Invoice invoice = Bills.price(
                Map.of("edges", Contract.of(own(ONE_DOLLAR))), base, Bills.rate("edge:east", 10 * GBPS, 288));

        assertThat(only(invoice).with()).isEqualByComparingTo("100");
        assertThat(invoice.total()).isEqualByComparingTo("0.00");
    }

    /** Section 0.1: five Sundays of three hours, 180 samples, fit into what is discarded. */
    @Test
    void shouldDiscardFiveSundays() {
        List<LedgerLine> sundays = new ArrayList<>();
        for (int week = -2; week <= 2; week++) {
            for (int bin = 0; bin < 36; bin++) {
                sundays.add(new LedgerLine((week * 2_016L + bin) * BIN, "edge:east", 50 * GBPS * 300 / 8, 0));
            }
        }
        Estate base = Bills.edges(Map.of("east", BackgroundSpec.flat(GBPS)));

        Invoice invoice =
                Bills.price(Map.of("edges", Contract.of(own(ONE_DOLLAR))), base, sundays.toArray(LedgerLine[]::new));

        assertThat(only(invoice).note()).contains("the event raises 180").contains("discarded");
        assertThat(invoice.total()).isEqualByComparingTo("0.00");
    }

    /** With other peaks in the month the event pushes one of them into the billed place, and the bill says so. */
    @Test
    void shouldSayWhenADiscardedPeakMovesTheBilledSample() {
        // 430 samples at 20 Gbps a week before are all discarded; with an hour of premiere there are 442 high ones.
        long week = -7L * 86_400_000_000L;
        BackgroundSpec steps = new BackgroundSpec(List.of(
                new BackgroundSpec.Step(Long.MIN_VALUE, 10 * GBPS),
                new BackgroundSpec.Step(week, 20 * GBPS),
                new BackgroundSpec.Step(week + 430 * BIN, 10 * GBPS)));
        Estate base = Bills.edges(Map.of("east", steps));

        Invoice invoice = Bills.price(
                Map.of("edges", Contract.of(own(ONE_DOLLAR))), base, Bills.rate("edge:east", 80 * GBPS, 12));

        assertThat(only(invoice).without()).isEqualByComparingTo("10000");
        assertThat(only(invoice).with()).isEqualByComparingTo("20000");
        assertThat(only(invoice).note())
                .endsWith("This short peak is discarded, but it takes the place of other high samples: the billed one "
                        + "moves from 10,000 to 20,000 Mbit/s.");
    }

    /** Section 1.6: max(commit, p95) x price, with one price or two. */
    @ParameterizedTest
    @CsvSource({"80, 100.00, 0.00", "100, 100.00, 0.00", "180, 220.00, 120.00"})
    void shouldBillACommitmentInAnyCase(long mbps, BigDecimal month, BigDecimal event) {
        Meter meter = new Meter.Percentile(money("100"), money("1.00"), money("1.50"));

        Invoice invoice = Bills.price(
                Map.of("edges", Contract.of(own(meter))),
                Bills.NOTHING,
                Bills.rate("edge:east", mbps * 1_000_000, 433));

        assertThat(invoice.monthWithout()).isEqualByComparingTo("100.00");
        assertThat(invoice.monthWith()).isEqualByComparingTo(month);
        assertThat(invoice.total()).isEqualByComparingTo(event);
    }

    /** A port by its highest sample bills what the percentile discards. */
    @Test
    void shouldBillThePeakOfAPort() {
        Meter port = new Meter.PeakPort(money("5000"), money("2"));

        Invoice invoice = Bills.price(
                Map.of("edges", Contract.of(own(port))), Bills.NOTHING, Bills.rate("edge:east", 8 * GBPS, 1));

        assertThat(invoice.monthWithout()).isEqualByComparingTo("10000.00");
        assertThat(invoice.total()).isEqualByComparingTo("6000.00");
    }

    /** Transit is billed by the sum of the machines of one place, sample by sample, not by the sum of their peaks. */
    @Test
    void shouldAddUpMachinesSampleBySample() {
        List<LedgerLine> ledger = new ArrayList<>();
        ledger.addAll(Arrays.asList(Bills.rate("edge:east", GBPS, 500)));
        for (int bin = 500; bin < 1_000; bin++) {
            ledger.add(new LedgerLine(bin * BIN, "edge:west", GBPS * 300 / 8, 0));
        }

        Invoice invoice = Bills.price(
                Map.of("edges", Contract.of(own(ONE_DOLLAR))), Bills.NOTHING, ledger.toArray(LedgerLine[]::new));

        assertThat(only(invoice).with()).isEqualByComparingTo("1000");
    }

    private static Invoice night(long bps, int bins) {
        Estate base = Bills.edges(Map.of("east", BackgroundSpec.flat(100 * GBPS)));
        return Bills.price(Map.of("edges", Contract.of(own(ONE_DOLLAR))), base, Bills.rate("edge:east", bps, bins));
    }

    private static Invoice.Line only(Invoice invoice) {
        assertThat(invoice.lines()).hasSize(1);
        return invoice.lines().get(0);
    }
}
