package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one pool of the ledger does in a billing month.
 *
 * @param place its name without what it is: of an edge the edge's name
 * @param background what it sends without the event
 * @param event what the event adds, the mean of the replications
 * @param requests of the event
 * @param servers machines of the pool
 * @param capacity of all of them: bits per second, or calls per second of a service
 */
record Machine(
        String place,
        MonthTraffic background,
        MonthTraffic event,
        BigDecimal requests,
        int servers,
        BigDecimal capacity) {

    /** The same pool with that share of another's event on top of its own. */
    Machine with(Machine other, BigDecimal share) {
        return new Machine(
                place,
                background,
                event.plus(other.event.times(share)),
                requests.add(other.requests.multiply(share).setScale(6, RoundingMode.HALF_UP)),
                servers,
                capacity);
    }

    /** That share of it. */
    Machine times(BigDecimal share) {
        return share.compareTo(BigDecimal.ONE) == 0
                ? this
                : new Machine(
                        place,
                        background.times(share),
                        event.times(share),
                        requests.multiply(share),
                        servers,
                        capacity);
    }
}
