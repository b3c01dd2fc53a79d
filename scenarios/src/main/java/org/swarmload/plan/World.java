package org.swarmload.plan;

import java.util.List;
import java.util.Set;

/** What a search asks. Both answers depend on the order alone and on what was asked before. */
interface World {
    /** Whether every objective holds with each of these orders. */
    List<Boolean> holds(List<Order> orders);

    /** Ladders of which an order that failed may have too little; none if nobody knows. Only a guide. */
    Set<Integer> wanting(Order failed);

    /** What an order costs; of two that cost the same the larger one is a trifle dearer. */
    double cost(Order order);

    /** Whether more may be asked. */
    boolean hasBudget();
}
