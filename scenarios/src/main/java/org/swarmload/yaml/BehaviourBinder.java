package org.swarmload.yaml;

import java.util.List;
import java.util.Locale;
import org.swarmload.scenario.Durations;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.AudienceSpec.Reload;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.Law;

/** Binds what people and players do when they have to wait or are refused. What is not written does not happen. */
final class BehaviourBinder {
    private static final int MAX_ATTEMPTS = 100;

    /** A stall that outlasts this ends the session even of those who never give up: no run is longer. */
    private static final Law NEVER = Law.constant(604_800);

    Patience patience(Fields patience) {
        Fields startUp = patience.mapOrEmpty("start-up");
        Law stall =
                patience.says("stall", "never") ? NEVER : patience.law("stall", Kind.DURATION, Range.SOME_TIME, NEVER);
        Patience bound = startUp.has("leave") ? byLaw(startUp, stall) : byRule(patience, startUp, stall);
        startUp.done();
        patience.done();
        return bound;
    }

    private static Patience byLaw(Fields startUp, Law stall) {
        if (startUp.has("abandon")) {
            startUp.problem("leave", "Either leave, a law, or abandon.", "");
        }
        Law leave = startUp.law("leave", Kind.DURATION, Range.LONG_TIME, NEVER);
        return new Patience(0, 1, 0, leave, stall);
    }

    private static Patience byRule(Fields patience, Fields startUp, Law stall) {
        boolean leaves = patience.has("start-up");
        Fields abandon =
                leaves ? startUp.map("abandon", "{from: 2s, per-second: 5.8%}") : startUp.mapOrEmpty("abandon");
        double from = leaves ? abandon.requiredQuantity("from", Kind.DURATION, Range.SHORT_TIME, "2s") : 0;
        double perSecond =
                leaves ? abandon.requiredQuantity("per-second", Kind.SHARE, Range.POSITIVE_SHARE, "5.8%") : 1;
        double atMost = leaves ? abandon.quantity("at-most", Kind.SHARE, Range.SHARE, 0.9) : 0;
        abandon.done();
        return new Patience(from, perSecond, atMost, stall);
    }

    Retry retry(Fields audience) {
        if (!audience.has("retry")) {
            return new Retry(Backoff.NONE, 0, 0, Jitter.NONE, 0);
        }
        Fields retry = audience.mapOrEmpty("retry");
        double giveUp = retry.quantity("give-up", Kind.SHARE, Range.SHARE, 0);
        int attempts = attempts(retry, 6);
        return retry.has("delay") ? byLaw(retry, attempts, giveUp) : byBackoff(retry, attempts, giveUp);
    }

    private static Retry byLaw(Fields retry, int attempts, double giveUp) {
        for (String key : List.of("backoff", "first", "cap", "jitter")) {
            if (retry.has(key)) {
                retry.problem(key, "Either a delay, which is a law, or this.", "");
            }
        }
        Law delay = retry.law("delay", Kind.DURATION, Range.SOME_TIME, Law.constant(1));
        retry.done();
        return new Retry(Backoff.LAW, 0, 0, Jitter.NONE, attempts, delay, giveUp);
    }

    private static Retry byBackoff(Fields retry, int attempts, double giveUp) {
        String backoff = retry.word("backoff", List.of("none", "fixed", "exponential"), "exponential");
        long first = retry.micros("first", Range.SHORT_TIME, 1);
        long cap = retry.micros("cap", Range.SHORT_TIME, Math.max(64, first / 1e6));
        String jitter = retry.word("jitter", List.of("none", "equal", "full"), "none");
        retry.done();
        if (cap < first && retry.sound("first", "cap")) {
            retry.problem(
                    "cap",
                    "The cap of " + Durations.text(cap) + " is below the first delay of " + Durations.text(first) + ".",
                    "");
        }
        if (backoff.equals("none")) {
            checkNone(retry);
        }
        if (!backoff.equals("none") && first == 0) {
            retry.problem("first", "A delay of 0s would retry for ever at one instant.", "For example first: 1s");
        }
        return new Retry(
                Backoff.valueOf(backoff.toUpperCase(Locale.ROOT)),
                first,
                cap,
                Jitter.valueOf(jitter.toUpperCase(Locale.ROOT)),
                backoff.equals("none") ? 0 : attempts,
                null,
                giveUp);
    }

    /** Without retries nothing else matters; it may come from another file, where it did. */
    private static void checkNone(Fields retry) {
        List<String> idle = List.of("first", "cap", "jitter", "attempts", "give-up").stream()
                .filter(key -> retry.has(key) && retry.writtenTogether("backoff", key))
                .toList();
        if (!idle.isEmpty() && retry.sound("backoff")) {
            retry.problem(
                    "backoff",
                    "With none nobody tries again, and " + String.join(", ", idle)
                            + (idle.size() == 1 ? " does" : " do") + " nothing.",
                    "Maybe backoff: fixed, or exponential.");
        }
    }

    private static int attempts(Fields fields, int otherwise) {
        return (int) fields.countOr("for-ever", Retry.FOR_EVER, "attempts", 0, MAX_ATTEMPTS, otherwise);
    }

    Reload reload(Fields audience) {
        if (!audience.has("reload")) {
            return new Reload(NEVER, 0);
        }
        Fields reload = audience.mapOrEmpty("reload");
        Law after = reload.requiredLaw("after", Kind.DURATION, Range.SOME_TIME, "{exponential: 15s}");
        int attempts = attempts(reload, 5);
        reload.done();
        return new Reload(after, attempts);
    }
}
