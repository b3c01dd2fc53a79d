package org.swarmload.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.StoppingRule;

/**
 * How long a comparison will take: every viewer fetches every piece, a transfer costs about as much as it did where this
 * was written, and a choice what it costs on this machine, which is measured. Good to a factor of two or so.
 */
final class DuelEstimate {
    /** Simulating the transfer of a piece, beside the choice: measured with picker-shootout and its file. */
    private static final double SECONDS_PER_PIECE = 4e-6;

    private static final double SECONDS_PER_FURTHER_BLOCK = 0.1e-6;

    /** Of a comparison that takes less nobody wants to hear that it is slow. */
    private static final double LONG_SECONDS = 60;

    /** A bt picker takes 20 to 45 µs, one of ours less than 2. */
    private static final double SLOW_PICK_SECONDS = 10e-6;

    private final List<Picker> pickers;
    private final StoppingRule rule;
    private final double threads;

    /** @param runSeconds of one run */
    private record Picker(String name, double pickSeconds, double runSeconds) {}

    private DuelEstimate(List<Picker> pickers, StoppingRule rule, double threads) {
        this.pickers = pickers;
        this.rule = rule;
        this.threads = threads;
    }

    static DuelEstimate of(List<Variant> variants, StoppingRule rule, int threads) {
        List<Picker> pickers = new ArrayList<>();
        for (Variant variant : variants) {
            ModelSpec spec = ScenarioCompiler.compile(variant.scenario(), variant.delivery(), 0);
            ContentSpec content = spec.content();
            int seen = content.isFile() ? content.pieces() : Math.min(content.pieces(), Holdings.WINDOW);
            double pick = PickTimer.seconds(variant.name(), seen);
            double blocks = content.isFile() && content.file().constantSize()
                    ? (double) content.file().pieceBytes() / content.file().blockBytes()
                    : 1;
            double piece = SECONDS_PER_PIECE + (blocks - 1) * SECONDS_PER_FURTHER_BLOCK + pick;
            pickers.add(
                    new Picker(variant.name(), pick, piece * spec.audience().viewers() * (double) content.pieces()));
        }
        return new DuelEstimate(
                pickers,
                rule,
                Math.min(threads, (double) variants.size() * rule.looks().get(0)));
    }

    private double seconds(int replications) {
        return replications * pickers.stream().mapToDouble(Picker::runSeconds).sum() / threads;
    }

    /** One line, and one more for each picker that makes it slow. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int first = rule.looks().get(0);
        String most =
                rule.cap() == first ? "" : ", at most " + RoughTime.say(seconds(rule.cap())) + " for " + rule.cap();
        lines.add("about " + RoughTime.say(seconds(first)) + " for " + first + " replications of each picker" + most);
        double all = pickers.stream().mapToDouble(Picker::runSeconds).sum();
        for (Picker picker : pickers) {
            double saved = seconds(rule.cap()) * picker.runSeconds() / all;
            if (picker.pickSeconds() > SLOW_PICK_SECONDS && saved > LONG_SECONDS) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s takes %.0f us a choice, which makes it slow: %s of that is its part. Maybe leave it out, or "
                                + "fewer viewers",
                        picker.name(),
                        picker.pickSeconds() * 1e6,
                        RoughTime.say(saved)));
            }
        }
        return lines;
    }
}
