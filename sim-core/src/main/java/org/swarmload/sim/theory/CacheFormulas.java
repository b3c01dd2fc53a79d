package org.swarmload.sim.theory;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Caches under Poisson requests. With a time to live: J. Jung, A. W. Berger and H. Balakrishnan, "Modeling TTL-based
 * Internet Caches", IEEE INFOCOM 2003; a cycle from fill to fill is a renewal. Least recently used: H. Che, Y. Tung and
 * Z. Wang, "Hierarchical Web Caching Systems: Modeling, Design and Experimental Results", IEEE Journal on Selected Areas
 * in Communications 20, 2002; why it is so exact: C. Fricker, P. Robert and J. Roberts, "A versatile and accurate
 * approximation for LRU cache performance", 2012.
 */
public final class CacheFormulas {
    private CacheFormulas() {}

    /**
     * Share of requests that miss when the fetch takes no time: 1 / (1 + lam T) (Jung, Berger and Balakrishnan 2003).
     *
     * @param requestsPerSecond rate lam of requests for one object
     * @param ttlSeconds time to live T, counted from the fill
     * @throws IllegalArgumentException if an argument is negative
     */
    public static double ttlMissRatio(double requestsPerSecond, double ttlSeconds) {
        return collapsedMissRatio(requestsPerSecond, ttlSeconds, 0);
    }

    /**
     * Share of requests that go to the origin when those during a fetch wait for it: 1 / (1 + lam (D + T)) (renewal
     * argument of Jung, Berger and Balakrishnan 2003).
     *
     * @param requestsPerSecond rate lam of requests for one object
     * @param ttlSeconds time to live T, counted from the fill
     * @param fetchSeconds time of a fetch D
     * @throws IllegalArgumentException if an argument is negative
     */
    public static double collapsedMissRatio(double requestsPerSecond, double ttlSeconds, double fetchSeconds) {
        Require.notNegative("The request rate", requestsPerSecond);
        Require.notNegative("The time to live", ttlSeconds);
        Require.notNegative("The time of a fetch", fetchSeconds);
        return 1 / (1 + requestsPerSecond * fetchSeconds + requestsPerSecond * ttlSeconds);
    }

    /**
     * Time that an object stays in an LRU cache after its last request: the root of sum(1 - exp(-lam_i t)) = cache (Che,
     * Tung and Wang 2002), to about 1e-12 of itself.
     *
     * @param requestsPerSecond rate of each object, any popularity
     * @param cacheObjects room of the cache in objects of one size, above 0
     * @return seconds; infinite if all objects that anybody asks for have room
     * @throws IllegalArgumentException if a rate is negative, all are 0 or the cache is not above 0
     */
    public static double lruSeconds(double[] requestsPerSecond, double cacheObjects) {
        Require.positive("The cache", cacheObjects);
        double greatest = 0;
        int asked = 0;
        for (double rate : requestsPerSecond) {
            greatest = Math.max(greatest, Require.notNegative("The request rate", rate));
            asked += rate > 0 ? 1 : 0;
        }
        Require.that(asked > 0, "The cache needs at least one object that is asked for.");
        if (cacheObjects >= asked) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 1 / greatest;
        while (present(requestsPerSecond, most) < cacheObjects) {
            most *= 2;
        }
        double least = cacheObjects / asked / greatest;
        // in the logarithm, because popularity may span many powers of ten
        double root = new BrentSolver(1e-13, 1e-13)
                .solve(
                        1_000,
                        logTime -> present(requestsPerSecond, StrictMath.exp(logTime)) / cacheObjects - 1,
                        StrictMath.log(least) - 1e-9,
                        StrictMath.log(most) + 1e-9);
        return StrictMath.exp(root);
    }

    /**
     * Share of the requests for each object that an LRU cache serves: 1 - exp(-lam_i t) (Che, Tung and Wang 2002).
     *
     * @param requestsPerSecond rate of each object, any popularity
     * @param cacheObjects room of the cache in objects of one size, above 0
     * @return from 0 to 1, in the order of the objects
     * @throws IllegalArgumentException if a rate is negative, all are 0 or the cache is not above 0
     */
    public static double[] lruHitRatios(double[] requestsPerSecond, double cacheObjects) {
        double seconds = lruSeconds(requestsPerSecond, cacheObjects);
        double[] hits = new double[requestsPerSecond.length];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = hit(requestsPerSecond[i], seconds);
        }
        return hits;
    }

    /**
     * Share of all requests that an LRU cache serves (Che, Tung and Wang 2002).
     *
     * @param requestsPerSecond rate of each object, any popularity
     * @param cacheObjects room of the cache in objects of one size, above 0
     * @return from 0 to 1
     * @throws IllegalArgumentException if a rate is negative, all are 0 or the cache is not above 0
     */
    public static double lruHitRatio(double[] requestsPerSecond, double cacheObjects) {
        double[] hits = lruHitRatios(requestsPerSecond, cacheObjects);
        double served = 0;
        double all = 0;
        for (int i = 0; i < hits.length; i++) {
            served += requestsPerSecond[i] * hits[i];
            all += requestsPerSecond[i];
        }
        return served / all;
    }

    private static double present(double[] requestsPerSecond, double seconds) {
        double sum = 0;
        for (double rate : requestsPerSecond) {
            sum += hit(rate, seconds);
        }
        return sum;
    }

    private static double hit(double requestsPerSecond, double seconds) {
        return requestsPerSecond == 0 ? 0 : -StrictMath.expm1(-requestsPerSecond * seconds);
    }
}
