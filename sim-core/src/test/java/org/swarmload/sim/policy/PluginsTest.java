package org.swarmload.sim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.Swarms;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.Sequential;
import org.swarmload.sim.result.RunResult;

class PluginsTest {
    private static final String NAME = "my:picker";
    private static final String ORIGIN = "org.example.Picker of picker.jar, sha256 0123";

    @AfterEach
    void forget() {
        Plugins.install(Plugins.NONE);
    }

    private static Plugins.Picker plugged(String name, PiecePicker picker) {
        return new Plugins.Picker(name, () -> picker, ORIGIN);
    }

    private static void install(PiecePicker picker) {
        Plugins.install(new Plugins(List.of(plugged(NAME, picker)), List.of()));
    }

    private static RunResult run(ModelSpec spec) {
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            return engine.run(spec, (s, now, share, present) -> {})
                    .toCompletableFuture()
                    .join();
        }
    }

    @Test
    void shouldRunWhatIsPluggedInAndSayWhereItIsFrom() {
        install(new Sequential());
        assertThat(Pickers.names()).contains("rarest-first", NAME);
        assertThat(Pickers.own()).doesNotContain(NAME);
        RunResult plugged = run(Swarms.file(10, 20, NAME));
        assertThat(plugged.digest())
                .isEqualTo(run(Swarms.file(10, 20, "sequential")).digest());
        assertThat(plugged.engine().parts()).contains("Sequential", ORIGIN);
    }

    @Test
    void shouldForgetWhatIsNoLongerInstalled() {
        install(new Sequential());
        Plugins.install(Plugins.NONE);
        assertThatThrownBy(() -> Pickers.create(NAME)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldBlameThePickerForWhatItDoes() {
        install(view -> view.pieces());
        assertThatThrownBy(() -> run(Swarms.file(3, 5, NAME)))
                .hasRootCauseInstanceOf(Plugins.Misbehaved.class)
                .hasRootCauseMessage("The picker 'my:picker' answered 5, which is no index of an offered piece.");
        install(view -> Integer.parseInt("seven"));
        assertThatThrownBy(() -> run(Swarms.file(3, 5, NAME)))
                .hasStackTraceContaining("The picker 'my:picker' failed: java.lang.NumberFormatException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearest", "bt:nearest", "My:nearest", "my:", "my nearest:x", ""})
    void shouldRefuseNamesThatCouldBeSomethingElse(String name) {
        assertThatThrownBy(() -> new Plugins(List.of(plugged(name, new Sequential())), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("Maybe");
    }

    @Test
    void shouldRefuseANameTwice() {
        Plugins.Picker picker = plugged(NAME, new Sequential());
        assertThatThrownBy(() -> new Plugins(List.of(picker, picker), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two of them");
    }

    @Test
    void shouldSayBeforeARunThatNothingIsMade() {
        Plugins plugins = new Plugins(List.of(plugged(NAME, null)), List.of());
        assertThatThrownBy(plugins::tried)
                .isInstanceOf(Plugins.Misbehaved.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void shouldLetAPolicyFromOutsideAct() {
        PolicyProvider provider = new PolicyProvider() {
            @Override
            public String name() {
                return "my:policy";
            }

            @Override
            public DownloadPolicy create(PiecePicker picker, int parallel) {
                return new GenericPolicy(picker, parallel);
            }
        };
        Plugins.install(new Plugins(List.of(), List.of(Plugins.Policy.of(provider, ORIGIN))));
        DownloadPolicy policy = Plugins.installed().policy("my:policy", Pickers.create("window"), 4);
        HandMadeClient client = HandMadeClient.random(1);
        policy.fetch(client);
        long did = client.trace();
        new GenericPolicy(Pickers.create("window"), 4).fetch(client.rewind());
        assertThat(did).isEqualTo(client.trace());
        assertThat(policy.parts()).contains(ORIGIN);
        assertThatThrownBy(() -> policy.fetch(null))
                .isInstanceOf(Plugins.Misbehaved.class)
                .hasMessageContaining("'my:policy'");
    }
}
