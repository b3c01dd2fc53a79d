package org.swarmload.yaml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.swarmload.scenario.RunPlan;

/** Binds {@code run:}: how often, until when, and what is left out at the beginning. */
final class RunBinder {
    private static final Pattern DONE = Pattern.compile("([0-9.]+\\s*%)\\s+done");
    private static final Range UNTIL = new Range(1e-3, 604_800, "from 1ms to 7d after the unlock");
    private static final Range WARM_UP = new Range(0, 0.99, "from 0% to 99%");

    private final Problems problems;
    private final Clock clock;

    RunBinder(Problems problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    RunPlan bind(Fields run) {
        int replications = (int) run.count("replications", 1, 1_000, 1);
        String end = run.node("until") instanceof SourceNode.ScalarNode scalar
                ? scalar.text().strip()
                : "";
        double done = doneShare(run, end);
        Long until = run.has("until") && !end.equals("end") && done == 0 ? until(run) : null;
        boolean percent = run.node("warm-up") instanceof SourceNode.ScalarNode scalar
                && scalar.text().strip().endsWith("%");
        double share = percent ? run.quantity("warm-up", Kind.SHARE, WARM_UP, 0) : 0;
        long micros = percent ? 0 : run.micros("warm-up", Range.LONG_TIME, 0);
        boolean list =
                run.word("list-viewers", List.of("true", "false"), "false").equals("true");
        run.done();
        if (share > 0 && until == null && run.sound("until", "warm-up")) {
            run.problem(
                    "warm-up",
                    "A share of the time needs a time at which the run ends.",
                    "Write until as a duration, or the warm-up as one.");
        }
        if (until != null && micros >= until && run.sound("until", "warm-up")) {
            run.problem("warm-up", "The run ends before its warm-up.", "");
        }
        return new RunPlan(replications, until, done, micros, share, list);
    }

    /** The share of "all-done" and "95% done"; 0 for another end. */
    private double doneShare(Fields run, String end) {
        if (end.equals("all-done")) {
            return 1;
        }
        Matcher matcher = DONE.matcher(end);
        if (!matcher.matches()) {
            return 0;
        }
        Quantities.Parsed share = Quantities.parse(matcher.group(1), Kind.SHARE);
        if (share.ok() && Range.POSITIVE_SHARE.contains(share.value())) {
            return share.value();
        }
        run.problem("until", "This is no share of the viewers.", "For example 95% done.");
        return 1;
    }

    private Long until(Fields run) {
        String text = run.text("until", "");
        if (Quantities.parse(text, Kind.SHARE).ok()) {
            run.problem("until", "'" + text + "' is a share: of what?", "Maybe " + text + " done.");
            return null;
        }
        if (text.matches("[A-Za-z].*")) {
            run.problem(
                    "until",
                    "'" + text + "' is not known here.",
                    DidYouMean.hintOrList(text, List.of("end", "all-done", "95% done", "a duration", "a clock time")));
            return null;
        }
        long until = clock.offsetMicros(run, "until", UNTIL);
        if (until <= 0 && problems.sound("content.unlocks") && run.sound("until")) {
            run.problem(
                    "until",
                    "The run would end before the unlock.",
                    "Write end, all-done, 95% done, a duration or a clock time.");
        }
        return until;
    }
}
