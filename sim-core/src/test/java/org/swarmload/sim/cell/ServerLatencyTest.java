package org.swarmload.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerLatencyTest {
    private static final int LARGEST_SLOT = Integer.MAX_VALUE;

    @Test
    void shouldDrawAnewForEveryRequest() {
        Set<Long> numbers = new HashSet<>();
        for (int press = 0; press < 128; press++) {
            for (int refusals = 0; refusals < 2_000; refusals++) {
                numbers.add(ServerLatency.drawNumber(press, refusals, 0));
                numbers.add(ServerLatency.drawNumber(press, refusals, LARGEST_SLOT));
            }
        }

        assertThat(numbers).hasSize(2 * 128 * 2_000);
    }

    /** Results that were written down were drawn so. */
    @Test
    void shouldNumberTheFirstRefusalsOfAPressInARow() {
        assertThat(ServerLatency.drawNumber(3, 127, 5)).isEqualTo((3L * 128 + 127) << 32 | 5);
    }
}
