package org.swarmload.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.swarmload.report.Unit;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyListener;

/**
 * Progress on stderr: one line that rewrites itself on a terminal, else a plain line every ten seconds. Studies that go on
 * by what they found have several batches of simulations: then share and time left are those of the one under way.
 */
final class ProgressLine implements StudyListener {
    private static final long LIVE_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private final ModelClock clock;
    private final boolean live;
    private final LongSupplier nanoTime;
    private final long started;
    private long batchStarted;
    private double lastFraction;
    private long lastSaid;
    private int lastLength;

    /** @param nanoTime {@link System#nanoTime} */
    ProgressLine(PrintWriter err, Scenario scenario, boolean live, LongSupplier nanoTime) {
        this.err = err;
        this.clock = scenario.clock();
        this.live = live;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.lastSaid = started;
        this.batchStarted = started;
    }

    @Override
    public void onProgress(Progress progress) {
        boolean over = progress.finishedRuns() == progress.plannedRuns();
        long now = nanoTime.getAsLong();
        if (progress.fraction() < lastFraction) {
            batchStarted = now;
        }
        lastFraction = progress.fraction();
        if (over && live) {
            rewrite("");
            return;
        }
        if (over || now - lastSaid < (live ? LIVE_NANOS : PLAIN_NANOS)) {
            return;
        }
        lastSaid = now;
        String text = text(progress, (now - started) / 1e9, (now - batchStarted) / 1e9);
        if (live) {
            rewrite(text);
        } else {
            err.println(text);
        }
    }

    private String text(Progress progress, double seconds, double ofBatch) {
        String left = progress.fraction() > 0.02
                ? ", about " + duration(ofBatch / progress.fraction() - ofBatch)
                        + (batchStarted == started ? " left" : " for the rest of these")
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
