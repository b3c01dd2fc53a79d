package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A step on every ladder of what can be ordered.
 *
 * @param steps index of the value on each ladder, from 0
 */
public record Order(List<Integer> steps) {
    public Order {
        steps = List.copyOf(steps);
    }

    static Order of(int... steps) {
        return new Order(Arrays.stream(steps).boxed().toList());
    }

    int step(int ladder) {
        return steps.get(ladder);
    }

    int size() {
        return steps.size();
    }

    /** The same with another step on one ladder. */
    Order with(int ladder, int step) {
        List<Integer> changed = new ArrayList<>(steps);
        changed.set(ladder, step);
        return new Order(changed);
    }

    /** Whether it has at least as much of everything. */
    boolean covers(Order other) {
        for (int i = 0; i < size(); i++) {
            if (step(i) < other.step(i)) {
                return false;
            }
        }
        return true;
    }
}
