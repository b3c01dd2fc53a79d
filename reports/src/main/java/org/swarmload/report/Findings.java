package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.swarmload.report.Report.Finding;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.MetricWord;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.StudyResult.MetricValue;

/** Sentences that numbers justify. A sentence whose numbers are not there is not said. */
final class Findings {
    /** Failure rates closer than this are the same to a planner. */
    private static final double SIMILAR = 0.02;

    /** Below this share of viewers a harm is not worth a sentence. */
    static final double NOTABLE = 0.002;

    /** A mean bit rate below this share of another's may be a poorer picture. */
    static final double POORER = 0.9;

    /** What happened to fewer viewers than this may be chance: nothing is advised because of it. */
    static final double FEW = 20;

    private final Setting setting;
    private final List<Night> nights;

    Findings(Setting setting, List<Night> nights) {
        this.setting = setting;
        this.nights = nights;
    }

    /** Whether the front door, which every delivery passes, decides who fails. */
    List<Finding> frontDoor() {
        List<Finding> findings = new ArrayList<>();
        double least = nights.stream().mapToDouble(this::failedAtDoor).min().orElse(0);
        double most = nights.stream().mapToDouble(this::failedAtDoor).max().orElse(0);
        double fewest = nights.stream().mapToDouble(Night::viewers).min().orElse(0);
        if (nights.size() > 1 && least >= NOTABLE && least * fewest >= FEW && most - least <= SIMILAR) {
            Quantity low = Quantity.of("lost-at-front-door", least, Unit.SHARE);
            Quantity high = Quantity.of("lost-at-front-door", most, Unit.SHARE);
            findings.add(Finding.of(
                    "In every delivery " + low.text() + " to " + high.text()
                            + " of the viewers are refused at the front door or give up waiting there (" + services()
                            + "). Every delivery passes the same door, so neither edges nor the crowd help there: only "
                            + "a wider door, or viewers who press play less at once, do.",
                    low,
                    high));
        } else if (most >= NOTABLE) {
            for (Night night : nights) {
                Quantity share = Quantity.of("lost-at-front-door", failedAtDoor(night), Unit.SHARE);
                findings.add(Finding.of(
                        night.name() + ": " + share.text()
                                + " of the viewers are refused at the front door or give up waiting there.",
                        share));
            }
        }
        return findings;
    }

    private double failedAtDoor(Night night) {
        double failed = lostAtServices(night).mapToDouble(Map.Entry::getValue).sum();
        return night.viewers() == 0 ? 0 : failed / night.viewers();
    }

    /** Viewers whom services of the door refused or kept waiting for too long. */
    private static Stream<Map.Entry<String, Double>> lostAtServices(Night night) {
        return Stream.of(Harm.START_FAILURE, Harm.EXIT_BEFORE_START)
                .flatMap(harm -> night.causes(harm).entrySet().stream())
                .filter(cause -> Causes.isService(cause.getKey()));
    }

