package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.swarmload.report.Report.Finding;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ObjectiveVerdict;

/** What would change the verdict, read off the results: the thinnest margin, the fullest capacity, the main harm. */
final class Changes {
    private final StudyResult study;
    private final Setting setting;
    private final Decision decision;

    Changes(StudyResult study, Setting setting, Decision decision) {
        this.study = study;
        this.setting = setting;
        this.decision = decision;
    }

    List<Finding> list() {
        Night chosen = decision.chosen();
        List<Finding> changes = new ArrayList<>();
        Deciding.noVerdict(study)
                .ifPresentOrElse(
                        no -> changes.add(
                                Finding.of("A result of " + study.scenario().decide()
                                        + " would give a verdict. What follows is about " + chosen.name() + ".")),
                        () -> thinnest(chosen, changes));
        new Unknowns(study, Night.of(study)).common(chosen).ifPresent(changes::add);
        capacity(chosen, changes);
        mainCause(chosen, RunResult.Harm.EXIT_BEFORE_START, "Exits before the first frame", changes);
        mainCause(chosen, RunResult.Harm.START_FAILURE, "Failed starts", changes);
        if (study.plannedReplications() < 2) {
            changes.add(
                    Finding.of("One replication was run: figures carry no interval. Run more to know how far chance "
                            + "moves them."));
        }
        return changes;
    }

    private void thinnest(Night chosen, List<Finding> changes) {
        study.verdicts().stream()
                .filter(verdict ->
                        verdict.delivery().equals(chosen.name()) && verdict.limit() != 0 && verdict.value() != null)
                .min(Comparator.comparingDouble(Changes::margin))
                .ifPresent(verdict -> {
                    Quantity measured =
                            Metrics.measured(study.scenario(), verdict).orElseThrow();
                    Quantity margin = Quantity.of("margin", Math.abs(margin(verdict)), Unit.SHARE);
                    changes.add(
                            verdict.verdict() == StudyResult.Verdict.MISSED
                                    ? Finding.of(
                                            "The objective \"" + verdict.objective()
                                                    + "\" is missed furthest: measured " + measured.text() + ".",
                                            measured)
                                    : Finding.of(
                                            "The objective \"" + verdict.objective() + "\" has the thinnest margin: "
                                                    + "measured " + measured.text() + ", " + margin.text()
                                                    + " of the limit away from it.",
                                            measured,
                                            margin));
                });
    }

    private static double margin(ObjectiveVerdict verdict) {
        double distance = Math.abs(verdict.limit() - verdict.value()) / Math.abs(verdict.limit());
        return verdict.verdict() == StudyResult.Verdict.MISSED ? -distance : distance;
    }

    private void capacity(Night chosen, List<Finding> changes) {
        double capacity = setting.operatorBps(chosen.name());
        double peak = decision.operatorPeak(chosen);
        if (capacity > 0 && chosen.viewers() >= Findings.FEW) {
            Quantity use = Quantity.of("operator-use.peak10s", peak / capacity, Unit.SHARE);
            Quantity most = Quantity.of("operator-capacity-bps", capacity, Unit.BPS);
            changes.add(Finding.of(
                    "The operator's machines can send " + most.text() + "; the highest 10 s use " + use.text()
                            + " of it. "
                            + (peak > 0.9 * capacity
                                    ? "A larger audience or a smaller crowd needs more machines."
                                    : "The rest is headroom for a larger audience or a crowd that uploads less."),
                    most,
                    use));
        }
    }

    private void mainCause(Night chosen, RunResult.Harm harm, String what, List<Finding> changes) {
        Map<String, Double> causes = chosen.causes(harm);
        double total = causes.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total < Findings.NOTABLE * chosen.viewers()) {
            return;
        }
        causes.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(entry -> {
            if (entry.getValue() < Findings.FEW) {
                return;
            }
            Quantity share = Quantity.of("share-of-" + harmWord(harm), entry.getValue() / total, Unit.SHARE);
            changes.add(Finding.of(
                    what + " are charged mainly to " + Causes.say(entry.getKey()) + " (" + share.text() + " of them): "
                            + remedy(chosen, entry.getKey()),
                    share));
        });
    }

    private String remedy(Night chosen, String cause) {
        return switch (cause) {
            case "fault" -> "surviving it changes them, more capacity does not.";
            case "own-line" -> "they are limited by the viewer's own line while " + transfers(chosen) + ".";
            default -> "look there first.";
        };
    }

    /** How many transfers of one viewer run at a time: a delivery that fetches more at once splits the line further. */
    private String transfers(Night chosen) {
        DeliverySpec.Swarm swarm = setting.delivery(chosen.name()).swarm();
        return swarm == null
                ? "1 transfer uses it"
                : "up to " + swarm.parallelDownloads() + " transfers from peers and those from servers share it";
    }

    static String harmWord(RunResult.Harm harm) {
        return harm.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
