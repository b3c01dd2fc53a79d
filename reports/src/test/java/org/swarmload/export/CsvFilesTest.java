package org.swarmload.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.report.SampleStudy;
import org.swarmload.study.StudyResult;

class CsvFilesTest {
    private final StudyResult study = SampleStudy.study();

    @Test
    void shouldWriteOneLinePerDeliveryReplicationAndBin() {
        List<String> lines = CsvFiles.timeSeries(study).lines().toList();
        assertThat(lines.get(0)).startsWith("delivery,replication,bin-start-seconds,clock,waiting-viewers,");
        assertThat(lines).hasSize(1 + 4 * 2 * 810);
        assertThat(lines.get(1)).startsWith("client-server,0,0,20:45:00,");
        assertThat(lines.get(2)).startsWith("client-server,0,10,20:45:10,");
    }

    @Test
    void shouldGiveEveryLineAsManyValuesAsTheHead() {
        for (String csv : List.of(CsvFiles.timeSeries(study), CsvFiles.ledger(study), CsvFiles.replications(study))) {
            List<String> lines = csv.lines().toList();
            int columns = lines.get(0).split(",", -1).length;
            assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        }
    }

    /** Every line by itself: (with - without) x unit price is its amount. */
    @Test
    void shouldWriteBillsThatCanBeCheckedByHand() {
        List<String> lines = CsvFiles.invoice(study).lines().toList();

        assertThat(lines.get(0))
                .isEqualTo(
                        "delivery,payer,tariff,region,meter,unit,month-without,month-with,quantity,unit-price,amount,"
                                + "currency,note");
        assertThat(lines).hasSize(1 + 4 * 2);
        assertThat(lines.get(1))
                .isEqualTo(
                        "client-server,origin,cdn-list,,\"egress, first 10 TB\",GB,0,24000,24000,0.085,2040.000000,USD,");
        assertThat(lines.get(2)).contains(",7.627,7.50,57.202500,");
    }

    @Test
    void shouldWriteTheDigestOfEveryReplication() {
        assertThat(CsvFiles.replications(study).lines().skip(1))
                .hasSize(8)
                .first()
                .asString()
                .startsWith("client-server,0,000000000000004d,false,20000,");
    }
}
