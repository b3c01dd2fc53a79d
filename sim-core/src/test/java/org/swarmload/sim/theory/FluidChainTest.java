package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FluidChainTest {
    @Test
    void shouldBeTheQueueOfConstantArrivals() {
        double[] arrivals = new double[60];
        Arrays.fill(arrivals, 2_000);
        FluidChain chain = FluidChain.of(arrivals, 1, new double[] {1_000});
        FluidQueue queue = FluidQueue.unlimited(2_000, 60, 1_000);

        assertThat(chain.peakBacklog()).isEqualTo(queue.peakBacklog());
        assertThat(chain.maxWaitSeconds()).isCloseTo(queue.maxWaitSeconds(), within(1.0));
        assertThat(chain.meanWaitSeconds()).isCloseTo(queue.meanWaitSeconds(), within(1.0));
        assertThat(chain.emptyAtSeconds()).isCloseTo(queue.emptyAtSeconds(), within(1.0));
    }

    @Test
    void shouldWaitAtTheSlowestServiceWhereverItStands() {
        double[] arrivals = {500, 500, 0};
        FluidChain first = FluidChain.of(arrivals, 1, new double[] {100, 200});
        FluidChain last = FluidChain.of(arrivals, 1, new double[] {200, 100});

        assertThat(first.maxWaitSeconds()).isEqualTo(last.maxWaitSeconds());
        assertThat(first.peakBacklog()).isEqualTo(last.peakBacklog()).isEqualTo(800);
    }

    @Test
    void shouldNotWaitWhereThereIsRoom() {
        FluidChain chain = FluidChain.of(new double[] {5, 0, 5}, 1, new double[] {10, 5});

        assertThat(chain).isEqualTo(new FluidChain(0, 0, 0, 0));
    }

    @Test
    void shouldRefuseWhatIsNoFlow() {
        assertThatThrownBy(() -> FluidChain.of(new double[] {-1}, 1, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FluidChain.of(new double[] {1}, 1, new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
