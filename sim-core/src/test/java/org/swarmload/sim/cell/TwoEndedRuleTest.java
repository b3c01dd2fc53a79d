package org.swarmload.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How peers share their lines, on 1,000 random networks of up to 20 links, against max-min over the whole network: never
 * above a capacity, never far below max-min, and how far is printed. MODEL.md, section 7, quotes what is printed.
 */
class TwoEndedRuleTest {
    private static final int NETWORKS = 1_000;
    private static final double ROUNDING = 1 + 1e-9;

    @Test
    void shouldNeverExceedALineAndStayNearMaxMin() {
        double[] total = new double[NETWORKS];
        double[] least = new double[NETWORKS];
        double[] flows = new double[0];
        for (int n = 0; n < NETWORKS; n++) {
            PeerNetwork network = new PeerNetwork(n + 1L);
            double[] fair = NetworkMaxMin.rates(network.links, network.capacity);
            double[] ratios = new double[fair.length];
            Arrays.setAll(ratios, i -> network.rate[i] / fair[i]);
            checkLinks(network, n + 1L);
            total[n] = Arrays.stream(network.rate).sum() / Arrays.stream(fair).sum();
            least[n] = Arrays.stream(ratios).min().orElse(1);
            int before = flows.length;
            flows = Arrays.copyOf(flows, before + ratios.length);
            System.arraycopy(ratios, 0, flows, before, ratios.length);
        }
        String table = row("what all transfers carry", total)
                + row("the worst-off transfer", least)
                + row("every transfer", flows);
        System.out.printf(
                "Peers' rule / max-min, %,d networks, %,d transfers%n%-26s  mean   5%%    least  most%n%s",
                NETWORKS, flows.length, "", table);
        assertThat(Arrays.stream(total).average().orElse(0)).as(table).isGreaterThan(0.985);
        assertThat(Arrays.stream(total).min().orElse(0)).as(table).isGreaterThan(0.7);
        assertThat(Arrays.stream(total).max().orElse(2)).as(table).isLessThan(1.1);
    }

    private static void checkLinks(PeerNetwork network, long seed) {
        double[] used = new double[network.capacity.length];
        for (int f = 0; f < network.links.length; f++) {
            for (int link : network.links[f]) {
                used[link] += network.rate[f];
            }
        }
        for (int link = 0; link < used.length; link++) {
            assertThat(used[link])
                    .as("link %d of network %d", link, seed)
                    .isLessThanOrEqualTo(network.capacity[link] * ROUNDING);
        }
    }

    private static String row(String what, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%-26s  %.3f  %.3f  %.3f  %.3f%n",
                what,
                Arrays.stream(sorted).average().orElse(0),
                sorted[sorted.length / 20],
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
