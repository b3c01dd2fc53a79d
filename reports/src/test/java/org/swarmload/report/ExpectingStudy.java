package org.swarmload.report;

import java.util.List;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;
import org.swarmload.study.StudyResult.ObjectiveVerdict;

/** The sample study when something was expected of it. */
public final class ExpectingStudy {
    private ExpectingStudy() {}

    /** Of exactly five viewers, which is simple and wrong. */
    public static Expectation fiveViewers(String delivery, String relativeTo) {
        return new Expectation(
                "viewers",
                MetricWord.VIEWERS,
                null,
                Statistic.MEAN,
                delivery,
                0,
                Expectation.Group.EVERYBODY,
                null,
                relativeTo,
                new Expectation.Limits("5 exactly", 5, 5),
                false,
                "counted");
    }

    /** A study of a scenario with these expectations, with so many of its deliveries run. */
    public static StudyResult of(
            List<Expectation> expectations,
            List<ExpectationOutcome> outcomes,
            List<ObjectiveVerdict> verdicts,
            int deliveries) {
        StudyResult sample = SampleStudy.study();
        return new StudyResult(
                scenario(expectations, !verdicts.isEmpty()),
                sample.effectiveScenario(),
                2,
                sample.deliveries().subList(0, deliveries),
                verdicts,
                outcomes,
                1,
                false,
                sample.engine());
    }

    public static Scenario scenario(List<Expectation> expectations, boolean objectives) {
        Scenario from = SampleStudy.study().scenario();
        return new Scenario(
                from.schema(),
                from.name(),
                from.about(),
                from.seed(),
                from.zone(),
                from.run(),
                from.content(),
                from.audience(),
                from.frontDoor(),
                from.deliveries(),
                from.faults(),
                from.decide(),
                objectives ? from.objectives() : List.of(),
                expectations,
                from.costs(),
                from.engine(),
                from.effectiveYaml());
    }
}
