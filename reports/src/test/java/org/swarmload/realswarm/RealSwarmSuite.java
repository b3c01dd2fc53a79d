package org.swarmload.realswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.swarmload.SourceTree;
import org.swarmload.sim.actors.SimulationEngine;

/**
 * Real bt clients on shaped links. Run by {@code mvn verify -Preal-swarm}, which takes about an hour and a quarter, needs root and
 * iproute2, and wants the machine for itself. Runs are kept in {@code target/real-swarm.csv}; a later start measures what
 * is missing there.
 *
 * <p>{@code -Dreal-swarm.runs=3} of each swarm, {@code -Dreal-swarm.controls=2} of each control,
 * {@code -Dreal-swarm.seconds=60} begins no swarm after that time; {@code -Dreal-swarm.regimes=mixed} and
 * {@code -Dreal-swarm.pickers=bt:sequential} run a part.
 */
class RealSwarmSuite {
    static final List<String> PICKERS = List.of("bt:randomized-rarest", "bt:rarest-first", "bt:sequential");

    static final int PIECE_BYTES = 64 << 10;

    /** How often void runs are measured again. */
    private static final int AGAIN = 2;

    private final Path file = SourceTree.root().resolve("reports/target/real-swarm.csv");

    @Test
    void shouldSimulateWhatRealClientsDo() throws IOException {
        String missing = Network.missing();
        if (missing != null) {
            System.out.println("Real swarms are skipped: " + missing + ".");
        }
        Assumptions.assumeTrue(missing == null);
        long end = System.currentTimeMillis() + 1000L * number("real-swarm.seconds", 36_000);
        measure(wanted(), end);
        RealSwarmTable table = compare(Measurements.read(file), number("real-swarm.replications", 10));
        Files.writeString(file.resolveSibling("real-swarm.txt"), table.markdown());
        System.out.println(table.markdown());
        assertThat(table.comparisons()).as("swarms with runs that are not void").isNotEmpty();
        assertThat(table.outside()).as("outside of the tolerance").isEmpty();
        assertThat(table.worseThanTheBound())
                .as("nearer to Kumar and Ross's bound than to ours")
                .isEmpty();
        assertThat(table.controls())
                .as("controls")
                .allSatisfy(control ->
                        assertThat(control.doubles()).as(control.sentence()).isTrue());
    }

    /** Measured runs, those of one swarm together, beside simulated ones. */
    static RealSwarmTable compare(List<MeasuredRun> all, int replications) {
        List<MeasuredRun> runs = all.stream().filter(run -> !run.isVoid()).toList();
        List<Comparison> comparisons = new ArrayList<>();
        List<Control> controls = new ArrayList<>();
        Path folder = SourceTree.root().resolve("reports/target/real-swarm");
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            for (Regime regime : Regime.ALL) {
                for (String picker : PICKERS) {
                    List<MeasuredRun> full = of(runs, new Measurement(regime, picker, 1, 0));
                    if (!full.isEmpty()) {
                        comparisons.add(Comparison.of(full, replications, engine, folder));
                    }
                    Control.of(full, of(runs, new Measurement(regime.slowed(2), picker, 2, 0)))
                            .ifPresent(controls::add);
                }
            }
        }
        return new RealSwarmTable(comparisons, controls, all.size() - runs.size(), replications);
    }

    private static List<MeasuredRun> of(List<MeasuredRun> runs, Measurement swarm) {
        return runs.stream().filter(run -> run.what().sameSwarm(swarm)).toList();
    }

    private static int number(String property, int standard) {
        return Integer.parseInt(System.getProperty(property, String.valueOf(standard)));
    }

    private static List<String> words(String property, List<String> standard) {
        String written = System.getProperty(property, "");
        return written.isBlank() ? standard : List.of(written.split(","));
    }

    /** First one of each swarm, then the second: what disturbs the machine for a while does not hit one swarm alone. */
    private static List<Measurement> wanted() {
        List<String> regimes = words(
                "real-swarm.regimes", Regime.ALL.stream().map(Regime::name).toList());
        List<String> pickers = words("real-swarm.pickers", PICKERS);
        List<Measurement> wanted = new ArrayList<>();
        for (int run = 1; run <= number("real-swarm.runs", 3); run++) {
            for (String regime : regimes) {
                for (String picker : pickers) {
                    wanted.add(new Measurement(Regime.named(regime), picker, 1, run));
                }
            }
        }
        for (int run = 1; run <= number("real-swarm.controls", 2); run++) {
            for (String regime : regimes) {
                wanted.add(new Measurement(Regime.named(regime).slowed(2), PICKERS.get(0), 2, run));
            }
        }
        return wanted;
    }

    /** What has not been measured, with numbers of their own: a void run is measured again. */
    private static List<Measurement> missing(List<Measurement> wanted, List<MeasuredRun> done) {
        List<Measurement> missing = new ArrayList<>();
        for (Measurement what : wanted) {
            List<MeasuredRun> same = of(done, what);
            long valid = same.stream().filter(run -> !run.isVoid()).count();
            if (what.number() > valid) {
                missing.add(what.numbered(Math.toIntExact(what.number() + same.size() - valid)));
            }
        }
        return missing;
    }

    private void measure(List<Measurement> wanted, long end) throws IOException {
        Network.removeLeftovers();
        Payload.removeLeftovers();
        if (missing(wanted, Measurements.read(file)).isEmpty()) {
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Network::removeLeftovers));
        try (Network network = Network.create(Regime.ALL.get(0).leechers() + 1)) {
            for (int round = 0; round <= AGAIN; round++) {
                for (Measurement what : missing(wanted, Measurements.read(file))) {
                    if (System.currentTimeMillis() < end) {
                        measure(what, network);
                    }
                }
            }
        }
    }

    private void measure(Measurement what, Network network) throws IOException {
        try (Payload payload = Payload.generate(what.regime().fileBytes(), PIECE_BYTES)) {
            MeasuredRun run = LiveSwarm.measure(network, payload, what);
            Measurements.append(file, run);
            System.out.println(line(run));
        }
    }

    private static String line(MeasuredRun run) {
        return String.format(
                Locale.ROOT,
                "%-12s %-21s x%d run %d: median %.2f s, last %.2f s, cpu %.0f %%, wasted %.1f %%",
                run.what().regime().name(),
                run.what().picker(),
                run.what().slowdown(),
                run.what().number(),
                run.median(),
                run.last(),
                100 * run.cpuShare(),
                100 * run.wastedShare());
    }
}
