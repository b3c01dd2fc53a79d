package org.swarmload.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.cost.Bills.GB;
import static org.swarmload.cost.Bills.GIB;
import static org.swarmload.cost.Bills.money;
import static org.swarmload.cost.Bills.own;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.result.RunResult.LedgerLine;

/**
 * Bills that were worked out by hand or printed elsewhere, at list price and to the cent. Sections are those of the page of
 * real-world inputs; large nights are printed there to the dollar.
 */
class GoldenBillsTest {
    /** 2.5 million viewers x 59 min x 5 Mbps. */
    private static final long GOT = 2_500_000L * 59 * 60 * 5_000_000 / 8;
    /** 6.0 million. */
    private static final long GOT_MOST = 6_000_000L * 59 * 60 * 5_000_000 / 8;

    /** Section 1.8, CloudFront US. */
    @ParameterizedTest
    @CsvSource({
        "1024, 87.04",
        "10240, 870.40",
        "10241, 870.48",
        "51200, 4147.20",
        "153600, 10291.20",
        "512000, 24627.20",
        "1048576, 40724.48",
        "5242880, 145582.08",
        "6000000, 160724.48",
    })
    void shouldBillCloudFront(long gib, BigDecimal dollars) {
        assertThat(Bills.total("cloudfront-list", gib * GIB)).isEqualByComparingTo(dollars);
    }

    /** Section 1.1: 10 TiB fill the first tier of each region, 40 TiB more the second; by hand. */
    @ParameterizedTest
    @CsvSource({
        "us-ca-mx, 4147.20",
        "europe, 4147.20",
        "africa-middle-east, 5427.20",
        "south-america, 5427.20",
        "japan, 4812.80",
        "australia-nz, 5181.44",
        "asia-pacific, 5324.80",
        "india, 4597.76",
    })
    void shouldBillCloudFrontByRegion(String region, BigDecimal dollars) {
        Tariff list = Bills.shipped("cloudfront-list");
        Contract contract = new Contract(List.of(list), region, Map.of(), BigDecimal.ZERO, BigDecimal.ONE);

        assertThat(Bills.price(Map.of("edges", contract), Bills.NOTHING, Bills.sent("edge:east", 51_200 * GIB))
                        .total())
                .isEqualByComparingTo(dollars);
    }

    /** Section 1.8, EC2 US with 100 GiB free. */
    @ParameterizedTest
    @CsvSource({
        "100, 0",
        "1024, 83.16",
        "10240, 912.60",
        "51200, 4394.20",
        "153600, 11562.20",
        "1048576, 56311.00",
    })
    void shouldBillServersAtAmazon(long gib, BigDecimal dollars) {
        assertThat(Bills.total("aws-egress-us", gib * GIB)).isEqualByComparingTo(dollars);
    }

    /** Section 1.8, the two nights, and the same on Azure and by contract. */
    @ParameterizedTest
    @CsvSource({
        "cloudfront-list, 143295, 287991",
        "aws-egress-us, 261451, 622048",
        "google-cloud-cdn-list, 112244, 256482",
    })
    void shouldBillARecordNight(String tariff, BigDecimal dollars, BigDecimal most) {
        assertThat(whole(Bills.total(tariff, GOT))).isEqualByComparingTo(dollars);
        assertThat(whole(Bills.total(tariff, GOT_MOST))).isEqualByComparingTo(most);
    }

    /** Section 1.8: the rounded GiB of its table give the cents. */
    @Test
    void shouldBillARecordNightToTheCent() {
        assertThat(Bills.total("cloudfront-list", 5_151_378L * GIB)).isEqualByComparingTo("143294.53");
        assertThat(Bills.total("cloudfront-list", 12_363_307L * GIB)).isEqualByComparingTo("287990.62");
        assertThat(Bills.total("aws-egress-us", 5_151_378L * GIB)).isEqualByComparingTo("261451.10");
        assertThat(Bills.total("aws-egress-us", 12_363_307L * GIB)).isEqualByComparingTo("622047.55");
        assertThat(Bills.total("google-cloud-cdn-list", 5_151_378L * GIB)).isEqualByComparingTo("112243.56");
        assertThat(Bills.total("google-cloud-cdn-list", 12_363_307L * GIB)).isEqualByComparingTo("256482.14");
    }

    /** Section 1.8: what the two nights are in binary units, and their price per unit. */
    @Test
    void shouldKnowWhatARecordNightIsInBinaryUnits() {
        assertThat(VolumeUnit.GIB.of(BigDecimal.valueOf(GOT)).setScale(0, RoundingMode.HALF_UP))
                .isEqualByComparingTo("5151378");
        assertThat(VolumeUnit.GIB.of(BigDecimal.valueOf(GOT_MOST)).setScale(0, RoundingMode.HALF_UP))
                .isEqualByComparingTo("12363307");
        assertThat(perGib(Bills.total("cloudfront-list", 1_024 * GIB), 1_024)).isEqualByComparingTo("0.0850");
        assertThat(perGib(Bills.total("cloudfront-list", GOT), 5_151_378)).isEqualByComparingTo("0.0278");
        assertThat(perGib(Bills.total("cloudfront-list", GOT_MOST), 12_363_307)).isEqualByComparingTo("0.0233");
    }

