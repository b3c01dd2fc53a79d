package org.swarmload.yaml;

import java.util.List;
import java.util.Locale;
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
        boolean leaves = patience.has("start-up");
        Fields startUp = patience.mapOrEmpty("start-up");
        Fields abandon =
                leaves ? startUp.map("abandon", "{from: 2s, per-second: 5.8%}") : startUp.mapOrEmpty("abandon");
        double from = leaves ? abandon.requiredQuantity("from", Kind.DURATION, Range.SHORT_TIME, "2s") : 0;
        double perSecond =
                leaves ? abandon.requiredQuantity("per-second", Kind.SHARE, Range.POSITIVE_SHARE, "5.8%") : 1;
        double atMost = leaves ? abandon.quantity("at-most", Kind.SHARE, Range.SHARE, 0.9) : 0;
        Law stall = patience.law("stall", Kind.DURATION, Range.SOME_TIME, NEVER);
        abandon.done();
        startUp.done();
        patience.done();
        return new Patience(from, perSecond, atMost, stall);
    }

    Retry retry(Fields audience) {
        if (!audience.has("retry")) {
            return new Retry(Backoff.NONE, 0, 0, Jitter.NONE, 0);
        }
        Fields retry = audience.mapOrEmpty("retry");
        String backoff = retry.word("backoff", List.of("none", "fixed", "exponential"), "exponential");
        long first = retry.micros("first", Range.SHORT_TIME, 1);
        long cap = retry.micros("cap", Range.SHORT_TIME, Math.max(64, first / 1e6));
        String jitter = retry.word("jitter", List.of("none", "equal", "full"), "none");
        int attempts = (int) retry.count("attempts", 0, MAX_ATTEMPTS, 6);
        retry.done();
        if (cap < first && retry.sound("first", "cap")) {
            retry.problem("cap", "The cap is below the first delay.", "");
        }
        if (!backoff.equals("none") && first == 0) {
            retry.problem("first", "A delay of 0s would retry for ever at one instant.", "For example first: 1s");
        }
        return new Retry(
                Backoff.valueOf(backoff.toUpperCase(Locale.ROOT)),
                first,
                cap,
                Jitter.valueOf(jitter.toUpperCase(Locale.ROOT)),
                backoff.equals("none") ? 0 : attempts);
    }

    Reload reload(Fields audience) {
        if (!audience.has("reload")) {
            return new Reload(NEVER, 0);
        }
        Fields reload = audience.mapOrEmpty("reload");
        Law after = reload.requiredLaw("after", Kind.DURATION, Range.SOME_TIME, "{exponential: 15s}");
        int attempts = (int) reload.count("attempts", 0, MAX_ATTEMPTS, 5);
        reload.done();
        return new Reload(after, attempts);
    }
}
