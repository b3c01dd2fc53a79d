package org.swarmload.sim.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A look at many neighbours finds what looks at each of them would; that one of them is right is HoldingsTest's. */
class LookTest {
    private static final int CROWDS = 200;
    private static final int VIEWERS = 60;
    private static final int KNOWN = 40;

    private final HolderCounts counts = new HolderCounts();

    @Test
    void shouldFindWhatEachNeighbourShows() {
        for (long seed = 1; seed <= CROWDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Holdings holdings = crowd(random);
            Neighbours neighbours = new Neighbours(VIEWERS, KNOWN);
            for (int peer = 1; peer < VIEWERS && !neighbours.full(0); peer++) {
                if (random.nextInt(4) > 0) {
                    neighbours.add(0, peer);
                }
            }
            Look look = holdings.newLook(KNOWN);
            for (int i = 0; i < 20; i++) {
                int first = random.nextInt(120);
                long wanted = random.nextLong() >>> random.nextInt(64) | 1L << random.nextInt(64);
                look.begin(neighbours, 0, first, random.nextInt(2), wanted);
                compare(look, holdings, neighbours, first, wanted);
            }
        }
    }

    private static Holdings crowd(SplittableRandom random) {
        Holdings holdings = new Holdings(VIEWERS);
        for (int v = 0; v < VIEWERS; v++) {
            holdings.reset(v, 0);
            if (random.nextInt(10) > 0) {
                holdings.goOnline(v, random.nextBoolean());
            }
            int pieces = random.nextInt(150);
            for (int piece = 0; piece < pieces; piece++) {
                // Renditions change, and of the last pieces not all are there.
                if (piece < pieces - 30 || random.nextBoolean()) {
                    holdings.complete(v, piece, piece / 37 % 2);
                    if (random.nextInt(20) > 0) {
                        holdings.announce(v, piece);
                    }
                }
            }
        }
        return holdings;
    }

    private void compare(Look look, Holdings holdings, Neighbours neighbours, int first, long wanted) {
        long offered = 0;
        long shown = 0;
        int[] holders = new int[Long.SIZE];
        boolean left = false;
        for (int i = 0; i < neighbours.count(0); i++) {
            int peer = neighbours.get(0, i);
            long word = holdings.shown(peer, first, look.rendition) & wanted;
            left |= !holdings.online(peer);
            shown |= word;
            offered |= holdings.room(peer) ? word : 0;
            for (int index = 0; index < Long.SIZE; index++) {
                holders[index] += (int) (word >>> index & 1);
            }
        }
        assertThat(look.someLeft()).isEqualTo(left);
        assertThat(look.offered()).isEqualTo(offered);
        long hosts = 0;
        for (int i = 0; i < look.able(); i++) {
            assertThat(holdings.room(look.peer(i))).isTrue();
            hosts |= look.word(i);
        }
        assertThat(hosts).isEqualTo(offered);
        long few = wanted & -wanted;
        assertThat(look.shown(few)).isEqualTo(shown & few);
        assertThat(look.shown(wanted)).isEqualTo(shown);
        counts.count(look);
        for (int index = 0; index < Long.SIZE; index++) {
            assertThat(counts.holders(index)).isEqualTo(holders[index]);
        }
    }
}
