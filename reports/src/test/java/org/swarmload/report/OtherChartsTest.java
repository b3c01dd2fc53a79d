package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.chart.BarChart;
import org.swarmload.cost.Invoice;
import org.swarmload.cost.Invoice.Line;
import org.swarmload.study.StudyResult.DeliveryResult;

class OtherChartsTest {
    private final DeliveryResult cdn = SampleStudy.study().deliveries().get(1);

    /** 1,000 less 60 %, and two services of the door: bars are as long as the total says. */
    @Test
    void shouldDrawBillsAfterDiscounts() {
        Invoice invoice = new Invoice(
                "USD",
                List.of(
                        line("edges", "1000", "1"),
                        line("edges", "-1000", "0.6"),
                        line("front-door login", "180", "2"),
                        line("front-door licence", "10", "15")),
                null);
        Night night = new Night(new DeliveryResult("cdn", cdn.runs(), cdn.metrics(), cdn.bounds(), invoice));

        BarChart chart = new OtherCharts(List.of(night)).cost();

        assertThat(chart.parts()).extracting(BarChart.Part::name).containsExactly("edges", "front door");
        assertThat(chart.parts().get(0).values()).containsExactly(400);
        assertThat(chart.parts().get(1).values()).containsExactly(510);
    }

    private static Line line(String payer, String quantity, String price) {
        return new Line(
                payer, "own", "", "any", "units", BigDecimal.ZERO, new BigDecimal(quantity), new BigDecimal(price), "");
    }
}
