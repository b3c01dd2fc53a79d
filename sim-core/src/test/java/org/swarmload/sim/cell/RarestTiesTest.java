package org.swarmload.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Availability;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;
import org.swarmload.sim.swarm.Roster;

/** The rarest piece of a file: nobody herds to the lowest number, and nothing but the rarest is taken. */
class RarestTiesTest {
    private static final int PIECES = 64;
    private static final int DRAWS = 2_000;

    @Test
    void shouldTakeEveryRarestPieceNowAndThenAndNoOther() {
        CellPlan plan = PeerNetwork.plan(3);
        Viewers viewers = new Viewers(plan, new int[] {0, 1, 2});
        Bitfields pieces = new Bitfields(3, PIECES);
        CellStream stream = new CellStream(7, 0, 0);
        Roster roster = new Roster(3, 1);
        Links links = new Links(3, Swarm.EVERYBODY, roster, stream, (a, b) -> true);
        Availability availability = new Availability(pieces, links, 3, 1);
        FileView view = new FileView(plan, viewers, pieces, availability, stream);
        for (int m = 1; m < 3; m++) {
            roster.add(m, 0);
            for (int piece = m == 1 ? 0 : PIECES / 2; piece < PIECES; piece++) {
                pieces.hold(m, piece);
                pieces.show(m, piece);
                availability.announced(m, 0, piece);
            }
        }
        TreeSet<Integer> taken = new TreeSet<>();
        for (int i = 0; i < DRAWS; i++) {
            taken.add(view.ofPeer(0, 1).rarest(0, PIECES));
        }
        assertThat(taken).hasSize(PIECES / 2);
        assertThat(taken.last()).isEqualTo(PIECES / 2 - 1);
    }
}
