package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.swarmload.scenario.MetricWord;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.study.HarmByCause;
import org.swarmload.study.OverNights;
import org.swarmload.study.StudyResult;

/**
 * One delivery's results, seen as a report needs them: means over replications, and the first replication as the night
 * that is drawn.
 */
public final class Night {
    private final StudyResult.DeliveryResult result;

    public Night(StudyResult.DeliveryResult result) {
        this.result = result;
    }

    public static List<Night> of(StudyResult study) {
        List<Night> nights = new ArrayList<>();
        for (StudyResult.DeliveryResult delivery : study.deliveries()) {
            if (!delivery.runs().isEmpty()) {
                nights.add(new Night(delivery));
            }
        }
        return nights;
    }

    public String name() {
        return result.name();
    }

    /** Whether people download a file; else they watch. */
    boolean isFile() {
        return result.metrics().containsKey(MetricWord.LEECHERS.word());
    }

    public StudyResult.DeliveryResult result() {
        return result;
    }

    /** The replication that time series and curves are drawn from: the first. */
    RunResult drawn() {
        return result.runs().get(0);
    }

    /** Mean over replications. */
    public double mean(ToDoubleFunction<RunResult> fact) {
        double sum = 0;
        for (RunResult run : result.runs()) {
            sum += fact.applyAsDouble(run);
        }
        return sum / result.runs().size();
    }

    double viewers() {
        return mean(run -> run.outcomes().viewers());
    }

    private double shareOfViewers(ToDoubleFunction<RunResult.Outcomes> count) {
        double viewers = viewers();
        return viewers == 0 ? 0 : mean(run -> count.applyAsDouble(run.outcomes())) / viewers;
    }

    /** Share of viewers who started, did not give up in a stall and whose stalls add up to at most 60 s. */
    public double servedWell() {
        return shareOfViewers(outcomes -> outcomes.started() - outcomes.gaveUp() - stayedInStalls(outcomes));
    }

    /** Share of viewers who stalled over 60 s in all and did not give up. */
    public double stalledAndStayed() {
        return shareOfViewers(Night::stayedInStalls);
    }

    /** Share of viewers who left because of one long stall, however long they stalled in all. */
    public double gaveUp() {
        return shareOfViewers(RunResult.Outcomes::gaveUp);
    }

    /**
     * Who gave up may have stalled over 60 s as well; the simulator counts both, but not how many are in both. As many
     * as can be are taken to be, so this is the least possible number and the parts of an audience add up.
     */
    public static double stayedInStalls(RunResult.Outcomes outcomes) {
        return Math.max(0, outcomes.stalledOver60s() - outcomes.gaveUp());
    }

    /** Mean bits per second played; 0 when it is not known. */
    double bitrate() {
        StudyResult.MetricValue value = result.metrics().get(MetricWord.MEAN_BITRATE.word());
        return value == null ? 0 : value.mean();
    }

    public double startFailures() {
        return shareOfViewers(RunResult.Outcomes::startFailures);
    }

    public double exits() {
        return shareOfViewers(RunResult.Outcomes::exitsBeforeStart);
    }

    public double stillWaiting() {
        return shareOfViewers(RunResult.Outcomes::stillWaiting);
    }

    double offload() {
        return mean(run -> run.traffic().offload());
    }

    /** Means of harm by cause, in the order in which the simulator lists causes. */
    public Map<String, Double> causes(RunResult.Harm harm) {
        return HarmByCause.mean(result.runs().stream()
                        .map(run -> HarmByCause.of(run.causes()))
                        .toList())
                .get(harm);
    }

    /** Greatest rate over one bin, as a mean over replications; 0 when the column is not there. */
    public double peakBps(String... byteColumns) {
        return mean(run -> peak(run.series(), byteColumns));
    }

    private static double peak(TimeSeries series, String... columns) {
        double[] sum = sum(series, columns);
        double peak = 0;
        for (double bytes : sum) {
            peak = Math.max(peak, bytes);
        }
        return peak * 8e6 / series.binMicros();
    }

    /** Bin by bin sum of the columns that exist. */
    static double[] sum(TimeSeries series, String... columns) {
        double[] sum = new double[series.bins()];
        for (String column : columns) {
            if (series.has(column)) {
                double[] values = series.values(column);
                for (int bin = 0; bin < sum.length; bin++) {
                    sum[bin] += values[bin];
                }
            }
        }
        return sum;
    }

    /** The columns of bytes that the operator's machines send to viewers; an origin behind edges sends to them only. */
    static String[] operatorColumns(boolean hasEdges) {
        return hasEdges ? new String[] {"edge-bytes", "seed-bytes"} : new String[] {"origin-bytes", "seed-bytes"};
    }

    /** What may come over what is unknown; null when nothing is. */
    public OverNights over() {
        return result.nights();
    }

    /** False when the scenario has no tariff for anybody who sends: then there is no bill to speak of. */
    public boolean hasBill() {
        return over() == null
                ? !result.invoice().lines().isEmpty()
                : result.metrics().containsKey(MetricWord.COST.word());
    }

    /** The bill; where nights differ in what is unknown the mean of their bills. */
    public double cost() {
        return over() == null
                ? billed()
                : hasBill() ? result.metrics().get(MetricWord.COST.word()).mean() : 0;
    }

    /** The sum of the bill that is shown line by line. */
    double billed() {
        return result.invoice().total().doubleValue();
    }

    public String currency() {
        return result.invoice().currency();
    }
}
