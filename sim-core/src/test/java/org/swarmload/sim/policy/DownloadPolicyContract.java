package org.swarmload.sim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.picker.Allocation;

/**
 * What every {@link DownloadPolicy} must keep. Extend it, say which policy, and run it with JUnit 5; it is published in the
 * test-jar of sim-core.
 */
public abstract class DownloadPolicyContract {
    private static final int CLIENTS = 10_000;
    private static final int MEASURED = 2_000;
    private static final int WARM_UPS = 20;

    /** A fresh policy. */
    protected abstract DownloadPolicy policy();

    /** What is missing and offered is asked of peers, what is missing of an open server; what is in flight is dropped. */
    @Test
    protected void shouldAskOnlyForWhatMayBeAskedFor() {
        DownloadPolicy policy = policy();
        for (long seed = 1; seed <= CLIENTS; seed++) {
            act(policy, HandMadeClient.random(seed));
        }
    }

    /** Nothing is kept about a client, and nothing is drawn but from it. */
    @Test
    protected void shouldDoTheSameForTheSameClientAndDraws() {
        DownloadPolicy used = policy();
        DownloadPolicy other = policy();
        for (long seed = 1; seed <= CLIENTS; seed++) {
            HandMadeClient client = HandMadeClient.random(seed);
            long did = act(used, client);
            // Another client in between: what was seen before must not matter.
            act(other, HandMadeClient.random(-seed));
            if (did != act(other, client.rewind())) {
                fail("Client " + seed + ": the policy did something else for the same client.");
            }
        }
    }

    @Test
    protected void shouldAllocateNothing() {
        DownloadPolicy policy = policy();
        HandMadeClient[] clients = LongStream.rangeClosed(1, MEASURED)
                .mapToObj(HandMadeClient::random)
                .toArray(HandMadeClient[]::new);
        long bytes = Allocation.bytes(WARM_UPS, () -> {
            for (HandMadeClient client : clients) {
                act(policy, client.rewind());
            }
        });
        assertThat(bytes).as("bytes allocated for %d clients", MEASURED).isLessThan(MEASURED);
    }

    @Test
    protected void shouldNameItself() {
        DownloadPolicy policy = policy();
        assertThat(policy.parts()).isNotEmpty();
        assertThat(policy.parts().get(0)).isSameAs(policy);
    }

    private static long act(DownloadPolicy policy, HandMadeClient client) {
        policy.fetch(client);
        long pause = policy.nextExtraMicros(client);
        if (pause < 0) {
            fail("nextExtraMicros is negative: " + pause + ".");
        }
        policy.extra(client);
        return client.trace() * 31 + pause;
    }
}
