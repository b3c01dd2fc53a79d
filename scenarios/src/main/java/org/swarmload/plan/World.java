package org.swarmload.plan;

import java.util.List;

/** What a search asks. Both answers depend on the order alone and on what was asked before. */
interface World {
    /** Whether every objective holds with each of these orders. */
    List<Boolean> holds(List<Order> orders);

    /** What an order costs; of two that cost the same the larger one is a trifle dearer. */
    double cost(Order order);

    /** Whether more may be asked. */
    boolean hasBudget();
}
