package org.swarmload.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.swarmload.report.Unit;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyListener;

/** Progress on stderr: one line that rewrites itself on a terminal, else a plain line every ten seconds. */
final class ProgressLine implements StudyListener {
    private static final long LIVE_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private final ModelClock clock;
    private final boolean live;
    private final long started = System.nanoTime();
    private long lastSaid;
    private int lastLength;

    ProgressLine(PrintWriter err, Scenario scenario, boolean live) {
        this.err = err;
        this.clock = scenario.clock();
        this.live = live;
        this.lastSaid = started;
    }

    @Override
    public void onProgress(Progress progress) {
        boolean over = progress.finishedRuns() == progress.plannedRuns();
        long now = System.nanoTime();
        if (over && live) {
            rewrite("");
            return;
        }
        if (over || now - lastSaid < (live ? LIVE_NANOS : PLAIN_NANOS)) {
            return;
        }
        lastSaid = now;
        String text = text(progress, (now - started) / 1e9);
        if (live) {
            rewrite(text);
        } else {
            err.println(text);
        }
    }

    private String text(Progress progress, double seconds) {
        String left = progress.fraction() > 0.02
                ? ", about " + duration(seconds / progress.fraction() - seconds) + " left"
                : "";
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %s of %s done, %s at %s, %s, %s%s",
                100 * progress.fraction(),
                Unit.COUNT.say(progress.finishedRuns()),
                Unit.COUNT.say(progress.plannedRuns(), "simulation"),
                progress.delivery(),
                clock.minutes(progress.simulatedMicros()),
                Unit.COUNT.say(progress.viewersPresent(), "viewer"),
                duration(seconds),
                left);
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private void rewrite(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, lastLength - text.length())) + (text.isEmpty() ? "\r" : ""));
        err.flush();
        lastLength = text.length();
    }
}