    /** Section 1.8, the lines below the table. */
    @Test
    void shouldBillTheSameNightInDecimalUnits() {
        assertThat(Bills.total("azure-cdn-standard", GOT)).isEqualByComparingTo("140578.75");
        assertThat(whole(Bills.total("azure-cdn-standard", GOT))).isEqualByComparingTo("140579");
        Tariff contract = own(Meter.Tiers.flat(VolumeUnit.GB, money("0.005")));
        assertThat(Bills.total(contract, GOT)).isEqualByComparingTo("27656.25");
    }

    /** Section 1.8: one viewer of an episode, in both units, and the requests of a viewer. */
    @Test
    void shouldBillOneViewer() {
        long episode = GOT / 2_500_000;
        assertThat(VolumeUnit.GB.of(BigDecimal.valueOf(episode))).isEqualByComparingTo("2.2125");
        assertThat(VolumeUnit.GIB.of(BigDecimal.valueOf(episode)).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("2.0606");

        LedgerLine requests = new LedgerLine(0, "edge:east", 0, 1_800);
        Invoice.Line line = Bills.price(
                        Map.of("edges", Contract.of(Bills.shipped("cloudfront-list"))), Bills.NOTHING, requests)
                .lines()
                .get(0);
        assertThat(line.amount()).isEqualByComparingTo("0.0018");
    }

    /** Section 1.2: Fastly's own example, 10 GB and 10 million requests, before its minimum of 50 USD a month. */
    @Test
    void shouldBillFastlysExample() {
        Tariff list = Bills.shipped("fastly-list");
        Tariff withoutMinimum =
                Tariff.of("fastly", "", "", "", "USD", list.regions().get("na-eu"));
        LedgerLine night = new LedgerLine(0, "edge:east", 10 * GB, 10_000_000);

        assertThat(Bills.price(Map.of("edges", Contract.of(withoutMinimum)), Bills.NOTHING, night)
                        .total())
                .isEqualByComparingTo("8.70");
        // An event in an empty month fills the minimum up: it costs the month nothing more.
        Invoice invoice = Bills.price(Map.of("edges", Contract.of(list)), Bills.NOTHING, night);
        assertThat(invoice.monthWithout()).isEqualByComparingTo("50.00");
        assertThat(invoice.monthWith()).isEqualByComparingTo("50.00");
        assertThat(invoice.total()).isEqualByComparingTo("0.00");
    }

    /** Section 1.2: 50 TB on Bunny are 500 USD. */
    @Test
    void shouldBillBunnysExample() {
        assertThat(Bills.total("bunny-standard", 50_000 * GB)).isEqualByComparingTo("500.00");
        // Volume network: 500 TB at 0.005, 500 TB at 0.004, 100 TB at 0.002.
        assertThat(Bills.total("bunny-volume", 1_100_000 * GB)).isEqualByComparingTo("4700.00");
    }

    /** Section 1.2: at 5 Mbps 1,000 minutes are 37.5 GB, and cost 1 USD whatever they are. */
    @Test
    void shouldBillCloudflareByTheMinute() {
        long segment = 4_000_000;
        LedgerLine night = new LedgerLine(0, "edge:east", 37_500_000_000L, 15_000);

        Invoice invoice = Billing.price(
                Contracts.of(Map.of("edges", Bills.shipped("cloudflare-stream"))),
                new Estate(Map.of(), false, segment),
                List.of(EventUse.of(List.of(night))));

        assertThat(invoice.total()).isEqualByComparingTo("1.00");
        assertThat(invoice.lines()).hasSize(1);
        assertThat(invoice.lines().get(0).quantity()).isEqualByComparingTo("1");
    }

    /** Case O-22: CloudFront with the free terabyte. */
    @ParameterizedTest
    @CsvSource({"5, 348.16", "10, 783.36", "50, 4060.16", "100, 7132.16", "500, 24540.16"})
    void shouldBillCloudFrontWithTheFreeTerabyte(long tib, BigDecimal dollars) {
        Tariff list = Bills.shipped("cloudfront-list");
        Meter.Tiers paid = (Meter.Tiers) list.regions().get("us-ca-mx").get(0);
        List<Meter.Tier> tiers = new java.util.ArrayList<>(paid.tiers());
        tiers.add(0, new Meter.Tier(money("1024"), money("0")));

        assertThat(Bills.total(own(new Meter.Tiers(VolumeUnit.GIB, tiers)), tib * 1_024 * GIB))
                .isEqualByComparingTo(dollars);
    }

    private static BigDecimal whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }

    private static BigDecimal perGib(BigDecimal amount, long gib) {
        return amount.divide(BigDecimal.valueOf(gib), 4, RoundingMode.HALF_UP);
    }
}
