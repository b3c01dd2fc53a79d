package org.swarmload.sim.door;

import org.swarmload.sim.model.ServiceSpec;

/** State of one service: who waits, who is served, and whether a fault has taken it down. */
final class Service {
    final ServiceSpec spec;
    final CallList queued;
    final CallList served;
    private int faults;
    private double carryMicros;

    Service(ServiceSpec spec, Callers callers) {
        if (spec.servers() < 1 || spec.calls() < 1 || spec.calls() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("Service '" + spec.name() + "' has " + spec.servers() + " servers and "
                    + spec.calls() + " calls per start; each must be at least 1 (calls at most 32767).");
        }
        this.spec = spec;
        queued = new CallList(callers);
        served = new CallList(callers);
    }

    boolean isDown() {
        return faults > 0;
    }

    void beginFault() {
        faults++;
    }

    void endFault() {
        faults--;
    }

    boolean hasFreeServer() {
        return served.size() < spec.servers();
    }

    boolean isFull() {
        return !hasFreeServer() && queued.size() >= spec.queueLimit();
    }

    /**
     * Whole microseconds for this much work. What rounding takes from one call the next one gets, so that 1.4 µs each
     * are 700,000 calls a second and not a million.
     */
    long durationMicros(double workMicros) {
        double exact = workMicros + carryMicros;
        long whole = Math.max(0, (long) StrictMath.floor(exact + 0.5));
        carryMicros = exact - whole;
        return whole;
    }
}
