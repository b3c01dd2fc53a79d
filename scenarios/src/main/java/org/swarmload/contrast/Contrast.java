package org.swarmload.contrast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.swarmload.study.PairedDifference;
import org.swarmload.study.UnpairedDifference;

/**
 * One side held against another, figure by figure.
 *
 * @param paired whether the sides share random numbers, replication by replication
 * @param lines in the order in which figures are shown; what one side has not measured is left out
 */
public record Contrast(Side first, Side second, boolean paired, List<Line> lines) {
    private static final double CONFIDENCE = 0.95;

    /** The first side beside the second one. */
    public enum Word {
        LESS,
        MORE,
        /** The interval holds zero. */
        TIE,
        /** Equal in every replication. */
        SAME,
        /** One replication has no interval. */
        UNKNOWN
    }

    /**
     * @param replications that the interval rests on, of each side
     * @param first mean
     * @param second mean
     * @param difference of the means, first - second
     * @param half of the 95 % interval of the difference; null with one replication
     */
    public record Line(
            String figure, int replications, double first, double second, double difference, Double half, Word word) {}

    public Contrast {
        lines = List.copyOf(lines);
    }

    /** Runs of one seed are paired over the replications that both have; of two seeds they are compared by Welch. */
    public static Contrast of(Side first, Side second) {
        boolean paired = first.seed() == second.seed();
        Set<String> names = new LinkedHashSet<>();
        first.figures().values().forEach(run -> names.addAll(run.keySet()));
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            Line line = paired ? paired(name, first, second) : unpaired(name, first, second);
            if (line != null) {
                lines.add(line);
            }
        }
        return new Contrast(first, second, paired, lines);
    }

    /** Null when no replication has the figure on both sides. */
    private static Line paired(String name, Side first, Side second) {
        Set<Integer> common = new TreeSet<>(first.figures().keySet());
        common.removeIf(replication -> !first.figures().get(replication).containsKey(name)
                || !second.figures().containsKey(replication)
                || !second.figures().get(replication).containsKey(name));
        double[] a = values(name, first, common);
        double[] b = values(name, second, common);
        if (a.length < 2) {
            return single(name, a, b);
        }
        PairedDifference difference = PairedDifference.of(a, b);
        double half = difference.half(CONFIDENCE);
        Word word = difference.same() ? Word.SAME : word(difference.mean(), half);
        return new Line(name, a.length, difference.first(), difference.second(), difference.mean(), half, word);
    }

    private static Line unpaired(String name, Side first, Side second) {
        double[] a = values(name, first, first.figures().keySet());
        double[] b = values(name, second, second.figures().keySet());
        if (a.length < 2 || b.length < 2) {
            return single(name, a, b);
        }
        UnpairedDifference difference = UnpairedDifference.of(a, b);
        double mean = difference.first() - difference.second();
        Word word = mean == 0 && difference.half() == 0 ? Word.SAME : word(mean, difference.half());
        int fewest = Math.min(a.length, b.length);
        return new Line(name, fewest, difference.first(), difference.second(), mean, difference.half(), word);
    }

    /** Too few replications on one side for an interval; null when a side has none. */
    private static Line single(String name, double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return null;
        }
        double first = mean(a);
        double second = mean(b);
        return new Line(name, 1, first, second, first - second, null, first == second ? Word.SAME : Word.UNKNOWN);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double[] values(String name, Side side, Collection<Integer> replications) {
        return replications.stream()
                .map(replication -> side.figures().get(replication))
                .map((Map<String, Double> run) -> run.get(name))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Word word(double difference, double half) {
        return Math.abs(difference) <= half ? Word.TIE : difference < 0 ? Word.LESS : Word.MORE;
    }
}
