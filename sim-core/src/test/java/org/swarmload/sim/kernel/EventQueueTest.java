package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private static final long HOUR = 3_600_000_000L;

    /** An event as the reference orders it: four numbers, compared one after the other. */
    private record Event(long time, int kind, int id, int aux) implements Comparable<Event> {
        @Override
        public int compareTo(Event o) {
            int byTime = Long.compare(time, o.time);
            int byKind = byTime != 0 ? byTime : Integer.compare(kind, o.kind);
            int byId = byKind != 0 ? byKind : Integer.compare(id, o.id);
            return byId != 0 ? byId : Integer.compare(aux, o.aux);
        }
    }

    private final EventQueue queue = new EventQueue();
    private final PriorityQueue<Event> reference = new PriorityQueue<>();

    private void push(Event event) {
        queue.push(event.time, event.kind, event.id, event.aux);
        reference.add(event);
    }

    private Event popped() {
        return new Event(queue.time(), queue.kind(), queue.id(), queue.aux());
    }

    /** Rounds as a cell runs them: events may be pushed at any time from the last one popped, or the round's start, on. */
    @Test
    void shouldPopInTheOrderOfASortedReference() {
        for (long seed = 1; seed <= 60; seed++) {
            new Session(seed).play();
        }
    }

    private static final class Session {
        private final EventQueueTest test = new EventQueueTest();
        private final SplittableRandom random;
        private final long seed;
        /** A session lives on its own scale, so that some fill buckets and others leave most of them empty. */
        private final int scale;

        private long now;

        Session(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            scale = random.nextInt(4);
        }

        void play() {
            for (int round = 0; round < 60; round++) {
                for (int i = random.nextInt(40); i > 0; i--) {
                    test.push(event());
                }
                long limit = now + 1 + gap(scale);
                runUntil(limit);
                now = limit;
            }
            runUntil(Math.max(now, 100 * HOUR) + 30 * HOUR);
            check(test.queue.size() == 0 && test.reference.isEmpty(), "the queue is not empty at the end");
        }

        private void runUntil(long limit) {
            while (test.queue.popBefore(limit)) {
                Event expected = test.reference.poll();
                Event actual = test.popped();
                check(actual.equals(expected), "popped " + actual + " instead of " + expected);
                check(actual.time < limit, "popped " + actual + " at the limit " + limit);
                now = actual.time;
                for (int i = random.nextInt(100) < 40 && now < 100 * HOUR ? random.nextInt(4) : 0; i > 0; i--) {
                    test.push(event());
                }
            }
            boolean none = test.reference.isEmpty() || test.reference.peek().time >= limit;
            check(none, "kept " + test.reference.peek() + " back at the limit " + limit);
            check(test.queue.size() == test.reference.size(), "the size is " + test.queue.size());
        }

        private Event event() {
            // Few distinct numbers, so that some events are equal in some or in all four of them.
            int range = random.nextInt(3) == 0 ? 2 : EventQueue.ID_LIMIT;
            Event next = test.reference.peek();
            boolean besideNext = next != null && next.time >= now && random.nextInt(4) == 0;
            return new Event(
                    besideNext ? next.time : now + gap(random.nextInt(5)),
                    besideNext ? next.kind : random.nextInt(EventQueue.KIND_LIMIT),
                    besideNext ? next.id : random.nextInt(range),
                    random.nextInt(range));
        }

        /** Nothing, the bucket (33 ms), the fine ring (67 s), the coarse ring (4.8 h), or beyond it. */
        private long gap(int size) {
            return switch (size) {
                case 0 -> random.nextInt(3);
                case 1 -> random.nextInt(100_000);
                case 2 -> random.nextLong(100_000_000L);
                case 3 -> random.nextLong(5 * HOUR);
                default -> random.nextLong(24 * HOUR);
            };
        }

        private void check(boolean holds, String what) {
            if (!holds) {
                fail("Seed " + seed + ", at " + now + " µs: " + what + ".");
            }
        }
    }

    @Test
    void shouldKeepTheExtremesOfEveryField() {
        Event greatest =
                new Event(5 * HOUR, EventQueue.KIND_LIMIT - 1, EventQueue.ID_LIMIT - 1, EventQueue.AUX_LIMIT - 1);
        push(greatest);
        push(new Event(5 * HOUR, 0, 0, 0));
        assertThat(queue.popBefore(6 * HOUR)).isTrue();
        assertThat(popped()).isEqualTo(new Event(5 * HOUR, 0, 0, 0));
        assertThat(queue.popBefore(6 * HOUR)).isTrue();
        assertThat(popped()).isEqualTo(greatest);
        assertThat(queue.key()).isEqualTo(0xFFFF_FFFF_FFFFL);
    }

    @Test
    void shouldStopBeforeTheLimit() {
        push(new Event(40_000, 1, 2, 3));
        assertThat(queue.popBefore(0)).isFalse();
        assertThat(queue.popBefore(40_000)).isFalse();
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.popBefore(40_001)).isTrue();
        assertThat(queue.time()).isEqualTo(40_000);
        assertThat(queue.popBefore(HOUR)).isFalse();
    }

    @Test
    void shouldPopAnEventPushedAtTheInstantThatIsRunning() {
        push(new Event(70_000, 5, 1, 0));
        push(new Event(70_000, 9, 1, 0));
        assertThat(queue.popBefore(80_000)).isTrue();
        push(new Event(70_000, 7, 1, 0));
        push(new Event(70_000, 2, 1, 0));
        assertThat(queue.popBefore(80_000)).isTrue();
        assertThat(queue.kind()).isEqualTo(2);
        assertThat(queue.popBefore(80_000)).isTrue();
        assertThat(queue.kind()).isEqualTo(7);
        assertThat(queue.popBefore(80_000)).isTrue();
        assertThat(queue.kind()).isEqualTo(9);
    }

    @Test
    void shouldSortACrowdAtOneInstant() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            push(new Event(33 * HOUR, 6, random.nextInt(5_000), random.nextInt(3)));
        }
        while (queue.popBefore(34 * HOUR)) {
            if (!popped().equals(reference.poll())) {
                fail("The order is another at " + popped() + ".");
            }
        }
        assertThat(reference).isEmpty();
    }

    /** Evenly spread over 30 ms or with a part at one instant, few and many: buckets are sorted in different ways. */
    @Test
    void shouldSortBucketsHoweverTheyAreFilled() {
        SplittableRandom random = new SplittableRandom(4);
        for (int events : new int[] {2, 31, 32, 33, 500, 3_000, 40_000}) {
            for (double crowded : new double[] {0, 0.02, 0.5}) {
                long from = 33_000_000L * (1 + queue.time() / 33_000_000L);
                for (int i = 0; i < events; i++) {
                    int after = random.nextDouble() < crowded ? 17 : random.nextInt(30_000);
                    push(new Event(from + after, random.nextInt(3), random.nextInt(50), random.nextInt(3)));
                }
                while (queue.popBefore(from + 30_000)) {
                    assertThat(popped()).isEqualTo(reference.poll());
                }
                assertThat(reference).isEmpty();
            }
        }
    }

    @Test
    void shouldRefuseThePast() {
        push(new Event(1_000, 4, 17, 0));
        assertThat(queue.popBefore(2_000)).isTrue();
        assertThatThrownBy(() -> queue.push(999, 4, 17, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("999 µs")
                .hasMessageContaining("1000 µs")
                .hasMessageContaining("id 17");
        assertThat(queue.size()).isZero();
        queue.push(1_000, 4, 17, 0);
        assertThat(queue.popBefore(2_000)).isTrue();
    }

    @Test
    void shouldUseMemoryAgain() {
        SplittableRandom random = new SplittableRandom(8);
        long[] bytes = new long[2];
        for (int phase = 0; phase < 2; phase++) {
            for (int i = 0; i < 200_000; i++) {
                queue.push(queue.time() + random.nextLong(HOUR), 3, i % 1_000, 0);
                if (queue.size() > 1_000) {
                    queue.popBefore(queue.time() + 2 * HOUR);
                }
            }
            bytes[phase] = queue.stateBytes();
        }
        assertThat(bytes[1]).isEqualTo(bytes[0]);
    }
}
