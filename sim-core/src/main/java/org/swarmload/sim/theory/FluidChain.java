package org.swarmload.sim.theory;

import java.util.Arrays;

/**
 * Services in a row, each first come first served, through which a given stream of customers flows as a fluid. G. F.
 * Newell, "Applications of Queueing Theory", 1982, chapter 2: cumulative arrivals and departures; the vertical distance
 * of the two curves is the backlog, the horizontal one the wait.
 *
 * @param peakBacklog greatest number waiting at all services together
 * @param maxWaitSeconds longest way through all of them, service times not counted
 * @param meanWaitSeconds mean over all customers
 * @param emptyAtSeconds when nobody waits any more, from the first step on; 0 if nobody ever waits
 */
public record FluidChain(double peakBacklog, double maxWaitSeconds, double meanWaitSeconds, double emptyAtSeconds) {
    /** Less fluid than this is rounding. */
    private static final double DROP = 1e-9;

    /**
     * The flow in steps: within a step customers come evenly (Newell 1982).
     *
     * @param arrivals customers of each step
     * @param stepSeconds length of a step
     * @param servedPerSecond capacities of the services, in their order
     * @throws IllegalArgumentException if a number is negative or not finite, a capacity or the step not above 0
     */
    public static FluidChain of(double[] arrivals, double stepSeconds, double[] servedPerSecond) {
        Require.positive("The step", stepSeconds);
        double least = Double.POSITIVE_INFINITY;
        for (double served : servedPerSecond) {
            least = Math.min(least, Require.positive("The capacity", served));
        }
        double all = 0;
        for (double customers : arrivals) {
            all += Require.notNegative("The number of arrivals", customers);
        }
        // When the last has come, the slowest service needs no longer than for everybody.
        double rest = servedPerSecond.length == 0 ? 0 : all / least / stepSeconds;
        Require.that(rest + arrivals.length < Integer.MAX_VALUE, "The services need too many steps.");
        double[] flow = Arrays.copyOf(arrivals, arrivals.length + (int) Math.ceil(rest) + 1);
        double[] backlog = new double[flow.length];
        for (double served : servedPerSecond) {
            pass(flow, backlog, served * stepSeconds);
        }
        return measure(arrivals, flow, backlog, stepSeconds);
    }

    /** One service: what comes in becomes what goes out, and what waits at the end of each step is added. */
    private static void pass(double[] flow, double[] backlog, double capacity) {
        double waiting = 0;
        for (int step = 0; step < flow.length; step++) {
            double out = Math.min(capacity, waiting + flow[step]);
            waiting += flow[step] - out;
            flow[step] = out;
            backlog[step] += waiting;
        }
    }

    private static FluidChain measure(double[] arrivals, double[] out, double[] backlog, double stepSeconds) {
        double peak = 0;
        double area = 0;
        double empty = 0;
        double come = 0;
        double gone = 0;
        double longest = 0;
        int behind = 0;
        for (int step = 0; step < backlog.length; step++) {
            peak = Math.max(peak, backlog[step]);
            area += backlog[step];
            empty = backlog[step] > DROP ? (step + 1) * stepSeconds : empty;
            if (step < arrivals.length && arrivals[step] > 0) {
                come += arrivals[step];
                // The last customer of this step goes in the step in which as many have gone as have come.
                while (behind < out.length && gone + out[behind] < come - DROP * (1 + come)) {
                    gone += out[behind++];
                }
                longest = Math.max(longest, (behind - step) * stepSeconds);
            }
        }
        return new FluidChain(peak, longest, come == 0 ? 0 : area * stepSeconds / come, empty);
    }
}
