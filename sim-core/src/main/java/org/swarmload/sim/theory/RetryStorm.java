package org.swarmload.sim.theory;

/**
 * Clients that come at once and, rejected, come back in step: the door admits a batch each time. The number of attempts
 * grows with the square of the clients (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 *
 * @param rounds how often clients come, the first time included
 * @param attempts all attempts
 * @param rejections attempts that are turned away
 */
public record RetryStorm(int rounds, long attempts, long rejections) {
    /**
     * N clients of whom A are admitted each time, each place being free again before the next time: attempts
     * N + (N - A) + (N - 2A) + ... (Brooker 2015).
     *
     * @param clients number of clients N, 1 or more
     * @param admittedPerRound places A, 1 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static RetryStorm of(int clients, int admittedPerRound) {
        Require.atLeast("The number of clients", clients, 1);
        Require.atLeast("The number admitted each time", admittedPerRound, 1);
        long rounds = (clients - 1L) / admittedPerRound + 1;
        long attempts = rounds * clients - admittedPerRound * (rounds * (rounds - 1) / 2);
        return new RetryStorm((int) rounds, attempts, attempts - clients);
    }

    /**
     * When the last client is admitted, if the first attempt is at 0 (Brooker 2015).
     *
     * @param retrySeconds time from a rejection to the next attempt, 0 or more
     * @return seconds
     * @throws IllegalArgumentException if it is negative
     */
    public double lastAdmissionSeconds(double retrySeconds) {
        return (rounds - 1) * Require.notNegative("The time to the next attempt", retrySeconds);
    }
}
