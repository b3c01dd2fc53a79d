package org.swarmload.sim.theory;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Fluid model of a swarm with arrivals. D. Qiu and R. Srikant, "Modeling and Performance Analysis of BitTorrent-Like
 * Peer-to-Peer Networks", ACM SIGCOMM 2004: dx/dt = lam - theta x - min(c x, mu (eta x + y)) and
 * dy/dt = min(c x, mu (eta x + y)) - gamma y for x leechers and y seeds. The file is 1; rates are per second.
 *
 * @param arrivalsPerSecond arrivals of leechers, lam
 * @param uploadPerSecond uplink over size of the file, mu
 * @param downloadPerSecond downlink over size of the file, c
 * @param abortPerSecond rate at which a leecher gives up, theta, may be 0
 * @param leavePerSecond rate at which a seed leaves, gamma
 * @param effectiveness share of their uplink that leechers can use, eta, above 0 up to 1
 */
public record QiuSrikant(
        double arrivalsPerSecond,
        double uploadPerSecond,
        double downloadPerSecond,
        double abortPerSecond,
        double leavePerSecond,
        double effectiveness) {
    private static final double TOLERANCE = 1e-10;

    /** @throws IllegalArgumentException if a rate is out of its range or the effectiveness not above 0 and at most 1 */
    public QiuSrikant {
        Require.positive("The arrival rate", arrivalsPerSecond);
        Require.positive("The upload rate", uploadPerSecond);
        Require.positive("The download rate", downloadPerSecond);
        Require.notNegative("The abort rate", abortPerSecond);
        Require.positive("The leave rate of seeds", leavePerSecond);
        Require.positive("The effectiveness", effectiveness);
        Require.that(effectiveness <= 1, "The effectiveness must be 1 at most, not " + effectiveness + ".");
    }

    /**
     * How many there are.
     *
     * @param leechers those who download, x
     * @param seeds those who have all, y
     */
    public record Population(double leechers, double seeds) {
        /** @throws IllegalArgumentException if a number is negative */
        public Population {
            Require.notNegative("The number of leechers", leechers);
            Require.notNegative("The number of seeds", seeds);
        }
    }

    /** Leechers lam / (beta + theta) and seeds lam beta / (gamma (beta + theta)) for ever (Qiu and Srikant 2004). */
    public Population steadyState() {
        double finished = arrivalsPerSecond * beta() / (beta() + abortPerSecond);
        return new Population(arrivalsPerSecond / (beta() + abortPerSecond), finished / leavePerSecond);
    }

    /**
     * Mean time that a leecher is one, until the file is complete or given up, 1 / (theta + beta) seconds: the same for
     * every arrival rate (Qiu and Srikant 2004).
     */
    public double meanLeechingSeconds() {
        return 1 / (abortPerSecond + beta());
    }

    /** Whether downlinks and not uplinks hold the steady state back (Qiu and Srikant 2004). */
    public boolean downloadLimited() {
        return beta() == downloadPerSecond;
    }

    /**
     * The population after some time, by an integrator of order 8 with an error of about 1e-8 of itself (Qiu and Srikant
     * 2004).
     *
     * @param start the population at time 0
     * @param seconds the time, 0 or more
     * @throws IllegalArgumentException if the time is negative
     */
    public Population after(Population start, double seconds) {
        return after(start, List.of(seconds)).get(0);
    }

    /**
     * The population at several times (Qiu and Srikant 2004).
     *
     * @param start the population at time 0
     * @param seconds times, 0 or more, none less than the one before
     * @throws IllegalArgumentException if a time is less than the one before
     */
    public List<Population> after(Population start, List<Double> seconds) {
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(1e-12, 1 / leavePerSecond + 1, 1e-9, TOLERANCE);
        double[] state = {start.leechers(), start.seeds()};
        List<Population> populations = new ArrayList<>();
        double now = 0;
        for (double next : seconds) {
            Require.notNegative("The time", next);
            Require.that(next >= now, "The times must rise, but " + next + " s comes after " + now + " s.");
            if (next - now > 1e-9 * next) {
                integrator.integrate(equations(), now, state, next, state);
                now = next;
            }
            populations.add(new Population(Math.max(0, state[0]), Math.max(0, state[1])));
        }
        return populations;
    }

    /** Rate at which a leecher finishes: 1/beta = max(1/c, (1/mu - 1/gamma) / eta). */
    private double beta() {
        double byUpload = (1 / uploadPerSecond - 1 / leavePerSecond) / effectiveness;
        return byUpload > 1 / downloadPerSecond ? 1 / byUpload : downloadPerSecond;
    }

    private FirstOrderDifferentialEquations equations() {
        return new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public void computeDerivatives(double seconds, double[] state, double[] perSecond) {
                double upload = uploadPerSecond * (effectiveness * state[0] + state[1]);
                double finished = Math.min(downloadPerSecond * state[0], upload);
                perSecond[0] = arrivalsPerSecond - abortPerSecond * state[0] - finished;
                perSecond[1] = finished - leavePerSecond * state[1];
            }
        };
    }
}
