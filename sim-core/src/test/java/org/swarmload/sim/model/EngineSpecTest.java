package org.swarmload.sim.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.model.EngineSpec.CheckMode;

/** Into how many cells an audience is cut. */
class EngineSpecTest {
    @ParameterizedTest
    @CsvSource({
        "0, 39999, true, 1",
        "0, 40000, true, 2",
        "0, 79999, true, 2",
        "0, 119999, true, 4",
        "0, 1000000, true, 50",
        "0, 1, true, 1",
        "0, 10000, false, 1",
        "0, 10001, false, 2",
        "0, 1, false, 1",
        "7, 1000000, true, 7",
        "7, 3, false, 3"
    })
    void shouldMakeLargeCellsOfASwarm(int told, int viewers, boolean cutsSwarms, int cells) {
        EngineSpec spec = new EngineSpec(told, EngineSpec.AUTO, CheckMode.FAST);

        assertThat(spec.cellsFor(viewers, cutsSwarms)).isEqualTo(cells);
    }
}
