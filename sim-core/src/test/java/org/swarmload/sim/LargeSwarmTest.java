package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.model.ModelSpec;

/** What no array can hold is said before anything is set up. */
class LargeSwarmTest {
    @Test
    void shouldSayWhatTheSwarmOfAFileNeeds() {
        Download download = new Download();
        download.peers = 399_999;
        download.bytes = 60_000_000_000L;
        download.pieceBytes = 1_000_000;
        download.neighbours = 50;
        ModelSpec spec = download.spec();

        assertThatThrownBy(() -> new CellPlan(spec, new Audience(spec)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("400,000 members and 60,000 pieces")
                .hasMessageContaining("takes 33.0 GB, more than")
                .hasMessageContaining("42,944 at most, fewer viewers");
    }
}
