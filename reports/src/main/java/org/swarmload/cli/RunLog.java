package org.swarmload.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.swarmload.report.ReportBuilder;
import org.swarmload.report.Unit;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult;

/** What was done when: {@code run.log} of a run's folder. */
final class RunLog {
    private final StringBuilder text = new StringBuilder();

    RunLog(List<String> arguments) {
        line("swarmload " + Version.text() + " " + String.join(" ", arguments));
        line("Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
    }

    void line(String message) {
        text.append(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .append("  ")
                .append(message)
                .append('\n');
    }

    void add(StudyResult study) {
        for (StudyResult.DeliveryResult delivery : study.deliveries()) {
            for (RunResult run : delivery.runs()) {
                line(delivery.name() + " replication " + run.replication() + ": digest "
                        + ReportBuilder.digest(run.digest()) + ", cells "
                        + run.engine().cells() + ", rounds " + run.engine().rounds() + ", events "
                        + run.engine().events());
            }
        }
        line(String.format(
                Locale.ROOT,
                "simulated in %.1f s (%.1f s of processors, %s), digest %s%s",
                study.engine().wallSeconds(),
                study.engine().cpuSeconds(),
                Unit.COUNT.say(study.engine().threads(), "thread"),
                ReportBuilder.digest(study.digest()),
                study.partial() ? ", partial" : ""));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
