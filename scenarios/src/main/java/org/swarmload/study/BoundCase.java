package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.ArrivalDef;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.study.StudyResult.MetricValue;

/**
 * What mathematics is asked about: a delivery as it is compiled, and what was simulated.
 *
 * @param spec of the first replication
 * @param audience the people who are expected: where their number is drawn, its mean
 * @param metrics of the simulated delivery: a limit on a share needs to know of which picture; empty before a run
 * @param complete whether every viewer of every run finished the download
 */
record BoundCase(
        Scenario scenario,
        DeliveryDef def,
        ModelSpec spec,
        AudienceSpec audience,
        Map<String, MetricValue> metrics,
        boolean complete) {

    static BoundCase of(Scenario scenario, String delivery, Map<String, MetricValue> metrics, boolean complete) {
        ModelSpec spec = ScenarioCompiler.compile(scenario, delivery, 0);
        AudienceSpec expected = expected(scenario, spec.audience());
        return new BoundCase(scenario, scenario.delivery(delivery), spec, expected, metrics, complete);
    }

    /** The audience with the expected number of people where the number is drawn. */
    private static AudienceSpec expected(Scenario scenario, AudienceSpec drawn) {
        if (scenario.audience().hasFixedNumber()) {
            return drawn;
        }
        double all = Math.max(1, scenario.audience().viewers());
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < drawn.arrivals().size(); i++) {
            ArrivalDef def = scenario.audience().arrivals().get(i);
            Arrival of = drawn.arrivals().get(i);
            double people = def.isShared() ? def.share() * scenario.audience().dealt() : def.expected();
            arrivals.add(new Arrival(people / all, of.count(), of.offsetSeconds(), of.inOrder()));
        }
        return new AudienceSpec(
                (int) all,
                drawn.unlockMicros(),
                drawn.noticeSeconds(),
                arrivals,
                drawn.patience(),
                drawn.retry(),
                drawn.reload(),
                drawn.regions(),
                drawn.access(),
                drawn.devices(),
                drawn.staySeconds(),
                drawn.initial());
    }

    ContentSpec content() {
        return spec.content();
    }

    /** Mean of a metric that was simulated. */
    Optional<Double> simulated(String metric) {
        return Optional.ofNullable(metrics.get(metric)).map(MetricValue::mean);
    }

    /** What the operator's machines can send to viewers at any instant of the run at most: other traffic comes and goes. */
    long mostServingBps() {
        long unlock = spec.audience().unlockMicros();
        return def.mostServingBps(-unlock, spec.endMicros() - unlock);
    }

    /** A constant Poisson stream of people, and nobody else. */
    record Steady(double perSecond, double seconds) {}

    /** The people come as a Poisson process of constant rate; empty when they do not. */
    Optional<Steady> steady() {
        if (scenario.audience().arrivals().size() != 1 || audience().initialViewers() > 0) {
            return Optional.empty();
        }
        ArrivalDef only = scenario.audience().arrivals().get(0);
        if (!only.random() || !(only.offsetSeconds() instanceof Law.Uniform law) || law.low() < 0) {
            return Optional.empty();
        }
        double seconds = law.high() - law.low();
        return Optional.of(new Steady(only.expected() / seconds, seconds));
    }

    /** What chance may do to a number of people: nothing if it is fixed. */
    double numberLuck() {
        return scenario.audience().hasFixedNumber() ? 0 : fiveDeviations();
    }

    /** What chance may do to a mean over the viewers: nothing if all are alike. */
    double luck() {
        boolean alike = audience().access().stream().allMatch(BoundCase::alike)
                && dealt(audience().access(), Access::count)
                && dealt(audience().devices(), Device::count)
                && (!content().isFile() || content().file().constantSize());
        return alike ? numberLuck() : fiveDeviations();
    }

    private static boolean alike(Access line) {
        return line.downBps() instanceof Law.Constant && line.upBps() instanceof Law.Constant;
    }

    /** Whether as many as said are of each class. */
    private static <T> boolean dealt(List<T> classes, ToIntFunction<T> count) {
        return classes.size() == 1 || classes.stream().allMatch(one -> count.applyAsInt(one) != AudienceSpec.BY_SHARE);
    }

    /** Relative size of five standard deviations of a mean over the viewers, of laws that spread as far as their means. */
    private double fiveDeviations() {
        return 5 / Math.sqrt(Math.max(1, audience().viewers()));
    }

    static String bps(double value) {
        return value >= 1e9
                ? String.format(Locale.ROOT, "%.1f Gbps", value / 1e9)
                : String.format(Locale.ROOT, "%.1f Mbps", value / 1e6);
    }

    static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
