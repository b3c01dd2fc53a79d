package org.swarmload.sim.theory;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Which chunk of a sliding window peers ask each other for. Y. Zhou, D. M. Chiu and J. C. S. Lui, "A Simple Model for
 * Analyzing P2P Streaming Protocols", IEEE ICNP 2007. In every slot the window moves by one cell, the server gives the
 * newest chunk to one of M peers, every peer asks one random other for one chunk, and the last cell is played. "Rarest"
 * is the newest chunk of the window.
 *
 * @param filled probability p(i) that cell i is filled, newest cell first
 */
public record ChunkPolicies(List<Double> filled) {
    public ChunkPolicies {
        filled = List.copyOf(filled);
    }

    /**
     * Rarest first: p(i+1) = p(i) + p(i) (1 - p(i))^2 (Zhou, Chiu and Lui 2007).
     *
     * @param peers number of peers M, 2 or more
     * @param cells length of the window n, 2 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static ChunkPolicies rarestFirst(int peers, int cells) {
        return mixed(peers, cells, cells);
    }

    /**
     * Greedy, nearest to its deadline first: p(i+1) = p(i) + p(i) (1 - p(i)) (1 - p(1) - p(n) + p(i+1)), solved for p(n)
     * to 1e-13 (Zhou, Chiu and Lui 2007).
     *
     * @param peers number of peers M, 2 or more
     * @param cells length of the window n, 2 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static ChunkPolicies greedy(int peers, int cells) {
        return mixed(peers, cells, 1);
    }

    /**
     * Rarest first in the newest cells 1..m, greedy in the rest with p(m) in the place of p(1) (Zhou, Chiu and Lui 2007).
     *
     * @param peers number of peers M, 2 or more
     * @param cells length of the window n, 2 or more
     * @param rarestCells number of cells m with rarest first: 1 is greedy, n is rarest first
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static ChunkPolicies mixed(int peers, int cells, int rarestCells) {
        Require.atLeast("The number of peers", peers, 2);
        Require.atLeast("The number of cells", cells, 2);
        Require.atLeast("The number of cells with rarest first", rarestCells, 1);
        Require.that(
                rarestCells <= cells,
                "Of " + cells + " cells not " + rarestCells + " can be filled with rarest first.");
        List<Double> newest = new ArrayList<>();
        double p = 1.0 / peers;
        newest.add(p);
        for (int i = 1; i < rarestCells; i++) {
            p += p * (1 - p) * (1 - p);
            newest.add(p);
        }
        return rarestCells == cells ? new ChunkPolicies(newest) : new ChunkPolicies(greedyAfter(newest, cells));
    }

    /** Probability that the chunk to be played is there, p(n) (Zhou, Chiu and Lui 2007). */
    public double continuity() {
        return last(filled);
    }

    /**
     * Mean number of filled cells, the sum of all p(i): how many slots a newcomer should wait before playing (Zhou, Chiu
     * and Lui 2007).
     */
    public double startupSlots() {
        double sum = 0;
        for (double p : filled) {
            sum += p;
        }
        return sum;
    }

    /** The greater p(n) is taken to be, the less the recursion gives, so there is one that agrees with itself. */
    private static List<Double> greedyAfter(List<Double> newest, int cells) {
        double last = new BrentSolver(1e-14)
                .solve(1_000, guess -> last(greedyAfter(newest, cells, guess)) - guess, last(newest), 1);
        return greedyAfter(newest, cells, last);
    }

    private static List<Double> greedyAfter(List<Double> newest, int cells, double lastFilled) {
        List<Double> all = new ArrayList<>(newest);
        double first = last(newest);
        double p = first;
        for (int i = newest.size(); i < cells; i++) {
            double useful = p * (1 - p);
            p = (p + useful * (1 - first - lastFilled)) / (1 - useful);
            all.add(p);
        }
        return all;
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }
}
