package org.swarmload.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.report.Comparison;
import org.swarmload.report.Deciding;
import org.swarmload.report.Expected;
import org.swarmload.report.Mathematics;
import org.swarmload.report.Metrics;
import org.swarmload.report.Night;
import org.swarmload.report.ReportBuilder;
import org.swarmload.report.Unknowns;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

/** What a run says in the terminal. */
final class Summary {
    private final StudyResult study;

    Summary(StudyResult study) {
        this.study = study;
    }

    void print(PrintWriter out) {
        List<Night> nights = Night.of(study);
        new ResultTable(new Comparison(nights).table()).lines().forEach(out::println);
        List<String> bounds = new Mathematics(nights).text();
        if (!bounds.isEmpty()) {
            out.println();
            out.println("Mathematics beside the simulation:");
            bounds.forEach(line -> out.println("  " + line));
        }
        objectives(out);
        overNights(out, nights);
        expectations(out);
        out.println();
        out.println("digest " + ReportBuilder.digest(study.digest()) + ", seed "
                + study.scenario().seed() + (study.scenario().seedIsFromName() ? " (from the name)" : "")
                + ", replications " + study.plannedReplications()
                + (study.partial() ? " planned, not all finished" : ""));
    }

    private void objectives(PrintWriter out) {
        List<ObjectiveVerdict> deciding =
                study.verdicts().stream().filter(ObjectiveVerdict::deciding).toList();
        if (deciding.isEmpty()) {
            Deciding.noVerdict(study).ifPresent(sentence -> {
                out.println();
                out.println(sentence);
            });
            return;
        }
        out.println();
        boolean certain = study.scenario().nights().areCertain();
        out.println("Objectives of " + deciding.get(0).delivery() + ", which decides"
                + (certain ? ":" : " (the mean over nights does):"));
        for (ObjectiveVerdict verdict : deciding) {
            out.println("  " + Metrics.say(verdict) + "  " + verdict.objective() + "  ("
                    + Metrics.saidMeasured(study, verdict) + ")");
        }
    }

    /** Beside the verdict, which is about means: on how many nights promises hold, and what they cost. */
    private static void overNights(PrintWriter out, List<Night> nights) {
        List<String> lines = new ArrayList<>();
        for (Night night : nights) {
            List<String> said = new ArrayList<>();
            Unknowns.held(night).ifPresent(said::add);
            Unknowns.costs(night).ifPresent(costs -> said.add("costs " + costs));
            if (!said.isEmpty()) {
                lines.add("  " + night.name() + " " + String.join(", ", said));
            }
        }
        if (!lines.isEmpty()) {
            out.println();
            out.println("Over what is unknown:");
            lines.forEach(out::println);
        }
    }

    private void expectations(PrintWriter out) {
        if (!study.expectations().isEmpty()) {
            judged(out);
        }
        Deciding.notJudged(study).ifPresent(sentence -> {
            out.println();
            out.println(sentence);
        });
    }

    private void judged(PrintWriter out) {
        out.println();
        out.println("Expectations of " + study.scenario().name() + " (" + Expected.DECIDES + "):");
        for (ExpectationOutcome outcome : study.expectations()) {
            Expected said = new Expected(outcome);
            out.println("  " + said.verdict() + "  " + said.what());
            out.println("           expected " + said.expected() + ", got " + said.got() + " (" + said.runs() + ")");
            if (!said.source().isEmpty()) {
                out.println("           " + said.source());
            }
        }
    }

    /** The exit code that the verdicts call for. */
    ExitCode exitCode() {
        boolean missed = !study.asExpected();
        // What was not run is not met: nobody may take silence for success.
        boolean open =
                Deciding.noVerdict(study).isPresent() || !study.unjudged().isEmpty();
        for (ObjectiveVerdict verdict : study.verdicts()) {
            missed |= verdict.deciding() && verdict.verdict() == Verdict.MISSED;
            open |= verdict.deciding() && verdict.verdict() == Verdict.UNDECIDED;
        }
        return missed ? ExitCode.MISSED : open ? ExitCode.UNDECIDED : ExitCode.GOOD;
    }
}
