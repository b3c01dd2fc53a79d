package org.swarmload.sim.property;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.EngineSpec.CheckMode;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/** Runs models and says what does not hold of them. */
final class Trial {
    private static final int LONGEST_SECONDS = 60;

    private final SimulationEngine engine;

    Trial(SimulationEngine engine) {
        this.engine = engine;
    }

    /** The result; fails with the simulator's own words. */
    RunResult run(ModelSpec spec) throws ExecutionException, TimeoutException, InterruptedException {
        return engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Everything that does not hold; a run that fails or does not end is a finding too. */
    List<String> findings(ModelSpec spec) throws InterruptedException {
        try {
            return Invariants.broken(spec, run(spec));
        } catch (ExecutionException e) {
            return List.of(words(e));
        } catch (IllegalArgumentException e) {
            return List.of("refused: " + e.getMessage());
        } catch (TimeoutException e) {
            return List.of("does not end: after " + LONGEST_SECONDS + " s.");
        }
    }

    /** Whether checking itself changes nothing, and neither does the other engine. */
    List<String> differences(ModelSpec spec, SimulationEngine other) throws InterruptedException {
        Findings findings = new Findings();
        try {
            RunResult checked = run(spec);
            RunResult fast = new Trial(other).run(Edit.with(spec, "engine.mode", CheckMode.FAST));
            findings.require(checked.digest() == fast.digest(), "one digest", "FAST on another engine has another one");
            findings.require(checked.outcomes().equals(fast.outcomes()), "same outcomes", "in FAST mode");
            findings.require(checked.traffic().equals(fast.traffic()), "same traffic", "in FAST mode");
            findings.require(checked.levels().equals(fast.levels()), "same levels", "in FAST mode");
        } catch (ExecutionException | TimeoutException e) {
            return List.of(words(e));
        }
        return findings.all();
    }

    private static String words(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String where = cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
        String what = String.valueOf(cause.getMessage());
        String kind = what.startsWith("Invariant broken")
                ? "PARANOID" + what.substring(what.lastIndexOf(':', what.length() - 2))
                : "failed in " + cause.getClass().getSimpleName() + where.replace(':', ' ');
        return kind + ": " + what;
    }
}
