package org.swarmload.sim.swarm;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private static final int SEEDS = 150;
    private static final int STEPS = 400;
    private static final int RENDITIONS = 4;

    /** Three viewers, one of whom is played at random while the others, full of pieces, must stay as they are. */
    private static final class Session {
        private static final int VIEWER = 1;
        /** The others hold 100 pieces. */
        private static final long FULL_FROM_40 = (1L << 60) - 1;

        private final Holdings holdings = new Holdings(3);
        private final NaiveHoldings naive = new NaiveHoldings();
        private final List<Integer> unannounced = new ArrayList<>();
        private final SplittableRandom random;
        private final long seed;
        private final boolean evictsUnannounced;
        private final boolean asksFromAhead;
        private int rendition;
        private int step;
        private boolean room = true;
        private float rate;

        Session(long seed, boolean evictsUnannounced, boolean asksFromAhead) {
            this.seed = seed;
            this.evictsUnannounced = evictsUnannounced;
            this.asksFromAhead = asksFromAhead;
            random = new SplittableRandom(seed);
            for (int v = 0; v < 3; v++) {
                holdings.reset(v, 0);
                holdings.goOnline(v, true);
            }
            for (int piece = 0; piece < 100; piece++) {
                for (int v = 0; v < 3; v += 2) {
                    holdings.complete(v, piece, 3);
                    holdings.announce(v, piece);
                }
            }
        }

        void play() {
            for (step = 0; step < STEPS; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1, 2, 3 -> complete();
                    case 4, 5 -> announce();
                    case 6 -> ask();
                    default -> evict();
                }
                upload();
                check();
            }
        }

        /** What neighbours see besides the pieces. */
        private void upload() {
            if (random.nextInt(3) == 0) {
                room = random.nextBoolean();
                rate = random.nextFloat() * 1_000;
                holdings.setRoom(VIEWER, room);
                holdings.setRate(VIEWER, rate);
            }
        }

        private void complete() {
            int front = naive.front();
            // What neighbours see lags by an announce delay, far less than a window of pieces.
            int end = Math.min(front, naive.announcedFront()) + Holdings.WINDOW;
            int piece = random.nextInt(3) == 0 ? front : front + random.nextInt(Math.max(1, end - front));
            if (random.nextInt(evictsUnannounced ? 6 : 15) == 0) {
                rendition = random.nextInt(RENDITIONS);
            }
            boolean allowed = piece < end && !naive.finished.containsKey(piece);
            if (allowed && (evictsUnannounced || !naive.forgetsUnannounced(piece, rendition))) {
                holdings.complete(VIEWER, piece, rendition);
                naive.complete(piece, rendition);
                unannounced.add(piece);
            }
        }

        private void announce() {
            for (int i = random.nextInt(3); i > 0 && !unannounced.isEmpty(); i--) {
                int piece = unannounced.remove(random.nextInt(3) == 0 ? random.nextInt(unannounced.size()) : 0);
                holdings.announce(VIEWER, piece);
                naive.announced.add(piece);
            }
        }

        private void ask() {
            int piece = naive.front() + random.nextInt(Holdings.WINDOW);
            if (naive.finished.containsKey(piece)) {
                return;
            }
            if (random.nextInt(4) == 0) {
                holdings.unask(VIEWER, piece);
                naive.asked.remove(piece);
                naive.askedServer.remove(piece);
            } else if (!naive.asked.contains(piece)) {
                boolean server = random.nextBoolean();
                holdings.ask(VIEWER, piece, server);
                naive.asked.add(piece);
                if (server) {
                    naive.askedServer.add(piece);
                }
            }
        }

        private void evict() {
            int most = evictsUnannounced ? naive.front() : Math.min(naive.front(), naive.announcedFront());
            int piece = random.nextInt(most + 1) - random.nextInt(10);
            holdings.evictBefore(VIEWER, piece);
            naive.evictBefore(piece);
        }

        private void check() {
            require(holdings.front(VIEWER) == naive.front(), "front " + holdings.front(VIEWER));
            require(holdings.room(VIEWER) == room, "room");
            require(Math.abs(holdings.rate(VIEWER) - rate) <= rate * 1e-6f, "rate " + holdings.rate(VIEWER));
            require(holdings.held(VIEWER) == naive.beyondFront(), "held");
            require(holdings.asked(VIEWER) == NaiveHoldings.ring(naive.asked), "asked");
            require(holdings.askedServer(VIEWER) == NaiveHoldings.ring(naive.askedServer), "asked of the server");
            naive.finished.forEach((piece, rate) -> require(
                    !naive.holds(piece) || holdings.rendition(VIEWER, piece) == rate, "rendition of piece " + piece));
            int reach = asksFromAhead ? 2 * Holdings.WINDOW : 0;
            for (int i = 0; i < 4; i++) {
                int first = random.nextInt(naive.announcedFront() + reach + 1);
                for (int rate = 0; rate < RENDITIONS; rate++) {
                    long actual = holdings.shown(VIEWER, first, rate);
                    long expected = naive.shown(first, rate);
                    require(
                            actual == expected,
                            "from piece " + first + " on in rendition " + rate + ": shows " + Long.toHexString(actual)
                                    + " instead of " + Long.toHexString(expected));
                }
            }
            require(holdings.shown(0, 40, 3) == FULL_FROM_40, "viewer 0 shows something else");
            require(holdings.shown(2, 40, 3) == FULL_FROM_40, "viewer 2 shows something else");
        }

        private void require(boolean holds, String what) {
            if (!holds) {
                fail("Seed " + seed + ", step " + step + ", front " + naive.front() + ", announced to "
                        + naive.announcedFront() + ": " + what + ".");
            }
        }
    }

    @Test
    void shouldShowExactlyWhatIsHeldAndAnnounced() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new Session(seed, false, false).play();
        }
    }

    /** A small cache can be overtaken by the playhead before the announcement is out. */
    @Test
    void shouldNotShowAnEvictedPieceThatWasAnnouncedOutOfOrder() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new Session(seed, true, false).play();
        }
    }

    /** The window of somebody further on than this peer has other pieces on the same bits of the ring. */
    @Test
    void shouldNotShowPiecesOfAnotherTurnOfTheRing() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new Session(seed, false, true).play();
        }
    }
}
