package org.swarmload.sim.theory;

/**
 * A queue, first come first served, at which customers arrive at a constant rate for a time and then no more, taken as a
 * fluid. G. F. Newell, "Applications of Queueing Theory", 1982, chapter 2. Times count from the first arrival.
 *
 * @param peakBacklog greatest number waiting
 * @param emptyAtSeconds when nobody waits any more; 0 if nobody ever waits
 * @param maxWaitSeconds longest wait of who is let in
 * @param meanWaitSeconds mean wait over all who are let in
 * @param dropped number of those who find the room full
 * @param fullFromSeconds since when the room is full; infinite if it never turns anybody away
 */
public record FluidQueue(
        double peakBacklog,
        double emptyAtSeconds,
        double maxWaitSeconds,
        double meanWaitSeconds,
        double dropped,
        double fullFromSeconds) {
    /**
     * A queue with room for all (Newell 1982).
     *
     * @param arrivalsPerSecond rate of arrivals
     * @param arrivalSeconds how long they arrive
     * @param servedPerSecond capacity
     * @throws IllegalArgumentException if an argument is not above 0
     */
    public static FluidQueue unlimited(double arrivalsPerSecond, double arrivalSeconds, double servedPerSecond) {
        return of(arrivalsPerSecond, arrivalSeconds, servedPerSecond, Double.POSITIVE_INFINITY);
    }

    /**
     * A queue with room for so many; who finds it full is gone (Newell 1982).
     *
     * @param arrivalsPerSecond rate of arrivals
     * @param arrivalSeconds how long they arrive
     * @param servedPerSecond capacity
     * @param room greatest number waiting, 0 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static FluidQueue limited(
            double arrivalsPerSecond, double arrivalSeconds, double servedPerSecond, double room) {
        return of(arrivalsPerSecond, arrivalSeconds, servedPerSecond, Require.notNegative("The room", room));
    }

    private static FluidQueue of(double arrivals, double arrivalSeconds, double served, double room) {
        Require.positive("The arrival rate", arrivals);
        Require.positive("The time of arrivals", arrivalSeconds);
        Require.positive("The capacity", served);
        double growth = arrivals - served;
        if (growth <= 0) {
            return new FluidQueue(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY);
        }
        double growing = Math.min(arrivalSeconds, room / growth);
        double full = arrivalSeconds - growing;
        double peak = Math.min(room, growth * arrivalSeconds);
        double wait = peak / served;
        // while it grows all get in and wait from 0 to the longest; while it is full as many get in as are served
        double waits = arrivals * growing * wait / 2 + served * full * wait;
        return new FluidQueue(
                peak,
                peak > 0 ? arrivalSeconds + wait : 0,
                wait,
                waits / (arrivals * growing + served * full),
                growth * full,
                full > 0 ? growing : Double.POSITIVE_INFINITY);
    }
}
