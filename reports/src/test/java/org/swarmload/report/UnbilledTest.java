package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.Invoice;
import org.swarmload.report.Report.Finding;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.yaml.ScenarioReader;

/** Page one where bills are unknown: an unknown bill is neither 0 nor the cheapest. */
class UnbilledTest {
    private static final StudyResult SAMPLE = SampleStudy.study();
    private static final String CDN_PICTURE = ", at 3.40 instead of 3.80 Mbit per second played (client-server)";
    private static final Invoice NO_BILL = new Invoice("USD", List.of(), null);

    /** Every delivery of which peers send has no bill where the price list for them is taken away. */
    private static DeliveryResult delivery(DeliveryResult from, boolean billed) {
        String payer = billed ? "edge:east" : "peers";
        List<RunResult> runs = from.runs().stream()
                .map(run -> new RunResult(
                        run.delivery(),
                        run.seed(),
                        run.replication(),
                        false,
                        run.digest(),
                        run.outcomes(),
                        run.startupSeconds(),
                        run.stallSecondsPerViewer(),
                        run.frontDoorWaitSeconds(),
                        run.completionSeconds(),
                        run.traffic(),
                        run.series(),
                        List.of(new LedgerLine(0, payer, 1_000_000, 10)),
                        run.causes(),
                        run.levels(),
                        run.frontDoor(),
                        run.viewers(),
                        run.engine()))
                .toList();
        return new DeliveryResult(from.name(), runs, from.metrics(), from.bounds(), billed ? from.invoice() : NO_BILL);
    }

    private static Report report(String removed, List<String> billed, String... good) {
        Scenario scenario = ScenarioReader.read("premiere-night", List.of(), List.of(removed + "=!remove"));
        List<DeliveryResult> deliveries = SAMPLE.deliveries().stream()
                .map(from -> delivery(from, billed.contains(from.name())))
                .toList();
        List<ObjectiveVerdict> verdicts = Stream.of(good)
                .map(name -> new ObjectiveVerdict("start-failures < 12%", name, Verdict.MET, 0.1, 0.12, true))
                .toList();
        StudyResult study = new StudyResult(scenario, "", 2, deliveries, verdicts, 1, false, SAMPLE.engine());
        return new ReportBuilder(study).build();
    }

    private static String recommended(Report report) {
        return report.recommendation().stream().map(Finding::sentence).collect(Collectors.joining("\n"));
    }

    @Test
    void shouldCallNothingTheCheapestWithoutBills() {
        Report report = report("costs", List.of(), "cdn", "hybrid");

        assertThat(recommended(report))
                .startsWith("Deliver by cdn" + CDN_PICTURE + ", or hybrid, at 2.60 instead of 3.80 Mbit")
                .endsWith(": each meets every objective that was set for it. Which is the cheapest nobody can tell. "
                        + "What cdn and hybrid cost is unknown: no tariff is set.");
        assertThat(report.figures().get(2).note()).isEqualTo("No tariff is set, so there is no bill");
    }

    @Test
    void shouldNameAllWithoutABillOnce() {
        assertThat(recommended(report("costs", List.of(), "cdn", "p2p", "hybrid")))
                .endsWith("What cdn, p2p and hybrid cost is unknown: no tariff is set.");
    }

    @Test
    void shouldNotTakeAnUnknownBillForTheCheapest() {
        Report report = report("costs.peers", List.of("client-server", "cdn"), "cdn", "client-server", "hybrid");

        assertThat(recommended(report))
                .startsWith("Deliver by cdn, for 1,757.20 USD" + CDN_PICTURE
                        + ": of the deliveries that meet their objectives and have a "
                        + "bill it is the cheapest. What hybrid costs is unknown: no price list for peers.\n"
                        + "The next is client-server at ");
        assertThat(report.figures().get(2).note()).isEqualTo("There is no bill: no price list for peers");
    }

    @Test
    void shouldCallABillThatIsAloneNotTheCheapest() {
        Report report = report("costs.peers", List.of("client-server", "cdn"), "cdn", "hybrid");

        assertThat(recommended(report))
                .isEqualTo("Deliver by cdn, for 1,757.20 USD" + CDN_PICTURE
                        + ": it meets every objective that was set for it, and alone "
                        + "of those that do it has a bill. What hybrid costs is unknown: no price list for peers.");
    }

    @Test
    void shouldSayOfTheOnlyGoodOneThatItsCostIsUnknown() {
        assertThat(recommended(report("costs.peers", List.of("cdn"), "hybrid")))
                .endsWith("it alone meets every objective that was set for it. What hybrid costs is unknown: no price "
                        + "list for peers.");
    }

    /** Beside the cost of the delivery that decides stands no 0 for one that has no bill. */
    @Test
    void shouldShowNoBillOfNothing() {
        Report report = report("costs.peers", List.of("client-server", "cdn", "hybrid"), "hybrid");

        assertThat(report.figures().get(2).others())
                .extracting(Quantity::text)
                .hasSize(2)
                .noneMatch(text -> text.startsWith("p2p"));
        assertThat(report.figures().get(2).note()).endsWith(". What p2p costs is unknown: no price list for peers");
        List<String> tables = new ArrayList<>();
        report.sections().forEach(section -> section.tables().forEach(table -> tables.add(table.caption())));
        assertThat(tables)
                .anyMatch(caption -> caption.startsWith("Bill of hybrid"))
                .noneMatch(caption -> caption.startsWith("Bill of p2p"));
    }
}
