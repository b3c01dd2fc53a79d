package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaryTest {
    private static Vary read(String option) {
        return Vary.readAll(List.of(option)).get(0);
    }

    private static List<String> texts(String option) {
        return read(option).values().stream().map(Vary.Value::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.b=50k:800k*2; 50k 100k 200k 400k 800k",
                "a.b=50k:700k*2; 50k 100k 200k 400k",
                "a.b=500Mbps:2Gbps+500Mbps; 500Mbps 1000Mbps 1500Mbps 2000Mbps",
                "a.b=-10min:10min+10min; -10min 0min 10min",
                "a.b=10%:30%+10%; 10% 20% 30%",
                "a.b=1:2*1.1; 1 1.1 1.21 1.331 1.464 1.611 1.772 1.949",
                "a.b= 5Mbps , 7.5Mbps; 5Mbps 7.5Mbps",
                "a.b=window,rarest-first; window rarest-first",
                "content.unlocks=21:00,22:00; 21:00 22:00"
            })
    void shouldReadListsAndRanges(String option, String expected) {
        assertThat(String.join(" ", texts(option))).isEqualTo(expected);
    }

    @Test
    void shouldKeepLawsWhole() {
        assertThat(texts("a.b={uniform: [1s, 2s]},{exponential: 3s}"))
                .containsExactly("{uniform: [1s, 2s]}", "{exponential: 3s}");
    }

    @Test
    void shouldKnowSizesAndTheirScale() {
        Vary viewers = read("audience.viewers=50k:200k*2");
        assertThat(viewers.scale()).isEqualTo(Vary.Scale.GEOMETRIC);
        assertThat(viewers.values()).extracting(Vary.Value::size).containsExactly(50_000.0, 100_000.0, 200_000.0);
        assertThat(read("a.b=100,1k,10k").scale()).isEqualTo(Vary.Scale.GEOMETRIC);
        assertThat(read("a.b=10k,30k,100k,300k,1M").scale()).isEqualTo(Vary.Scale.GEOMETRIC);
        assertThat(read("a.b=10k,20k,50k,60k").scale()).isEqualTo(Vary.Scale.LINEAR);
        assertThat(read("a.b=1s,2s,3s").scale()).isEqualTo(Vary.Scale.LINEAR);
        assertThat(read("a.b=0%,10%,20%").scale()).isEqualTo(Vary.Scale.LINEAR);
        assertThat(read("a.b=5Mbps,2s").scale()).isEqualTo(Vary.Scale.WORDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "viewers; This is not path=values.",
                "a..b=1,2; This is not path=values.",
                "a.b=; A value is missing.",
                "a.b=1,,2; A value is missing.",
                "a.b=1,1; A value is given twice.",
                "a.b=50k:800k; '50k:800k' has no step.",
                "a.b=800k:50k*2; ends before it begins",
                "a.b=50k:800k*1; does not grow",
                "a.b=0:800k*2; does not grow",
                "a.b=1Gbps:5GB+1Gbps; do not measure the same thing",
                "a.b=1Gbps:5Gbps*2Gbps; A factor has no unit",
                "a.b=1:1000+1; more than 200 values",
                "seed=1,2; in common",
                "run.replications=1,2; --replications"
            })
    void shouldSayWhereARangeIsWrong(String option, String message) {
        assertThatThrownBy(() -> read(option))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("--vary " + option)
                .hasMessageContaining(message);
    }

    @Test
    void shouldSayAllProblemsAtOnce() {
        assertThatThrownBy(() -> Vary.readAll(List.of("a=1:2", "b=2:1+1", "c=1,2", "c=3,4")))
                .hasMessageContaining("no step")
                .hasMessageContaining("ends before")
                .isInstanceOf(ScenarioException.class);
        assertThatThrownBy(() -> Vary.readAll(List.of("c=1,2", "c=3,4"))).hasMessageContaining("varied twice");
    }
}
