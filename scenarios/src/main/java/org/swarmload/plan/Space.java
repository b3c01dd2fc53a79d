package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.EventUse;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.PlanDef.Ladder;
import org.swarmload.scenario.PlanDef.Value;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.RunNote;
import org.swarmload.yaml.Assignment;
import org.swarmload.yaml.ScenarioReader;

/** All orders of one delivery, and the scenario that each of them makes. */
final class Space {
    private final Scenario written;
    private final String delivery;
    private final List<Ladder> ladders;
    private final Map<Order, Scenario> scenarios = new HashMap<>();

    Space(Scenario written, String delivery) {
        this.written = written;
        this.delivery = delivery;
        this.ladders = written.plan().ladders(written, delivery);
    }

    String delivery() {
        return delivery;
    }

    List<Ladder> ladders() {
        return ladders;
    }

    int[] sizes() {
        return ladders.stream().mapToInt(ladder -> ladder.values().size()).toArray();
    }

    Order largest() {
        return new Order(
                ladders.stream().map(ladder -> ladder.values().size() - 1).toList());
    }

    Order smallest() {
        return new Order(Collections.nCopies(ladders.size(), 0));
    }

    Value value(Order order, int ladder) {
        return ladders.get(ladder).values().get(order.step(ladder));
    }

    /** What an order is set by. */
    List<Assignment> assignments(Order order) {
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < ladders.size(); i++) {
            Ladder ladder = ladders.get(i);
            assignments.add(new Assignment(
                    "plan.order." + ladder.key(),
                    ladder.path(delivery),
                    value(order, i).text()));
        }
        return assignments;
    }

    /** @throws org.swarmload.yaml.ScenarioException when the scenario cannot be like that */
    Scenario scenario(Order order) {
        return scenarios.computeIfAbsent(
                order,
                one -> ScenarioReader.variants(written, List.of(assignments(one)))
                        .get(0));
    }

    /** The bill of such an order for events that used that much. */
    Invoice invoice(Order order, List<EventUse> events) {
        return RunNote.invoice(scenario(order), delivery, events);
    }

    /** One step more on each of these ladders that goes on; on all of them where that is nothing. */
    Order higher(Order order, Collection<Integer> wanting) {
        Order higher = order;
        for (int i : wanting) {
            higher = higher.with(i, Math.min(largest().step(i), order.step(i) + 1));
        }
        return higher.equals(order) ? moved(order, 1) : higher;
    }

    /** In each ladder that many steps up, at most to its end; down to its beginning. */
    Order moved(Order order, int steps) {
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int last = ladders.get(i).values().size() - 1;
            moved.add(Math.max(0, Math.min(last, order.step(i) + steps)));
        }
        return new Order(moved);
    }
}
