package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final int[] SIZES = {6, 6, 6};

    @RepeatedTest(60)
    void shouldFindTheCheapestOfAllOrders(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        MadeUp world = MadeUp.random(random, SIZES);
        Search.Found found = new Search(world, new Known(world), SIZES).run(-1, -1, -1);
        Order best = cheapest(world, SIZES);
        if (best == null) {
            assertThat(found.order()).isNull();
            return;
        }
        assertThat(found.proven()).isTrue();
        assertThat(world.holds.test(found.order())).isTrue();
        assertThat(world.cost(found.order())).isEqualTo(world.cost(best));
        assertThat(world.asked).as("probes of 216 orders").isLessThan(60);
    }

    @Test
    void shouldNeedOneBatchForEachHalvingWhereLaddersDoNotTrade() {
        int[] sizes = {64, 64, 64, 64, 64};
        Order needed = Order.of(11, 40, 3, 63, 0);
        MadeUp world = new MadeUp(order -> order.covers(needed), MadeUp::sum);
        Search.Found found = new Search(world, new Known(world), sizes).run(-1, -1, -1, -1, -1);
        assertThat(found).isEqualTo(new Search.Found(needed, true));
        assertThat(world.batches).isLessThanOrEqualTo(9);
    }

    @Test
    void shouldFindTheSameWithAGuessWhetherRightOrWrong() {
        int[] sizes = {100, 100};
        Order needed = Order.of(37, 80);
        for (int[] guess : new int[][] {{-1, -1}, {37, 80}, {0, 99}, {99, 0}, {38, 79}}) {
            MadeUp world = new MadeUp(order -> order.covers(needed), MadeUp::sum);
            assertThat(new Search(world, new Known(world), sizes).run(guess).order())
                    .isEqualTo(needed);
        }
        MadeUp right = new MadeUp(order -> order.covers(needed), MadeUp::sum);
        new Search(right, new Known(right), sizes).run(37, 80);
        assertThat(right.asked).isEqualTo(6);
    }

    @Test
    void shouldSayThatNothingHolds() {
        MadeUp world = new MadeUp(order -> false, MadeUp::sum);
        assertThat(new Search(world, new Known(world), SIZES).run(-1, -1, -1)).isEqualTo(new Search.Found(null, true));
        assertThat(world.asked).isEqualTo(1);
    }

    @Test
    void shouldGiveWhatItHasWhenTheBudgetEnds() {
        MadeUp world = MadeUp.random(new Random(3), 20, 20, 20);
        world.most = 12;
        Search.Found found = new Search(world, new Known(world), 20, 20, 20).run(-1, -1, -1);
        assertThat(found.proven()).isFalse();
        assertThat(world.holds.test(found.order())).isTrue();
    }

    @Test
    void shouldFindTheCheapestOfLongLaddersThatTrade() {
        int[] sizes = {80, 80, 80};
        MadeUp world = new MadeUp(
                order -> order.step(0) + 2.0 * order.step(1) + order.step(2) >= 100 && order.step(2) >= 7,
                order -> 3 * order.step(0) + 5 * order.step(1) + 4 * order.step(2));
        Search.Found found = new Search(world, new Known(world), sizes).run(-1, -1, -1);
        assertThat(world.cost(found.order())).isEqualTo(world.cost(cheapest(world, sizes)));
    }

    @Test
    void shouldNoticeThatMoreMadeItWorse() {
        MadeUp world = new MadeUp(order -> order.step(0) == 2 || order.step(0) == 3, MadeUp::sum);
        Known known = new Known(world);
        known.ask(List.of(Order.of(1), Order.of(2), Order.of(4)));
        assertThat(known.contradictions()).containsExactly(Order.of(4));
        Known other = new Known(world);
        other.ask(List.of(Order.of(1), Order.of(3)));
        assertThat(other.contradictions()).isEmpty();
    }

    private static Order cheapest(MadeUp world, int[] sizes) {
        Order best = null;
        for (Order order : all(sizes)) {
            if (world.holds.test(order) && (best == null || world.cost(order) < world.cost(best))) {
                best = order;
            }
        }
        return best;
    }

    private static List<Order> all(int[] sizes) {
        List<Order> orders = List.of(new Order(List.of()));
        for (int size : sizes) {
            List<Order> longer = new ArrayList<>();
            for (Order order : orders) {
                for (int step = 0; step < size; step++) {
                    List<Integer> steps = new ArrayList<>(order.steps());
                    steps.add(step);
                    longer.add(new Order(steps));
                }
            }
            orders = longer;
        }
        return orders;
    }

    private static Order narrowed(MadeUp world, Order start, int stride) {
        Known known = new Known(world);
        Order largest = Order.of(61, 61, 61, 61, 61);
        assertThat(known.ask(largest)).isTrue();
        return new Narrowing(world, known, largest, start, stride, 1).run();
    }

    private static Set<Integer> lacking(Order order, Order needed) {
        return IntStream.range(0, order.size())
                .filter(i -> order.step(i) < needed.step(i))
                .boxed()
                .collect(Collectors.toSet());
    }

    @Test
    void shouldNarrowAllLaddersAtOnceWhereTheWorldSaysWhatIsWanting() {
        Order needed = Order.of(11, 40, 3, 60, 0);
        for (Order start : List.of(Order.of(61, 61, 61, 61, 61), Order.of(13, 38, 3, 61, 5), Order.of(0, 0, 0, 0, 0))) {
            MadeUp world = new MadeUp(order -> order.covers(needed), MadeUp::sum);
            world.wanting = failed -> lacking(failed, needed);
            assertThat(narrowed(world, start, start.step(0) == 61 ? 62 : 2)).isEqualTo(needed);
            assertThat(world.asked).isLessThan(30);
        }
    }

    @RepeatedTest(20)
    void shouldNarrowToAnOrderThatHoldsWhateverTheWorldSaysIsWanting(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        Order needed = Order.of(
                random.nextInt(62), random.nextInt(62), random.nextInt(62), random.nextInt(62), random.nextInt(62));
        Order start = Order.of(
                random.nextInt(62), random.nextInt(62), random.nextInt(62), random.nextInt(62), random.nextInt(62));
        MadeUp world = new MadeUp(order -> order.covers(needed), MadeUp::sum);
        world.wanting = failed -> Set.of(random.nextInt(5));
        Order found = narrowed(world, start, 2);
        assertThat(world.holds.test(found)).isTrue();
        assertThat(world.asked).isLessThan(world.most);
    }

    /** Objectives that a formula keeps. */
    private static final class MadeUp implements World {
        private final Predicate<Order> holds;
        private final ToDoubleFunction<Order> cost;
        private Function<Order, Set<Integer>> wanting = failed -> Set.of();
        private int asked;
        private int batches;
        private int most = 1_000;

        private MadeUp(Predicate<Order> holds, ToDoubleFunction<Order> cost) {
            this.holds = holds;
            this.cost = cost;
        }

        /** Two objectives to which every ladder adds something, more or less bent. */
        private static MadeUp random(Random random, int... sizes) {
            double[][] weights = new double[2][sizes.length];
            double[] prices = new double[sizes.length];
            double[] wanted = {0, 0};
            for (int i = 0; i < sizes.length; i++) {
                prices[i] = 1 + random.nextInt(20);
                for (int k = 0; k < 2; k++) {
                    weights[k][i] = random.nextInt(4);
                    wanted[k] += weights[k][i] * Math.sqrt(sizes[i] - 1) * (0.3 + 0.75 * random.nextDouble());
                }
            }
            return new MadeUp(
                    order -> {
                        for (int k = 0; k < 2; k++) {
                            double got = 0;
                            for (int i = 0; i < order.size(); i++) {
                                got += weights[k][i] * Math.sqrt(order.step(i));
                            }
                            if (got < wanted[k]) {
                                return false;
                            }
                        }
                        return true;
                    },
                    order -> {
                        double sum = 0;
                        for (int i = 0; i < order.size(); i++) {
                            sum += prices[i] * order.step(i);
                        }
                        return sum + 1e-6 * sum(order);
                    });
        }

        private static double sum(Order order) {
            return order.steps().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public List<Boolean> holds(List<Order> orders) {
            asked += orders.size();
            batches++;
            return orders.stream().map(holds::test).toList();
        }

        @Override
        public Set<Integer> wanting(Order failed) {
            return wanting.apply(failed);
        }

        @Override
        public double cost(Order order) {
            return cost.applyAsDouble(order);
        }

        @Override
        public boolean hasBudget() {
            return asked < most;
        }
    }
}
