package org.swarmload.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.yaml.ScenarioReader;

/** The scenarios that are too large to be run in a test say what they are meant to say. */
class LargeScenariosTest {
    @ParameterizedTest
    @CsvSource({"million-viewers, 50, 1000000", "got-s7, 125, 2500000"})
    void shouldBePremiereNightForALargerAudience(String name, int times, int viewers) {
        Scenario night = ScenarioReader.read("premiere-night");
        Scenario large = ScenarioReader.read(name);
        ModelSpec few = ScenarioCompiler.compile(night, "hybrid", 0);
        ModelSpec many = ScenarioCompiler.compile(large, "hybrid", 0);

        assertThat(large.deliveries().keySet()).isEqualTo(Set.of("hybrid"));
        assertThat(many.audience().viewers())
                .isEqualTo(viewers)
                .isEqualTo(times * few.audience().viewers());
        assertThat(many.content()).isEqualTo(few.content());
        assertThat(many.faults()).isEqualTo(few.faults());
        assertThat(large.objectives()).isEqualTo(night.objectives());
        assertThat(many.audience().access()).isEqualTo(few.audience().access());
        assertThat(many.audience().devices()).isEqualTo(few.audience().devices());
        for (int s = 0; s < few.frontDoor().size(); s++) {
            ServiceSpec small = few.frontDoor().get(s);
            ServiceSpec wide = many.frontDoor().get(s);
            assertThat(perSecond(wide) / perSecond(small)).isCloseTo(times, within(1e-9));
            assertThat(wide.queueLimit()).isEqualTo(times * small.queueLimit());
            assertThat(wide.timeoutMicros()).isEqualTo(small.timeoutMicros());
        }
        assertThat(many.delivery().origin().servers())
                .isEqualTo(times * few.delivery().origin().servers());
        DeliverySpec.Swarm swarm = many.delivery().swarm();
        assertThat(swarm.uploadCapBps()).isEqualTo(few.delivery().swarm().uploadCapBps());
        assertThat(swarm.reachable()).isEqualTo(few.delivery().swarm().reachable());
        assertThat(swarm.trading().discipline())
                .isEqualTo(few.delivery().swarm().trading().discipline());
        assertThat(swarm.policy()).isEqualTo(DeliverySpec.Policy.GENERIC);
        assertThat(swarm.picker()).isEqualTo("window");
        assertThat(swarm.neighbours()).isEqualTo(40);
    }

    private static double perSecond(ServiceSpec service) {
        return service.servers() / service.serviceSeconds().mean();
    }

    @ParameterizedTest
    @CsvSource({"swarm-999, 999", "swarm-2999, 2999"})
    void shouldBeTheWorkThatOtherSimulatorsWereTimedOn(String name, int leechers) {
        ModelSpec spec = ScenarioCompiler.compile(ScenarioReader.read(name), "swarm", 0);
        ContentSpec content = spec.content();

        assertThat(content.pieces()).isEqualTo(62);
        assertThat(content.pieceBytes(0)).isEqualTo(256_000);
        assertThat(content.file().blockBytes()).isEqualTo(16_000);
        assertThat(content.file().bytes()).isEqualTo(62 * 256_000);
        assertThat(spec.audience().initial()).extracting(Initial::count).containsExactly(1);
        assertThat(spec.audience().viewers()).isEqualTo(leechers + 1);
        assertThat(spec.doneShare()).isEqualTo(0.95);
        assertThat(spec.delivery().seeds()).isNull();
        assertThat(spec.delivery().swarm().neighbours()).isEqualTo(80);
        assertThat(spec.delivery().swarm().trading().exchange()).isEqualTo(Exchange.CHOKING);
    }

    @Test
    void shouldDifferInNothingButTheNumberOfLeechers() {
        Scenario few = ScenarioReader.read("swarm-999");
        Scenario many = ScenarioReader.read("swarm-2999");

        assertThat(many.content()).isEqualTo(few.content());
        assertThat(many.deliveries()).isEqualTo(few.deliveries());
        assertThat(many.audience().access()).isEqualTo(few.audience().access());
    }
}
