package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.Invoice;
import org.swarmload.cost.Invoice.Line;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.MetricValue;
import org.swarmload.yaml.ScenarioReader;

/** What is said of bills: what a reader would not guess, and what no bill has. */
class MoneyFindingsTest {
    private static final String NOTE = "This short peak is discarded: the bill is the same.";

    private final StudyResult study = SampleStudy.study();
    private final DeliveryResult hybrid = study.deliveries().get(3);

    @Test
    void shouldSayThatTheMonthHasOtherTraffic() {
        assertThat(said(busy()))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("at the margin")
                        .contains("The month's other traffic is the background"));
    }

    /** A commitment is paid without any traffic, so a month that costs something need not be busy. */
    @Test
    void shouldTellOtherTrafficFromWhatIsPaidAllTheSame() {
        Scenario quiet = ScenarioReader.read("premiere-night", List.of(), List.of());
        StudyResult alone =
                new StudyResult(quiet, "", 1, study.deliveries(), List.of(), study.digest(), false, study.engine());

        assertThat(new MoneyFindings(alone, List.of(new Night(busy())))
                        .list()
                        .get(0)
                        .sentence())
                .contains(
                        "The scenario gives no other traffic; what the month costs without the event is committed or a "
                                + "monthly minimum.")
                .doesNotContain("background");
        assertThat(new MoneyFindings(alone, List.of(new Night(hybrid)))
                        .list()
                        .get(0)
                        .sentence())
                .contains("the month is empty otherwise");
    }

    @Test
    void shouldSayWhatIsOrderedAndWhatIsAgreed() {
        Scenario scenario = ScenarioReader.read(
                "premiere-night",
                List.of(),
                List.of("costs.edges={tariff: [cloudfront-list, {title: Port, source: us, as-of: \"2026\", "
                        + "capacity: {price: 120, per: 1Gbps}}], discount: 60%}"));
        StudyResult agreed =
                new StudyResult(scenario, "", 1, study.deliveries(), List.of(), study.digest(), false, study.engine());

        assertThat(new MoneyFindings(agreed, List.of()).list())
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("it pays for all of them, used or not"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Price for edges: Amazon CloudFront list price, of 2025, less 60 % by agreement."));
        assertThat(said(hybrid)).noneSatisfy(sentence -> assertThat(sentence).contains("used or not"));
    }

    /** The same note of two deliveries is said once. */
    @Test
    void shouldSayInWordsThatAPeakIsDiscarded() {
        DeliveryResult other = named("cdn", busy());
        List<String> said = said(busy(), other);

        assertThat(said)
                .filteredOn(sentence -> sentence.contains(NOTE))
                .containsExactly("hybrid, edges in na; cdn, edges in na: " + NOTE);
    }

    @Test
    void shouldShowBothMonthsWhereThereIsOtherTraffic() {
        Table table = new Tables(List.of()).invoice(new Night(busy()));

        assertThat(table.columns())
                .containsExactly(
                        "payer",
                        "tariff",
                        "meter",
                        "month without event",
                        "month with event",
                        "quantity of the event",
                        "unit price",
                        "amount");
        assertThat(table.rows().get(0).cells())
                .extracting(Report.Cell::text)
                .containsExactly(
                        "cdn-95-5, na", "95th percentile of 5-minute samples", "100", "130", "30 Mbit/s", "2", "60.00");
        assertThat(table.rows().get(1).cells()).hasSize(7);
        assertThat(table.caption())
                .isEqualTo("Bill of hybrid, USD: the month costs 200.00 without the event and 260.00 with it");
        assertThat(new Tables(List.of()).invoice(new Night(hybrid)).columns()).hasSize(6);
    }

    @Test
    void shouldSayWhatAVendorMayAskFor() {
        assertThat(said(uploading(hybrid.invoice())))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("viewers sent each other 4.00 TB")
                        .contains("crosses between access providers is not known")
                        .contains(
                                "340.00 USD more: a vendor pays off while it asks less than 0.0825 USD for each GB."));
    }

    /** Where a percentile discards the peak, uploads spare nothing, and trackers cost: no price is low enough. */
    @Test
    void shouldSayWhenNoVendorPaysOff() {
        BigDecimal tracker = new BigDecimal("0.68");
        Invoice free = new Invoice(
                "USD",
                hybrid.invoice().lines(),
                new Invoice.BreakEven(new BigDecimal("4000"), "GB", BigDecimal.ZERO, tracker));

        assertThat(said(uploading(free)))
                .anySatisfy(
                        sentence -> assertThat(sentence)
                                .endsWith(
                                        "would cost 0.00 USD more: no price of a vendor pays off in money. What uploads save is capacity."));
    }

    private DeliveryResult uploading(Invoice invoice) {
        Map<String, MetricValue> metrics = new LinkedHashMap<>(hybrid.metrics());
        metrics.put("peer-bytes", new MetricValue(4e12, null, null, null, null, null));
        return new DeliveryResult("hybrid", hybrid.runs(), metrics, List.of(), invoice);
    }

    @Test
    void shouldSayNothingOfFailedStartsThatAreWorthNothing() {
        assertThat(said(hybrid)).noneMatch(sentence -> sentence.contains("expected loss"));
    }

    private List<String> said(DeliveryResult... deliveries) {
        List<Night> nights = java.util.Arrays.stream(deliveries).map(Night::new).toList();
        return new MoneyFindings(study, nights)
                .list().stream().map(Finding::sentence).toList();
    }

    /** A hybrid whose CDN bills the percentile of a busy month. */
    private DeliveryResult busy() {
        Line line = new Line(
                "edges",
                "cdn-95-5",
                "na",
                "95th percentile of 5-minute samples",
                "Mbit/s",
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(130),
                BigDecimal.valueOf(2),
                NOTE);
        Invoice invoice = new Invoice("USD", List.of(line), null);
        return new DeliveryResult("hybrid", hybrid.runs(), hybrid.metrics(), List.of(), invoice);
    }

    private static DeliveryResult named(String name, DeliveryResult from) {
        return new DeliveryResult(name, from.runs(), from.metrics(), from.bounds(), from.invoice());
    }
}
