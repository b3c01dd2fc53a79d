package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;

class TheoryTest {
    private static final ContentSpec CONTENT = new ContentSpec(
            3_540_000_000L,
            4_000_000,
            List.of(new Rendition("low", 700_000), new Rendition("sd", 2_000_000), new Rendition("hd", 4_000_000)));
    private static final Device APP = new Device("app", 1, PeerRole.FULL, 1L << 30, 2);

    @Test
    void shouldBoundOffloadByUpload() {
        OffloadBound bound = offload(1_000, List.of(line(1, Law.constant(1e6), true)), List.of(APP), 0);

        assertThat(bound.value()).isEqualTo(0.25);
        assertThat(bound.byCopies()).isEqualTo(0.999);
    }

    @Test
    void shouldBoundOffloadByCopies() {
        OffloadBound bound = offload(10, List.of(line(1, Law.constant(50e6), true)), List.of(APP), 0);

        assertThat(bound.value()).isEqualTo(0.9);
    }

    @Test
    void shouldBoundOffloadByReceivers() {
        List<Device> devices = List.of(
                new Device("app", 0.4, PeerRole.FULL, 1L << 30, 2), new Device("old", 0.6, PeerRole.NONE, 0, 2));

        assertThat(offload(1_000, List.of(line(1, Law.constant(50e6), true)), devices, 0)
                        .value())
                .isCloseTo(0.4, within(1e-12));
    }

    @Test
    void shouldCountOnlyThoseWhoMayUpload() {
        List<Access> access = List.of(line(0.5, Law.constant(2e6), true), line(0.5, Law.constant(50e6), false));

        assertThat(offload(1_000, access, List.of(APP), 0).value()).isCloseTo(0.25, within(1e-12));
    }

    /** Nine of ten are put on the poor line by their group; of the others half are on each. */
    @Test
    void shouldCountGroupsOnAGivenClass() {
        List<Access> access = List.of(line(0.5, Law.constant(10e6), true), line(0.5, Law.constant(1e6), true));
        Initial poor = new Initial(900, Holding.NONE, 0, 0, 1, null);

        OffloadBound bound = offload(audience(1_000, access, List.of(APP), List.of(poor)), 0);

        assertThat(bound.meanUploadBps()).isCloseTo(0.05 * 10e6 + 0.95 * 1e6, within(1e-3));
        assertThat(bound.byCopies()).isEqualTo(0.999);
        assertThat(bound.atRate(2e6).byUpload()).isCloseTo(0.725, within(1e-9));
    }

    @Test
    void shouldAskNobodyForACopyThatSomebodyBrings() {
        List<Access> access = List.of(line(1, Law.constant(50e6), true));
        Initial all = new Initial(1, Holding.ALL, 0, 0, AudienceSpec.BY_SHARE, null);

        assertThat(offload(audience(10, access, List.of(APP), List.of(all)), 0).value())
                .isEqualTo(1);
    }

    /** The mix of United States lines of 2017: E[min(up, cap)] worked out by Monte Carlo, mobile lines counted as 0. */
    @Test
    void shouldAgreeWithMonteCarlo() {
        List<Access> access = List.of(
                line(0.60, Law.Lognormal.ofP10P50P90(3e6, 8e6, 20e6), true),
                line(0.13, Law.Lognormal.ofP10P50P90(20e6, 55e6, 120e6), true),
                line(0.17, Law.Lognormal.ofP10P50P90(0.5e6, 1e6, 5e6), true),
                line(0.10, Law.Lognormal.ofP10P50P90(1e6, 6e6, 17e6), false));

        assertThat(offload(20_000, access, List.of(APP), 1_500_000).meanUploadBps())
                .isCloseTo(1.26e6, within(0.01e6));
        assertThat(offload(20_000, access, List.of(APP), 3_000_000).meanUploadBps())
                .isCloseTo(2.36e6, within(0.01e6));
        assertThat(offload(20_000, access, List.of(APP), 8_000_000).meanUploadBps())
                .isCloseTo(5.14e6, within(0.02e6));
        assertThat(offload(20_000, access, List.of(APP), 20_000_000).meanUploadBps())
                .isCloseTo(8.48e6, within(0.03e6));
    }

    @Test
    void shouldWantTheBestRenditionThatTheLineCarries() {
        Law down = new Law.Choice(new double[] {0.5e6, 1e6, 3e6, 9e6}, new double[] {0.25, 0.25, 0.25, 0.25});
        AudienceSpec audience =
                audience(100, List.of(new Access("a", 1, down, down, Law.constant(0), true)), List.of(APP));

        assertThat(PeakDemand.of(audience, CONTENT).meanRateBps())
                .isCloseTo((0.5e6 + 0.7e6 + 2e6 + 4e6) / 4, within(1e-3));
    }

    @Test
    void shouldFindTheBusiestInstant() {
        // 1,000 viewers over 59 minutes who stay for half of them: half are present at once.
        AudienceSpec audience = new AudienceSpec(
                1_000,
                0,
                Law.constant(0),
                List.of(new Arrival(1, new Law.Uniform(0, 3_540))),
                null,
                new AudienceSpec.Retry(Backoff.NONE, 0, 0, Jitter.NONE, 0),
                null,
                List.of(),
                List.of(line(1, Law.constant(1e6), true)),
                List.of(APP),
                Law.constant(1_770));

        assertThat(PeakDemand.of(audience, CONTENT).concurrentViewers()).isCloseTo(500, within(1.0));
    }

    private static OffloadBound offload(int viewers, List<Access> access, List<Device> devices, long cap) {
        return offload(audience(viewers, access, devices), cap);
    }

    private static OffloadBound offload(AudienceSpec audience, long cap) {
        Swarm swarm = Given.swarm(Policy.GENERIC, "window", 40, cap, 1, 4, 4, 0);
        return OffloadBound.of(audience, CONTENT, swarm);
    }

    private static Access line(double share, Law up, boolean upload) {
        return new Access("line", share, Law.constant(100e6), up, Law.constant(0.02), upload);
    }

    private static AudienceSpec audience(int viewers, List<Access> access, List<Device> devices) {
        return audience(viewers, access, devices, List.of());
    }

    private static AudienceSpec audience(
            int viewers, List<Access> access, List<Device> devices, List<Initial> initial) {
        return new AudienceSpec(
                viewers,
                0,
                Law.constant(0),
                List.of(new Arrival(1, Law.constant(0))),
                null,
                new AudienceSpec.Retry(Backoff.NONE, 0, 0, Jitter.NONE, 0),
                null,
                List.of(),
                access,
                devices,
                Law.constant(3_540),
                initial);
    }
}
