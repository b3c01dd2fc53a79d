package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.theory.Refusal.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.theory.KumarRoss.Limit;

class KumarRossTest {
    @ParameterizedTest
    @CsvSource({
        "10, 7500, 7500, 7500, 7500",
        "100, 50000, 18750, 11538.46, 7500",
        "1000, 500000, 28301.89, 14563.11, 7500",
    })
    void shouldGiveTheTimesOfSetupA(int peers, double server, double half, double one, double two) {
        assertThat(KumarRoss.clientServer(15e9, 30e6, peers, 2e6).seconds()).isCloseTo(server, within(1e-9));
        assertThat(KumarRoss.peerToPeer(15e9, 30e6, peers, 2e6, 0.5e6).seconds())
                .isCloseTo(half, within(0.005));
        assertThat(KumarRoss.peerToPeer(15e9, 30e6, peers, 2e6, 1e6).seconds()).isCloseTo(one, within(0.005));
        assertThat(KumarRoss.peerToPeer(15e9, 30e6, peers, 2e6, 2e6).seconds()).isCloseTo(two, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 50000, 20000, 11111.11, 5000",
        "1000, 500000, 31250, 13888.89, 5000",
        "10000, 5e6, 33112.58, 14245.01, 5000",
    })
    void shouldGiveTheTimesOfSetupB(int peers, double server, double slow, double middle, double fast) {
        assertThat(KumarRoss.clientServer(10e9, 20e6, peers, 2e6).seconds()).isCloseTo(server, within(1e-9));
        assertThat(KumarRoss.peerToPeer(10e9, 20e6, peers, 2e6, 0.3e6).seconds())
                .isCloseTo(slow, within(0.005));
        assertThat(KumarRoss.peerToPeer(10e9, 20e6, peers, 2e6, 0.7e6).seconds())
                .isCloseTo(middle, within(0.005));
        assertThat(KumarRoss.peerToPeer(10e9, 20e6, peers, 2e6, 2e6).seconds()).isCloseTo(fast, within(0.005));
    }

    @Test
    void shouldGiveTheTermsOfSevenUnequalPeers() {
        double[] up = {24e6, 23e6, 27e6, 25e6, 18e6, 29e6, 27e6};
        double[] down = {27e6, 20e6, 22e6, 39e6, 32e6, 33e6, 17e6};

        KumarRoss time = KumarRoss.peerToPeer(7e9, 84e6, down, up);

        assertThat(time.seconds()).isCloseTo(411.76, within(0.005));
        assertThat(time.binding()).isEqualTo(Limit.SLOWEST_DOWNLOAD);
        assertThat(time.seedSeconds()).isCloseTo(83.33, within(0.005));
        assertThat(time.slowestDownloadSeconds()).isCloseTo(411.76, within(0.005));
        // 49e9 / 257e6 is 190.661: the uplinks sum to 173 Mbit/s
        assertThat(time.aggregateSeconds()).isCloseTo(190.66, within(0.005));
        assertThat(KumarRoss.clientServer(7e9, 84e6, down).seconds()).isCloseTo(583.33, within(0.005));
    }

    @Test
    void shouldGiveTheTermsOfAThousandLeechers() {
        double file = 1677.7216e6;

        KumarRoss time = KumarRoss.peerToPeer(file, 6e6, 1_000, 1.5e6, 0.4e6);

        assertThat(time.seedSeconds()).isCloseTo(279.6, within(0.05));
        assertThat(time.slowestDownloadSeconds()).isCloseTo(1118.5, within(0.05));
        assertThat(time.aggregateSeconds()).isCloseTo(4132.3, within(0.05));
        assertThat(time.binding()).isEqualTo(Limit.AGGREGATE);
    }

    @Test
    void shouldNameTheSeedWhenItBinds() {
        assertThat(KumarRoss.peerToPeer(1e9, 1e6, 100, 10e6, 10e6).binding()).isEqualTo(Limit.SEED);
    }

    @Test
    void shouldTreatEqualPeersLikeAListOfThem() {
        double[] down = {5e6, 5e6, 5e6};
        double[] up = {2e6, 2e6, 2e6};

        assertThat(KumarRoss.peerToPeer(1e9, 3e6, down, up)).isEqualTo(KumarRoss.peerToPeer(1e9, 3e6, 3, 5e6, 2e6));
        assertThat(KumarRoss.clientServer(1e9, 3e6, down)).isEqualTo(KumarRoss.clientServer(1e9, 3e6, 3, 5e6));
    }

    @Test
    void shouldBeThatOfTheServerAloneWithoutUplinks() {
        assertThat(KumarRoss.peerToPeer(1e9, 3e6, 7, 5e6, 0)).isEqualTo(KumarRoss.clientServer(1e9, 3e6, 7, 5e6));
    }

    @Test
    void shouldRefuseBadArguments() {
        refused(() -> KumarRoss.clientServer(0, 1, 1, 1), "The file must be above 0 and finite, not 0.0.");
        refused(() -> KumarRoss.clientServer(1, -1, 1, 1), "server's uplink");
        refused(() -> KumarRoss.clientServer(1, 1, 0, 1), "The number of peers must be 1 or more, not 0.");
        refused(() -> KumarRoss.clientServer(1, 1, new double[0]), "number of peers");
        refused(() -> KumarRoss.clientServer(1, 1, new double[] {1, 0}), "downlink");
        refused(() -> KumarRoss.peerToPeer(1, 1, 1, 1, Double.NaN), "uplink");
        refused(() -> KumarRoss.peerToPeer(1, 1, new double[1], new double[2]), "a downlink and an uplink");
        refused(() -> KumarRoss.peerToPeer(1, 1, new double[] {1}, new double[] {-1}), "uplink");
    }
}
