package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioDifferenceTest {
    @TempDir
    Path place;

    private List<ScenarioDifference.Line> between(String first, String second) throws IOException {
        Path one = Files.writeString(place.resolve("one.yaml"), first);
        Path other = Files.writeString(place.resolve("other.yaml"), second);
        return ScenarioDifference.of(one, other);
    }

    @Test
    void shouldNameEveryPathThatDiffers() throws IOException {
        assertThat(
                        between(
                                "seed: 1\na: {b: 5Mbps, law: {exponential: 3s}, gone: 1}\nlist: [{x: 1}, {x: 2, y: 1}, {z: {w: 1}}]",
                                "a: {law: {uniform: [1s, 2s]}, b: 6Mbps, new: 2}\nseed: 1\nlist: [{x: 1}, {x: 3, y: 1}, {z: {w: 2}}]"))
                .containsExactly(
                        new ScenarioDifference.Line("a.b", "5Mbps", "6Mbps"),
                        new ScenarioDifference.Line("a.law", "{exponential: 3s}", "{uniform: [1s, 2s]}"),
                        new ScenarioDifference.Line("a.gone", "1", ""),
                        new ScenarioDifference.Line("a.new", "", "2"),
                        new ScenarioDifference.Line("list.1.x", "2", "3"),
                        new ScenarioDifference.Line("list.z.w", "1", "2"));
    }

    @Test
    void shouldFindNothingBetweenAScenarioAndItself() throws IOException {
        assertThat(between(SmallScenario.TEXT, SmallScenario.TEXT)).isEmpty();
    }
}
