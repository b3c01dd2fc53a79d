package org.swarmload.sim.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.model.DeliverySpec.Swarm;

class PieceMemoryTest {
    @ParameterizedTest
    @CsvSource({
        "4000000, 4288, 40, true",
        "4000000, 4289, 40, false",
        "600000, 28608, 120, true",
        "600000, 28609, 120, false",
        "600000, 65536, 121, true",
        "4000000, 34304, 121, true",
        "4000000, 34305, 121, false",
        "2000000, 65536, 121, true"
    })
    void shouldFitWhatArraysCanHold(long members, int pieces, int neighbours, boolean fits) {
        assertThat(new PieceMemory(members, pieces, neighbours).fits()).isEqualTo(fits);
    }

    /** What a member takes beside its pieces: how many it holds, and whether it shows any. */
    private static final long PER_MEMBER = 5;

    /** The bits and counts themselves. */
    @ParameterizedTest
    @CsvSource({"100, 1000, 40", "100, 1024, 40"})
    void shouldSayWhatTheyTake(int members, int pieces, int neighbours) {
        Bitfields bits = new Bitfields(members, pieces);
        Links links = new Links(members, neighbours, new Roster(members, 1), null, (a, b) -> true);
        long counts = new Availability(bits, links, members, 1).stateBytes();

        assertThat(new PieceMemory(members, pieces, neighbours).bytes())
                .isEqualTo(bits.stateBytes() - PER_MEMBER * members + counts);
        assertThat(new PieceMemory(members, pieces, Swarm.EVERYBODY).bytes())
                .isEqualTo(bits.stateBytes() - PER_MEMBER * members);
    }
}
