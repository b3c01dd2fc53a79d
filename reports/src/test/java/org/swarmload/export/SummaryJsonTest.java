package org.swarmload.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.swarmload.report.Quantity;
import org.swarmload.report.Report;
import org.swarmload.report.ReportBuilder;
import org.swarmload.report.SampleStudy;
import org.swarmload.study.StudyResult;

class SummaryJsonTest {
    private final StudyResult study = SampleStudy.study();
    private final Report report = new ReportBuilder(study).build();
    private final String text = SummaryJson.of(study, report);

    private JsonNode json() throws IOException {
        return new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(text);
    }

    @Test
    void shouldHoldEveryFigureOfTheReport() throws IOException {
        Set<String> numbers = new HashSet<>();
        collect(json(), numbers);
        for (Quantity quantity : report.quantities()) {
            assertThat(numbers).as(quantity.toString()).contains(Numbers.plain(quantity.value()));
        }
    }

    private static void collect(JsonNode node, Set<String> numbers) {
        if (node.isNumber()) {
            numbers.add(Numbers.plain(node.doubleValue()));
        }
        node.forEach(child -> collect(child, numbers));
    }

    @Test
    void shouldBeginWithWhatTheRunWas() throws IOException {
        JsonNode json = json();
        assertThat(json.get("schemaVersion").intValue()).isEqualTo(1);
        assertThat(json.get("scenario").textValue()).isEqualTo("Sample <night> & friends");
        assertThat(json.get("seed").longValue()).isEqualTo(2017);
        assertThat(json.get("replications").intValue()).isEqualTo(2);
        assertThat(json.get("digest").textValue()).isEqualTo("0123456789abcdef");
        assertThat(json.get("engine").get("threads").intValue()).isEqualTo(4);
    }

    @Test
    void shouldSayWhatTheComputingTook() throws IOException {
        JsonNode engine = json().get("engine");
        assertThat(engine.get("engineSeconds").doubleValue()).isEqualTo(10);
        assertThat(engine.get("peakHeapBytes").longValue()).isEqualTo(300_000_000);
        assertThat(engine.get("runs").intValue()).isEqualTo(8);
        assertThat(engine.get("events").longValue()).isEqualTo(8 * 12_000_000L);
        assertThat(engine.get("eventsPerSecond").doubleValue()).isEqualTo(9_600_000);
        assertThat(engine.fieldNames())
                .toIterable()
                .contains(
                        "wallSeconds",
                        "cpuSeconds",
                        "serialShare",
                        "threads",
                        "cells",
                        "viewers",
                        "stateBytesPerViewer")
                .contains("picks", "picksPerSecond", "pieceTransfers", "pieceTransfersPerSecond", "segmentsPlayed")
                .contains("blockTransfers", "blockTransfersPerSecond", "rounds", "java", "version");
        JsonNode ofOne = json().at("/deliveries/hybrid/engine");
        assertThat(ofOne.get("runs").intValue()).isEqualTo(2);
        assertThat(ofOne.get("eventsPerSecond").isNull())
                .as("nobody timed these runs")
                .isTrue();
        assertThat(ofOne.at("/rounds/number").longValue()).isEqualTo(2 * 9_000);
    }

    @Test
    void shouldHoldMetricsByWordWithIntervalAndQuantiles() throws IOException {
        JsonNode metrics = json().at("/deliveries/hybrid/metrics");
        assertThat(metrics.at("/startup-time/p95").doubleValue()).isEqualTo(3.1);
        assertThat(metrics.at("/startup-time/ci95").doubleValue()).isEqualTo(0.01);
        assertThat(metrics.at("/offload").has("p95")).isFalse();
    }

    @Test
    void shouldHoldMathematicsBesideWhatWasSimulated() throws IOException {
        JsonNode bound = json().at("/deliveries/hybrid/bounds/0");
        assertThat(bound.get("metric").textValue()).isEqualTo("offload");
        assertThat(bound.get("value").doubleValue()).isEqualTo(0.83);
        assertThat(bound.get("simulated").doubleValue()).isBetween(0.6, 0.65);
        assertThat(bound.get("broken").booleanValue()).isFalse();
        assertThat(bound.get("gap").textValue()).contains("lower");
    }

    @Test
    void shouldHoldWhatOwnLinesAllow() throws IOException {
        JsonNode floor = json().at("/floors/0");
        assertThat(floor.get("objective").textValue()).isNotEmpty();
        assertThat(floor.get("share").isNumber()).isTrue();
        assertThat(floor.get("because").textValue()).isNotEmpty();
    }

    @Test
    void shouldHoldTheFateOfEverybody() throws IOException {
        JsonNode fate = json().at("/deliveries/client-server/fate");
        assertThat(fate.get("gave-up").doubleValue()).isEqualTo(0.0015);
        double sum = 0;
        for (JsonNode part : fate) {
            sum += part.doubleValue();
        }
        assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void shouldHoldTheBillWithAndWithoutTheEvent() throws IOException {
        JsonNode invoice = json().at("/deliveries/hybrid/invoice");
        assertThat(invoice.get("total").decimalValue()).isEqualByComparingTo("1077.20");
        assertThat(invoice.get("monthWithout").decimalValue()).isEqualByComparingTo("0");
        assertThat(invoice.get("monthWith").decimalValue()).isEqualByComparingTo("1077.20");
        assertThat(invoice.at("/lines/0/note").textValue()).isEqualTo("This short peak is discarded.");
        // 340 spared, 10 for trackers, 4,000 GB.
        assertThat(invoice.at("/breakEven/perUnit").decimalValue()).isEqualByComparingTo("0.0825");
        assertThat(json().at("/deliveries/cdn/invoice").has("breakEven")).isFalse();
    }

    @Test
    void shouldSayTheSameTwice() {
        assertThat(SummaryJson.of(study, new ReportBuilder(study).build())).isEqualTo(text);
    }
}
