package org.swarmload.validation;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.check.CheckCase;
import org.swarmload.check.Lab;
import org.swarmload.report.Expected;
import org.swarmload.report.ReportBuilder;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyRunner;
import org.swarmload.yaml.ScenarioException;
import org.swarmload.yaml.ScenarioProblem;
import org.swarmload.yaml.ScenarioReader;

/**
 * What came of one case.
 *
 * @param parts classes of the engine that ran; empty for mathematics
 * @param digest of the runs; empty for mathematics
 */
record CaseResult(String id, List<Row> rows, List<String> parts, String digest, double seconds) {
    /** One line of the table. */
    record Row(String what, String expected, String got, String runs, boolean pass, String source) {}

    boolean pass() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::pass);
    }

    /** Simulates a file as the command run does, on one thread of the engine. A file that cannot be run is short. */
    static CaseResult of(String id, String file, List<String> sets, SimulationEngine engine) {
        long start = System.nanoTime();
        try {
            Scenario scenario = ScenarioReader.read(file, List.of(), sets);
            StudyResult study = new StudyRunner(engine, 1)
                    .run(scenario, List.of(), scenario.run().replications(), StudyListener.none());
            List<Row> rows = study.expectations().stream().map(CaseResult::row).toList();
            return new CaseResult(id, rows, parts(study), ReportBuilder.digest(study.digest()), seconds(start));
        } catch (ScenarioException e) {
            ScenarioProblem first = e.problems().get(0);
            return failed(id, "line " + first.line() + " " + first.path() + ": " + first.message(), start);
        } catch (RuntimeException e) {
            return failed(id, e.toString(), start);
        }
    }

    static CaseResult of(CheckCase one, long seed) {
        long start = System.nanoTime();
        try (Lab lab = new Lab(seed)) {
            List<Row> rows = one.run(lab).stream()
                    .map(r -> new Row(r.what(), r.expected(), r.got(), "-", r.pass(), one.source()))
                    .toList();
            return new CaseResult("check " + one.id(), rows, List.of(), "", seconds(start));
        } catch (RuntimeException e) {
            return failed("check " + one.id(), e.toString(), start);
        }
    }

    private static Row row(StudyResult.ExpectationOutcome outcome) {
        Expected said = new Expected(outcome);
        return new Row(said.what(), said.expected(), said.got(), said.runs(), outcome.pass(), said.source());
    }

    private static CaseResult failed(String id, String reason, long start) {
        return new CaseResult(
                id, List.of(new Row("cannot be run", "", reason, "-", false, "")), List.of(), "", seconds(start));
    }

    private static List<String> parts(StudyResult study) {
        List<String> parts = new ArrayList<>();
        study.deliveries()
                .forEach(delivery -> delivery.runs()
                        .forEach(run -> run.engine().parts().stream()
                                .filter(part -> !parts.contains(part))
                                .forEach(parts::add)));
        return parts;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
