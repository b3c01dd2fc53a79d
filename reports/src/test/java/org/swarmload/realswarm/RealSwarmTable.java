package org.swarmload.realswarm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.swarmload.realswarm.Comparison.Quantity;

/** Measured beside simulated as Markdown. */
record RealSwarmTable(List<Comparison> comparisons, List<Control> controls, int voidRuns, int replications) {
    private static final double DECIDED = 0.2;

    private static final String LEGEND = """
            Seconds. Real: mean ± standard deviation over runs, of the median leecher's time from its admission by the
            seed to its last piece, and of the time from the first admission to the last piece of all. Simulated: mean
            over the same admissions, %d replications each. Within: max(10 %%, 2 sd) of the real value. K–R: Kumar and
            Ross's bound, the trivial predictor. cpu: the greatest share of all processors; from 50 %% on a run is void (%d were).
            Seed: how often the seed sent the file.
            """;

    RealSwarmTable {
        comparisons = List.copyOf(comparisons);
        controls = List.copyOf(controls);
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| regime | picker | runs | | real | simulated | off | may be off | | K–R off | cpu | seed |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Comparison comparison : comparisons) {
            for (Quantity quantity : Quantity.values()) {
                text.append(row(comparison, quantity));
            }
        }
        text.append('\n').append(LEGEND.formatted(replications, voidRuns)).append('\n');
        comparisons.stream()
                .filter(comparison -> comparison.what().regime().equals(Regime.MIXED))
                .forEach(comparison -> text.append(line(
                        "- mixed, %s: rank correlation of leechers' mean times, measured and simulated: %.2f;"
                                + " of two measured runs with each other: %.2f.%n",
                        comparison.what().picker(), comparison.rankCorrelation(), comparison.rankCorrelationOfRuns())));
        text.append('\n').append(ratios()).append('\n');
        controls.forEach(control -> text.append("- ").append(control.sentence()).append('\n'));
        return text.toString();
    }

    private String row(Comparison comparison, Quantity quantity) {
        double[] real = comparison.real(quantity);
        double[] model = comparison.simulated(quantity);
        return line(
                "| %s | %s | %d | %s | %.2f ± %.2f | %.2f ± %.2f | %+.1f %% | %.0f %% | %s | %+.0f %% | %.0f %% | %.1f |%n",
                comparison.what().regime().name(),
                comparison.what().picker(),
                real.length,
                quantity.word,
                Statistics.mean(real),
                Statistics.deviation(real),
                Statistics.mean(model),
                Statistics.deviation(model),
                100 * comparison.difference(quantity),
                100 * comparison.allowed(quantity),
                comparison.within(quantity) ? "inside" : "**outside**",
                100 * comparison.boundDifference(quantity),
                100 * comparison.cpuShare(),
                comparison.seedCopies());
    }

    /** Sequential against each kind of rarest first, where real medians differ by enough to be told apart. */
    private String ratios() {
        StringBuilder text = new StringBuilder();
        for (Comparison sequential : comparisons) {
            for (Comparison rarest : comparisons) {
                boolean pair = sequential.what().picker().equals("bt:sequential")
                        && !rarest.what().picker().equals("bt:sequential")
                        && sequential.what().regime().equals(rarest.what().regime());
                if (pair) {
                    text.append(ratio(sequential, rarest));
                }
            }
        }
        return text.toString();
    }

    private static String ratio(Comparison sequential, Comparison rarest) {
        double real = Statistics.mean(sequential.real(Quantity.MEDIAN)) / Statistics.mean(rarest.real(Quantity.MEDIAN));
        double model = Statistics.mean(sequential.simulated(Quantity.MEDIAN))
                / Statistics.mean(rarest.simulated(Quantity.MEDIAN));
        String verdict = Math.abs(real - 1) < DECIDED
                ? "too near each other to tell"
                : line(
                        "sign %s, ratio off by %+.0f %%",
                        real > 1 == model > 1 ? "right" : "wrong", 100 * (model / real - 1));
        return line(
                "- %s: median of sequential / %s: real %.2f, simulated %.2f: %s.%n",
                sequential.what().regime().name(), rarest.what().picker(), real, model, verdict);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** What is not within the tolerance, as "regime, picker, quantity". */
    List<String> outside() {
        return which((comparison, quantity) -> !comparison.within(quantity));
    }

    /** Of what the trivial predictor says more exactly than the simulator. */
    List<String> worseThanTheBound() {
        return which((comparison, quantity) ->
                Math.abs(comparison.difference(quantity)) > Math.abs(comparison.boundDifference(quantity)));
    }

    private List<String> which(BiPredicate<Comparison, Quantity> chosen) {
        return comparisons.stream()
                .flatMap(comparison -> Arrays.stream(Quantity.values())
                        .filter(quantity -> chosen.test(comparison, quantity))
                        .map(quantity -> comparison.what().regime().name() + ", "
                                + comparison.what().picker() + ", " + quantity.word))
                .toList();
    }
}
