package org.swarmload.sim.theory;

import java.util.ArrayList;
import java.util.List;

/**
 * Several classes of Poisson arrivals that each hold a whole number of units of one link and are lost if the units are
 * not free. J. S. Kaufman, "Blocking in a shared resource environment", IEEE Transactions on Communications 29, 1981;
 * J. W. Roberts, "A service system with heterogeneous user requirements", 1981. Holds for any law of the holding time.
 *
 * @param blocking share of the arrivals of each class that is lost, in the order of the classes
 * @param meanOccupied mean number of units in use
 */
public record KaufmanRoberts(List<Double> blocking, double meanOccupied) {
    private static final double HUGE = 1e200;

    public KaufmanRoberts {
        blocking = List.copyOf(blocking);
    }

    /**
     * One class of arrivals (Kaufman 1981).
     *
     * @param offeredErlangs arrivals per mean holding time, 0 or more
     * @param units units of the link that each holds, 1 or more
     */
    public record Demand(double offeredErlangs, int units) {
        /** @throws IllegalArgumentException if the load is negative or the units below 1 */
        public Demand {
            Require.notNegative("The offered load", offeredErlangs);
            Require.atLeast("The units of a class", units, 1);
        }
    }

    /**
     * The recursion n q(n) = sum over classes of a_k b_k q(n - b_k), normalised (Kaufman 1981, Roberts 1981).
     *
     * @param units units of the link, from 1 to 100 million
     * @param demands the classes; one that needs more than the link has is always lost
     * @throws IllegalArgumentException if the units are outside their range or there are no classes
     */
    public static KaufmanRoberts of(int units, List<Demand> demands) {
        Require.between("The units of the link", units, 1, BirthDeath.MOST);
        Require.that(!demands.isEmpty(), "The link needs at least one class of arrivals.");
        double[] occupied = occupied(units, demands);
        List<Double> blocking = new ArrayList<>();
        for (Demand demand : demands) {
            double lost = 0;
            for (int n = units; n >= 0 && n > units - demand.units(); n--) {
                lost += occupied[n];
            }
            blocking.add(Math.min(1, lost));
        }
        return new KaufmanRoberts(blocking, BirthDeath.mean(occupied));
    }

    private static double[] occupied(int units, List<Demand> demands) {
        double[] weights = new double[units + 1];
        weights[0] = 1;
        for (int n = 1; n <= units; n++) {
            for (Demand demand : demands) {
                if (demand.units() <= n) {
                    weights[n] += demand.offeredErlangs() * demand.units() * weights[n - demand.units()] / n;
                }
            }
            if (weights[n] > HUGE) {
                BirthDeath.scale(weights, n, 1 / HUGE);
            }
        }
        BirthDeath.normalise(weights);
        return weights;
    }
}
