package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class Refusal {
    private Refusal() {}

    static void refused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }
}
