package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyResult.Verdict;

/**
 * The nights of several worlds: an order holds when it holds in each, and dependably. With few nights an interval is as wide
 * as chance will have it, and who runs the order once more may see it undecided; so of all choices of as many of the
 * nights as a run has, nearly every one has to be met.
 */
final class Stricter implements World {
    /** With more nights than these an interval says by itself what others will see. */
    private static final int FEW = 6;

    /** Choices are counted up to so many nights. */
    private static final int MOST_NIGHTS = 18;

    private static final double DEPENDABLE = 0.9;

    private final Space space;
    private final int replications;
    private final List<SimulatedWorld> worlds;

    /** @param replications of a run */
    Stricter(Space space, int replications, List<SimulatedWorld> worlds) {
        this.space = space;
        this.replications = replications;
        this.worlds = List.copyOf(worlds);
    }

    @Override
    public List<Boolean> holds(List<Order> orders) {
        List<Order> open = orders;
        for (SimulatedWorld world : worlds) {
            List<Boolean> held = open.isEmpty() ? List.of() : world.holds(open);
            List<Order> before = open;
            open = IntStream.range(0, held.size())
                    .filter(held::get)
                    .mapToObj(before::get)
                    .toList();
        }
        List<Order> good = open.stream().filter(this::isDependable).toList();
        return orders.stream().map(good::contains).toList();
    }

    boolean isDependable(Order order) {
        Scenario scenario = space.scenario(order);
        List<RunNote> all = new ArrayList<>();
        worlds.forEach(world -> all.addAll(world.nights(order)));
        if (replications > FEW || !scenario.nights().areCertain()) {
            return true;
        }
        List<RunNote> latest = all.subList(Math.max(0, all.size() - MOST_NIGHTS), all.size());
        int choices = 0;
        int met = 0;
        for (int choice = 0; choice < 1 << latest.size(); choice++) {
            if (Integer.bitCount(choice) == replications) {
                int bits = choice;
                List<RunNote> chosen = IntStream.range(0, latest.size())
                        .filter(night -> (bits >> night & 1) == 1)
                        .mapToObj(latest::get)
                        .toList();
                choices++;
                met += Judged.of(scenario, chosen).whole() == Verdict.MET ? 1 : 0;
            }
        }
        return met >= DEPENDABLE * choices;
    }

    /** By the nights of the world that it was asked in last, which are those that it failed on. */
    @Override
    public Set<Integer> wanting(Order failed) {
        SimulatedWorld last = worlds.get(0);
        for (SimulatedWorld world : worlds) {
            last = world.nights(failed).isEmpty() ? last : world;
        }
        return last.wanting(failed);
    }

    @Override
    public double cost(Order order) {
        return worlds.get(0).cost(order);
    }

    @Override
    public boolean hasBudget() {
        return worlds.get(0).hasBudget();
    }
}
