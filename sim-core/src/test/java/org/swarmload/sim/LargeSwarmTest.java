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
        download.peers = 99_999;
        download.bytes = 30_000_000_000L;
        download.pieceBytes = 1_000_000;
        download.neighbours = 50;
        ModelSpec spec = download.spec();

        assertThatThrownBy(() -> new CellPlan(spec, new Audience(spec)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100,000 members and 30,000 pieces")
                .hasMessageContaining("takes 4.1 GB, more than")
                .hasMessageContaining("21,474 at most, fewer viewers");
    }
}