    private String services() {
        return nights.stream()
                .flatMap(Findings::lostAtServices)
                .filter(cause -> cause.getValue() > 0)
                .map(Map.Entry::getKey)
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** What the crowd carries, beside the delivery that has the same machines and no crowd. */
    List<Finding> crowd() {
        List<Finding> findings = new ArrayList<>();
        for (Night night : nights) {
            DeliveryDef delivery = setting.delivery(night.name());
            if (!delivery.hasSwarm()) {
                continue;
            }
            Quantity offload = Quantity.of("offload", night.offload(), Unit.SHARE);
            Quantity peak = Quantity.of("operator-bps.peak10s", peak(night), Unit.BPS);
            String sentence = night.name() + ": viewers deliver " + offload.text()
                    + " of the useful bytes to each other; the operator's machines send at most " + peak.text();
            Optional<Night> twin = twin(delivery);
            if (twin.isEmpty()) {
                findings.add(Finding.of(sentence + ".", offload, peak));
                continue;
            }
            Quantity other = Quantity.of("operator-bps.peak10s", peak(twin.get()), Unit.BPS);
            findings.add(Finding.of(
                    sentence + ", against " + other.text() + " in " + twin.get().name() + ".", offload, peak, other));
        }
        return findings;
    }

    /** How long downloads take, and how near that is to what people's own lines allow. */
    List<Finding> downloads() {
        List<Finding> findings = new ArrayList<>();
        for (Night night : nights) {
            MetricValue value = night.result().metrics().get(MetricWord.COMPLETION_TIME.word());
            if (value == null || value.p95() == null) {
                findings.add(Finding.of(night.name() + ": nobody has the whole file."));
                continue;
            }
            Quantity half = Quantity.of("completion-time.p50", value.p50(), Unit.MINUTES);
            Quantity most = Quantity.of("completion-time.p95", value.p95(), Unit.MINUTES);
            Quantity last = Quantity.of("completion-time.max", value.max(), Unit.MINUTES);
            findings.add(Finding.of(
                    night.name() + ": half of those who get the file have it within " + half.text() + ", 95 % within "
                            + most.text() + ", the slowest after " + last.text() + ".",
                    half,
                    most,
                    last));
        }
        return findings;
    }

    /** Bytes that were never asked for are no saving: whether deliveries show the same quality. */
    List<Finding> quality() {
        List<Night> known = nights.stream()
                .filter(night -> night.bitrate() > 0)
                .sorted(Comparator.comparingDouble(Night::bitrate))
                .toList();
        if (known.size() < 2
                || known.get(0).bitrate() > POORER * known.get(known.size() - 1).bitrate()) {
            return List.of();
        }
        Night worst = known.get(0);
        Night best = known.get(known.size() - 1);
        Quantity least = Quantity.of(MetricWord.MEAN_BITRATE.word(), worst.bitrate(), Unit.BPS);
        Quantity most = Quantity.of(MetricWord.MEAN_BITRATE.word(), best.bitrate(), Unit.BPS);
        return List.of(Finding.of(
                "Viewers do not get the same for a second of play: " + least.text() + " on average with "
                        + worst.name() + " and " + most.text() + " with " + best.name()
                        + ". That is a poorer picture or less that is fetched and never played; what a poorer picture saves"
                        + " in bytes and money is no saving of the delivery.",
                least,
                most));
    }

    private double peak(Night night) {
        return night.peakBps(Night.operatorColumns(Setting.hasEdges(setting.delivery(night.name()))));
    }

    private Optional<Night> twin(DeliveryDef crowd) {
        return nights.stream()
                .filter(night -> {
                    DeliveryDef other = setting.delivery(night.name());
                    return !other.hasSwarm() && Setting.hasEdges(other) == Setting.hasEdges(crowd);
                })
                .findFirst();
    }

    /** What each outage costs the viewers of each delivery. */
    List<Finding> outages() {
        List<Finding> findings = new ArrayList<>();
        for (Night night : nights) {
            List<FaultSpec> faults = setting.faults(night.name());
            if (faults.isEmpty()) {
                continue;
            }
            double viewers = Math.max(1, night.viewers());
            double stalled = night.causes(Harm.STALL_SECONDS).getOrDefault("fault", 0.0) / viewers;
            double failed = night.causes(Harm.START_FAILURE).getOrDefault("fault", 0.0) / viewers;
            Quantity stall = Quantity.of("stall-time.fault", stalled, Unit.MINUTES);
            Quantity fail = Quantity.of("start-failures.fault", failed, Unit.SHARE);
            Quantity buffer = Quantity.of(
                    "buffer-ahead", setting.delivery(night.name()).player().bufferAheadMicros() / 1e6, Unit.SECONDS);
            String what = what(night, faults);
            findings.add(Finding.of(
                    night.name() + " (" + what + "): " + stall.text()
                            + " of standing picture per viewer and " + fail.text()
                            + " failed starts are charged to the outage; players hold at most " + buffer.text()
                            + " ahead."
                            + (emptiesEdges(night, faults)
                                    ? " Pieces that nobody had asked for before the outage were not in the edges' caches, so "
                                            + "the edges could not send them either."
                                    : ""),
                    stall,
                    fail,
                    buffer));
        }
        return findings;
    }

    /** What is down and when, in the words of this delivery. */
    private String what(Night night, List<FaultSpec> faults) {
        return String.join(
                "; ",
                faults.stream()
                        .map(fault -> setting.faultText(night.name(), fault) + " from " + setting.span(fault))
                        .toList());
    }

    /** Whether edges lose what fills them: they go on with what they hold. */
    private boolean emptiesEdges(Night night, List<FaultSpec> faults) {
        return Setting.hasEdges(setting.delivery(night.name()))
                && faults.stream()
                        .anyMatch(fault -> fault.target() == FaultSpec.Target.CENTRAL
                                || fault.target() == FaultSpec.Target.ORIGIN);
    }
}
