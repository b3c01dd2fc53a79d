package org.swarmload.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.swarmload.accuracy.Difference.Verdict;
import org.swarmload.report.Unit;

/**
 * All comparisons as Markdown: a row for the exact mode of each regime with the values, a row for each other mode with
 * what it differs by, and below them what is not within the tolerance.
 */
record AccuracyTable(List<Comparison> comparisons, int replications) {
    private static final String LEGEND = """
            Rows `exact`: means of %d replications in one cell. Below them mean paired difference ± half of its 90 %%
            interval (Student's t, %d degrees of freedom), in %% of the exact mean, or in ms or percentage points (pp)
            where the floor rules. Tolerance: 1 %% of the exact mean, at least 20 ms of start-up or 0.05 pp of a
            ratio. ✓ the interval is within it, ✗ outside, ? neither. 0: none in either mode; =: the same in every
            replication. Peaks: busiest 10 s. `control`: one cell once more, with other luck; what it differs by is
            chance alone.
            """;

    AccuracyTable {
        comparisons = List.copyOf(comparisons);
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        List<String> heads = new ArrayList<>(List.of("regime", "mode"));
        Arrays.stream(Measured.values()).map(Measured::head).forEach(heads::add);
        line(text, heads);
        line(text, heads.stream().map(head -> "---").toList());
        String regime = "";
        for (Comparison comparison : comparisons) {
            if (!comparison.regime().equals(regime)) {
                regime = comparison.regime();
                line(text, exact(comparison));
            }
            line(text, differences(comparison));
        }
        text.append('\n').append(LEGEND.formatted(replications, replications - 1));
        text.append('\n').append("Outside:\n\n").append(list(Verdict.OUTSIDE));
        text.append('\n').append("Undecided:\n\n").append(list(Verdict.UNDECIDED));
        return text.toString();
    }

    /** Quantities of one mode that are not known to be within the tolerance, in words. */
    List<String> notWithin(Mode mode) {
        return comparisons.stream()
                .filter(comparison -> comparison.mode().equals(mode))
                .flatMap(comparison -> comparison.differences().keySet().stream()
                        .filter(measured ->
                                comparison.differences().get(measured).verdict() != Verdict.WITHIN)
                        .map(measured -> comparison.regime() + ", " + measured.head() + " "
                                + text(measured, comparison.differences().get(measured))))
                .toList();
    }

    private String list(Verdict verdict) {
        String lines = comparisons.stream()
                .filter(comparison -> !comparison.with(verdict).isEmpty())
                .map(comparison -> "- " + comparison.regime() + ", " + comparison.modeText() + ": "
                        + comparison.with(verdict).stream()
                                .map(measured -> measured.head() + " "
                                        + amount(
                                                measured,
                                                comparison.differences().get(measured)))
                                .collect(Collectors.joining(", "))
                        + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "- nothing\n" : lines;
    }

    private static List<String> exact(Comparison comparison) {
        List<String> cells = new ArrayList<>(List.of(comparison.regime(), Mode.EXACT.name()));
        comparison
                .differences()
                .forEach((measured, difference) -> cells.add(measured.unit().say(difference.exact())));
        return cells;
    }

    private static List<String> differences(Comparison comparison) {
        List<String> cells = new ArrayList<>(List.of(comparison.regime(), comparison.modeText()));
        comparison.differences().forEach((measured, difference) -> cells.add(text(measured, difference)));
        return cells;
    }

    static String text(Measured measured, Difference difference) {
        if (difference.same()) {
            return difference.isNothing() ? "0" : "=";
        }
        String mark = switch (difference.verdict()) {
            case WITHIN -> " ✓";
            case OUTSIDE -> " ✗";
            case UNDECIDED -> " ?";
        };
        return amount(measured, difference) + mark;
    }

    private static String amount(Measured measured, Difference difference) {
        if (difference.byFloor()) {
            return measured.unit() == Unit.SECONDS
                    ? scaled("%+.1f ± %.1f ms", difference, 1e3)
                    : scaled("%+.3f ± %.3f pp", difference, 100);
        }
        // Without any of it in the exact mode there is nothing to take a percentage of.
        return difference.exact() == 0
                ? "+" + measured.unit().say(difference.mean()) + " ± "
                        + measured.unit().say(difference.half())
                : scaled("%+.2f ± %.2f %%", difference, 100 / Math.abs(difference.exact()));
    }

    private static String scaled(String format, Difference difference, double factor) {
        return String.format(Locale.ROOT, format, difference.mean() * factor, difference.half() * factor);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
