package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.FaultSpec.Target;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.result.RunResult;

/** The operator's seeds of a file: what faults and other traffic take of them, and how they come back. */
class FileSwarmFaultTest {
    private static final long SECOND = 1_000_000;
    private static final List<Device> TAKERS = List.of(new Device("any", 1, PeerRole.DOWNLOAD_ONLY, 0, 0));

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    /** Forty people who only take, from machines of 1 Mbit/s: all uplinks are full all the time. */
    private static Download crowd(int machines) {
        Download download = new Download();
        download.devices = TAKERS;
        download.peers = 40;
        download.seedMachines = machines;
        download.seedUploads = 10;
        download.bytes = 10_000_000;
        download.pieceBytes = 10_000;
        download.endSeconds = 60;
        return download;
    }

    /** Seed bytes in each bin of 10 s, in seconds of one machine's uplink. */
    private static double[] machineSeconds(RunResult run) {
        double[] bytes = run.series().values("seed-bytes");
        double[] seconds = new double[bytes.length];
        for (int bin = 0; bin < bytes.length; bin++) {
            seconds[bin] = bytes[bin] / 125_000;
        }
        return seconds;
    }

    @ParameterizedTest
    @CsvSource({"4, 0.5, 2", "4, 0.25, 3", "4, 0.6, 1.6", "1, 0.3, 0.7", "3, 1, 0"})
    void shouldLoseAsMuchOfTheSeedsAsAFaultTakes(int machines, double part, double left) {
        Download download = crowd(machines);
        download.bytes = 150_000L * machines; // 48 s of all machines for forty people
        download.endSeconds = 100;
        download.faults = List.of(Download.fault(Target.SEEDS, 20, 40, part));
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(40);
        double all = 10.0 * machines;
        assertThat(Arrays.copyOf(machineSeconds(run), 5))
                .containsExactly(new double[] {all, all, 10 * left, 10 * left, all}, within(0.01));
        // What breaks is on its way from the machines that go: ten pieces of each at most.
        double gone = Math.floor(machines * part);
        assertThat(run.traffic().overheadBytes()).isLessThanOrEqualTo((long) (gone * 10 * 10_000));
        assertThat(run.traffic().overheadBytes() > 0).isEqualTo(gone > 0);
    }

    @Test
    void shouldAddPartsOfFaultsUpAndGiveBackWhatComesBack() {
        Download download = crowd(4);
        download.faults =
                List.of(Download.fault(Target.SEEDS, 10, 40, 0.25), Download.fault(Target.CENTRAL, 20, 30, 0.5));
        assertThat(machineSeconds(download.run(engine)))
                .containsExactly(new double[] {40, 30, 10, 30, 40, 40}, within(0.01));
    }

    @ParameterizedTest
    @EnumSource(Discipline.class)
    void shouldLeaveToOtherTrafficWhatItTakes(Discipline discipline) {
        Download download = crowd(2);
        download.discipline = discipline;
        download.seedUploads = discipline == Discipline.SERIAL ? 1 : 10;
        download.background = new BackgroundSpec(List.of(
                new BackgroundSpec.Step(10 * SECOND, 500_000),
                new BackgroundSpec.Step(20 * SECOND, 3_000_000),
                new BackgroundSpec.Step(30 * SECOND, 1_000_000),
                new BackgroundSpec.Step(50 * SECOND, 0)));
        download.faults = List.of(Download.fault(Target.SEEDS, 40, 50, 0.25));
        assertThat(machineSeconds(download.run(engine)))
                .containsExactly(new double[] {20, 15, 0, 10, 5, 20}, within(0.01));
    }

    /** A seed that gives a piece every second goes on so after a hundred absences of a tenth of a second. */
    @Test
    void shouldMeetNobodyTwiceBecauseItCameBack() {
        Download download = crowd(1);
        download.exchange = Exchange.CONTACTS;
        download.contacts = new Contacts(Law.constant(1e6), Law.constant(1), false);
        download.seedUplink = 1_000_000_000;
        download.endSeconds = 100;
        download.faults = absences(90);
        assertThat(download.run(engine).engine().peerTransfers()).isBetween(1L, 100L);
    }

    /** The same of reviews: one person wants nothing that the seed could send it faster. */
    @Test
    void shouldReviewOnceInTenSecondsHoweverOftenItCameBack() {
        Download download = crowd(1);
        download.exchange = Exchange.CHOKING;
        download.peers = 1;
        download.bytes = 1_000_000_000;
        download.pieceBytes = 500_000_000;
        download.endSeconds = 1_000;
        long events = download.run(engine).engine().events();
        download.faults = absences(90);
        assertThat(download.run(engine).engine().events() - events).isLessThan(10 * 90);
    }

    private static List<FaultSpec> absences(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Download.fault(Target.SEEDS, 1 + i / 10.0, 1.05 + i / 10.0, 1))
                .toList();
    }

    /** Peers know enough others and do not ask the tracker; only the seed can make itself known again. */
    @ParameterizedTest
    @CsvSource({"3", "2147483647"})
    void shouldMakeItselfKnownWhenTheTrackerIsBack(int neighbours) {
        Download download = crowd(1);
        download.devices = List.of(new Device("any", 1, PeerRole.FULL, 0, 0));
        download.neighbours = neighbours;
        download.overSeconds = 5;
        download.faults = List.of(Download.fault(Target.TRACKER, 15, 35, 1), Download.fault(Target.SEEDS, 10, 25, 1));
        double[] sent = machineSeconds(download.run(engine));
        assertThat(sent[1]).isZero();
        assertThat(sent[2]).as("nobody new while the tracker is down").isZero();
        assertThat(sent[3]).isBetween(3.0, 5.0);
        assertThat(sent[4]).isCloseTo(10, within(0.01));
    }
}
