package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.Unknown;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.OverNights;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.yaml.ScenarioReader;

/** What the nights on which a promise fails have in common. */
class UnknownsTest {
    private static final StudyResult SAMPLE = SampleStudy.study();
    private static final DeliveryResult HYBRID = SAMPLE.deliveries().get(3);
    private static final Scenario TWO_AUDIENCES = ScenarioReader.read(
            "premiere-night",
            List.of(),
            List.of("unknowns={audience.viewers: {times: {choice: [[0.8, 90%], [1.2, 10%]]}}}"));

    private static RunResult night(int replication) {
        RunResult run = HYBRID.runs().get(0);
        return new RunResult(
                run.delivery(),
                run.seed(),
                replication,
                false,
                run.digest(),
                run.outcomes(),
                run.startupSeconds(),
                run.stallSecondsPerViewer(),
                run.frontDoorWaitSeconds(),
                run.completionSeconds(),
                run.traffic(),
                run.series(),
                run.ledger(),
                run.causes(),
                run.levels(),
                run.frontDoor(),
                run.viewers(),
                run.engine());
    }

    /** Of nights with the small audience 37, of nights with the large one 3, on which the promise fails. */
    @Test
    void shouldNameAnUnknownOfTwoValuesThatDecidesEverything() {
        Unknown viewers = TWO_AUDIENCES.nights().unknowns().get(0);
        List<RunResult> runs = new ArrayList<>();
        List<Integer> missed = new ArrayList<>();
        int held = 0;
        for (int i = 0; held < 37 || missed.size() < 3; i++) {
            boolean large = viewers.draw(TWO_AUDIENCES.seed(), i).value() > 1;
            if (large && missed.size() < 3) {
                missed.add(i);
                runs.add(night(i));
            } else if (!large && held < 37) {
                held++;
                runs.add(night(i));
            }
        }
        OverNights over = new OverNights(NightsHeld.of(40, 37), missed, Map.of(), 0);
        DeliveryResult hybrid =
                new DeliveryResult("hybrid", runs, HYBRID.metrics(), HYBRID.bounds(), HYBRID.invoice(), over);
        StudyResult study =
                new StudyResult(TWO_AUDIENCES, "", 40, List.of(hybrid), List.of(), 1, false, SAMPLE.engine());

        assertThat(new Unknowns(study, Night.of(study)).common(new Night(hybrid)))
                .hasValueSatisfying(finding -> assertThat(finding.sentence())
                        .isEqualTo(
                                "Nights on which hybrid fails have above all more of audience.viewers: 1.20 times what "
                                        + "is written against 0.800 on nights that hold (medians)."));
    }

    @Test
    void shouldGiveEqualDrawsTheMiddleOfTheirRanks() {
        assertThat(Unknowns.ranks(5, 1, 5, 5, 9)).containsExactly(2, 0, 2, 2, 4);
    }
}
