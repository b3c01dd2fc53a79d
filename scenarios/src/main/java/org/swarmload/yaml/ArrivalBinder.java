package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.swarmload.scenario.ArrivalDef;
import org.swarmload.sim.model.Law;

/**
 * Binds one component of {@code audience.arrivals}: a share or a count of people with a law of offsets, a Poisson process
 * whose rate is constant, rises or falls in a straight line or decays, people at equal steps, or people at given times.
 */
final class ArrivalBinder {
    /** Each component has one of these. */
    private static final List<String> FORMS = List.of("share", "count", "rate", "ramp", "decay", "times", "trace");

    /** Of a list of times so many wrong ones are told; a file of something else has thousands. */
    private static final int MAX_BAD_TIMES = 20;

    private static final ArrivalDef NOBODY = ArrivalDef.ofCount(0, Law.constant(0));
    private static final int MAX_COUNT = AudienceBinder.MAX_VIEWERS;

    private final Problems problems;
    private final Fields fields;

    ArrivalBinder(SourceNode node, String path, Problems problems) {
        this.problems = problems;
        this.fields = new Fields(node, path, problems);
    }

    ArrivalDef bind() {
        List<String> forms = FORMS.stream().filter(fields::has).toList();
        if (forms.size() > 1) {
            problems.add(
                    fields.position(), fields.path(), "One of these, not all: " + Problems.listed(forms) + ".", "");
            return NOBODY;
        }
        return switch (forms.isEmpty() ? "share" : forms.get(0)) {
            case "count" -> people((int) fields.count("count", 1, MAX_COUNT, 1));
            case "rate" -> rate();
            case "ramp" -> ramp();
            case "decay" -> decay();
            case "times" -> times();
            case "trace" -> trace();
            default -> people(0);
        };
    }

    /** A count or, if it is 0, a share of people, and their law. */
    private ArrivalDef people(int count) {
        double share = count > 0 ? 0 : fields.requiredQuantity("share", Kind.SHARE, Range.POSITIVE_SHARE, "100%");
        Set<String> words = new TreeSet<>();
        for (String word : LawBinder.WORDS) {
            if (fields.has(word)) {
                words.add(word);
            }
        }
        if (fields.has("at")) {
            words.add("at");
        }
        int before = problems.count();
        fields.done();
        Law law = null;
        if (words.size() == 1) {
            String word = words.iterator().next();
            LawBinder binder = new LawBinder(fields.path(), Kind.DURATION, Range.ANY_OFFSET, problems);
            law = word.equals("at")
                    ? fields.law("at", Kind.DURATION, Range.ANY_OFFSET, null)
                    : binder.bind(word, fields.entry(word));
        } else if (words.isEmpty() && problems.count() == before) {
            problems.add(
                    fields.position(),
                    fields.path(),
                    "When do they come?",
                    "Add at: 0s, or a law: " + Problems.listed(LawBinder.WORDS) + ".");
        } else if (words.size() > 1) {
            problems.add(fields.position(), fields.path(), "One law, not " + String.join(" and ", words) + ".");
        }
        Law offset = law == null ? Law.constant(0) : law;
        return count > 0 ? ArrivalDef.ofCount(count, offset) : ArrivalDef.ofShare(share, offset);
    }

    private ArrivalDef rate() {
        double rate = fields.quantity("rate", Kind.RATE, Range.ARRIVAL_RATE, 1);
        double length = fields.requiredQuantity("for", Kind.DURATION, Range.SOME_TIME, "1h");
        double from = from();
        boolean evenly =
                fields.word("evenly", List.of("true", "false"), "false").equals("true");
        fields.done();
        double expected = bounded("rate", rate * length);
        if (!evenly) {
            return ArrivalDef.poisson(expected, new Law.Uniform(from, from + length));
        }
        // The k-th comes k / rate after the first, which is within the time for all k below rate * length.
        int count = (int) Math.max(1, Math.floor(expected + 1 - 1e-9));
        return ArrivalDef.inOrder(count, new Law.Steps(from, rate, count));
    }

    private ArrivalDef ramp() {
        List<Double> rates = new LawBinder(fields.path("ramp"), Kind.RATE, Range.ARRIVAL_RATE_OR_NONE, problems)
                .values(fields.node("ramp"), fields.path("ramp"), 2, "[rate at the beginning, rate at the end]");
        double length = fields.requiredQuantity("for", Kind.DURATION, Range.SOME_TIME, "10min");
        double from = from();
        fields.done();
        if (rates == null) {
            return NOBODY;
        }
        double first = rates.get(0);
        double last = rates.get(1);
        if (first + last <= 0) {
            fields.problem("ramp", "Nobody comes at a rate of 0/s.", "For example ramp: [0/s, 100/s]");
            return NOBODY;
        }
        double expected = bounded("ramp", length * (first + last) / 2);
        return ArrivalDef.poisson(expected, later(from, new Law.Ramp(first, last, length)));
    }

    private ArrivalDef decay() {
        double rate = fields.quantity("decay", Kind.RATE, Range.ARRIVAL_RATE, 1);
        double mean = fields.requiredQuantity("mean", Kind.DURATION, Range.SOME_TIME, "20min");
        double length = fields.quantity("for", Kind.DURATION, Range.SOME_TIME, 0);
        double from = from();
        fields.done();
        if (length == 0) {
            return ArrivalDef.poisson(bounded("decay", rate * mean), later(from, new Law.Exponential(mean)));
        }
        double expected = bounded("decay", -rate * mean * Math.expm1(-length / mean));
        return ArrivalDef.poisson(expected, later(from, new Law.CutExponential(mean, length)));
    }

    private ArrivalDef times() {
        List<SourceNode> nodes = fields.list("times");
        fields.done();
        LawBinder binder = new LawBinder(fields.path("times"), Kind.DURATION, Range.ARRIVAL, problems);
        List<Double> times = new ArrayList<>();
        int last = problems.count() + MAX_BAD_TIMES;
        for (int i = 0; i < nodes.size() && problems.count() < last; i++) {
            Double time = binder.value(nodes.get(i), fields.path("times." + i));
            if (time != null) {
                times.add(time);
            }
        }
        if (nodes.isEmpty() && fields.sound("times")) {
            fields.problem("times", "Nobody comes.", "For example times: [0s, 1.5s]");
        }
        double[] sorted = times.isEmpty()
                ? new double[1]
                : times.stream().mapToDouble(t -> t).sorted().toArray();
        return ArrivalDef.inOrder(sorted.length, new Law.Listed(sorted));
    }

    /** What stands next to a scenario was read before; this one stands next to nothing. */
    private ArrivalDef trace() {
        if (fields.sound("trace")) {
            fields.problem(
                    "trace",
                    "Only a scenario in a file has a trace, which is a file in the same folder.",
                    "Write times: [0s, 1.5s] here.");
        }
        fields.done();
        return NOBODY;
    }

    private double from() {
        return fields.quantity("from", Kind.DURATION, Range.ARRIVAL, 0);
    }

    private static Law later(double from, Law law) {
        return from == 0 ? law : new Law.Shifted(from, law);
    }

    /** An expected number of people, if it is one that fits. */
    private double bounded(String key, double expected) {
        if (expected <= MAX_COUNT) {
            return expected;
        }
        if (fields.sound(key, "for", "mean")) {
            fields.problem(
                    key, String.format(Locale.ROOT, "These are %,.0f people; at most %,d.", expected, MAX_COUNT), "");
        }
        return 1;
    }
}
