package org.swarmload.sim.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.sim.audience.ModelFixture.SECOND;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.audience.ModelFixture;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.AudienceSpec.Reload;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ServiceSpec;

/** A door at which everything happens at once: queues, refusals, time-outs, impatience, reloads and a fault. */
class DoorInvariantsTest {
    private final ModelFixture fixture = new ModelFixture();

    /** Everything at once; the facts and the digest must not depend on how the time is cut. */
    @Test
    void shouldNotDependOnRounds() {
        everything();
        DoorRun fine = new DoorRun(fixture).until(400, 0.1);
        DoorRun coarse = new DoorRun(fixture).until(400, 10);
        DoorRun odd = new DoorRun(fixture).until(400, 0.037);
        assertThat(snapshot(coarse)).isEqualTo(snapshot(fine));
        assertThat(snapshot(odd)).isEqualTo(snapshot(fine));
        fixture.seed = 2;
        assertThat(new DoorRun(fixture).until(400, 10).door.digest()).isNotEqualTo(fine.door.digest());
    }

    @Test
    void shouldConserveViewersAndAttemptsAtEveryRound() {
        everything();
        DoorRun run = new DoorRun(fixture);
        DoorFacts facts = run.facts();
        for (int t = 1; t <= 400; t++) {
            run.until(t);
            assertThat(facts.attempts()).isEqualTo(facts.admitted() + facts.http503());
            assertThat(facts.pressed())
                    .isEqualTo(facts.passes() + facts.startFailures() + facts.exitsBeforeStart() + run.door.waiting());
        }
        long attempts = 0;
        long refused = 0;
        for (int bin = 0; bin < facts.bins(); bin++) {
            attempts += facts.attemptsInBin(bin);
            refused += facts.http503InBin(bin);
        }
        assertThat(attempts).isEqualTo(facts.attempts());
        assertThat(refused).isEqualTo(facts.http503()).isPositive();
        assertThat(facts.startFailures(run.door.faultCause())).isPositive();
        assertThat(facts.exitsBeforeStart()).isPositive();
        assertThat(facts.startFailures()).isPositive();
        assertThat(facts.startFailures(0)).as("after time-outs").isPositive();
        assertThat(run.pressesAfterTheFirst(fixture.audience())).as("reloads").isPositive();
        assertThat(run.size).isGreaterThan(1000);
    }

    private void everything() {
        fixture.poisson(20_000, 200);
        fixture.patience = new Patience(2, 0.058, 0.9, Law.constant(60));
        fixture.retry = new Retry(Backoff.EXPONENTIAL, SECOND, 20 * SECOND, Jitter.FULL, 3);
        fixture.reload = new Reload(new Law.Exponential(5), 2);
        fixture.access = List.of(
                new Access("dsl", 1, Law.constant(1e7), Law.constant(1e6), Law.Lognormal.ofMedian(0.03, 0.7), true));
        fixture.frontDoor = List.of(
                new ServiceSpec("login", 40, new Law.Exponential(0.6), 1, 300, 4 * SECOND, 30_000),
                new ServiceSpec("licence", 1, Law.constant(1.0 / 130), 2, 100, 0, 10_000));
        fixture.faults = List.of(new FaultSpec(60 * SECOND, 20 * SECOND, FaultSpec.Target.SERVICE, "licence"));
    }

    private static List<Object> snapshot(DoorRun run) {
        DoorFacts facts = run.facts();
        List<Object> all = new ArrayList<>(List.of(
                run.door.digest(),
                run.door.events(),
                run.door.waiting(),
                facts.pressed(),
                facts.admitted(),
                facts.http503(),
                facts.passes(),
                facts.bins(),
                Arrays.hashCode(Arrays.copyOf(run.viewer, run.size)),
                Arrays.hashCode(Arrays.copyOf(run.admitted, run.size))));
        for (int s = 0; s < 2; s++) {
            all.addAll(List.of(facts.startFailures(s), facts.exitsBeforeStart(s)));
        }
        for (int bin = 0; bin < facts.bins(); bin++) {
            all.addAll(List.of(
                    facts.attemptsInBin(bin), facts.http503InBin(bin), facts.atEndOfBin(DoorFacts.Row.WAITING, bin)));
        }
        return all;
    }
}
