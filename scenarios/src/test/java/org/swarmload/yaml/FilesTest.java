package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.Law;

class FilesTest {
    @TempDir
    Path folder;

    private Path base;

    @BeforeEach
    void writeBase() throws IOException {
        base = write("base.yaml", SmallScenario.TEXT);
    }

    @Test
    void shouldMergeExtendsThenOverlaysThenSets() throws IOException {
        Path child = write(
                "child.yaml",
                "extends: base.yaml\nname: Child\nseed: 8\naudience: {viewers: 600, access: {cable: {up: 5Mbps}}}\n");
        Path overlay = write("overlay.yaml", "seed: 9\naudience: {viewers: 700}\n");

        Scenario scenario = ScenarioReader.read(
                child.toString(), List.of(overlay), List.of("audience.viewers=800", "front-door.login.capacity=50/s"));

        assertThat(scenario.name()).isEqualTo("Child");
        assertThat(scenario.seed()).isEqualTo(9);
        assertThat(scenario.audience().viewers()).isEqualTo(800);
        assertThat(scenario.audience().access().get(0).upBps()).isEqualTo(Law.constant(5_000_000));
        assertThat(scenario.frontDoor().get(0).serviceSeconds()).isEqualTo(Law.constant(0.02));
        assertThat(scenario.frontDoor().get(0).calls()).isEqualTo(2);
    }

    @Test
    void shouldReplaceAListAndALawAsAWhole() throws IOException {
        Path child = write("child.yaml", """
                extends: base.yaml
                objectives: ["offload > 40%"]
                audience: {access: {cable: {down: {uniform: [20Mbps, 40Mbps]}}}}
                """);

        Scenario scenario = read(child);

        assertThat(scenario.objectives()).hasSize(1);
        assertThat(scenario.audience().access().get(0).downBps()).isEqualTo(new Law.Uniform(20e6, 40e6));
    }

    @Test
    void shouldSetOneParameterOfALawAndAListItem() {
        Scenario scenario = ScenarioReader.read(
                base.toString(),
                List.of(),
                List.of("audience.access.cable.down.lognormal.p90=100Mbps", "faults.0.for=2min"));

        assertThat(scenario.audience().access().get(0).downBps()).isEqualTo(Law.Lognormal.ofP10P90(15e6, 100e6));
        assertThat(scenario.faults().get(0).forMicros()).isEqualTo(120_000_000L);
    }

    @Test
    void shouldRemoveWhatAnOverlayRemoves() throws IOException {
        Path child = write("child.yaml", "extends: base.yaml\nfaults: !remove\ndeliveries: {p2p: !remove }\n");

        assertThat(read(child).faults()).isEmpty();
        assertThat(read(child).deliveries()).containsOnlyKeys("cdn", "hybrid");
    }

    @Test
    void shouldExtendTheLibrary() throws IOException {
        Path child = write("child.yaml", "extends: premiere-night\nname: Ours\naudience: {viewers: 3k}\n");

        assertThat(read(child).audience().viewers()).isEqualTo(3_000);
        assertThat(read(child).deliveries()).containsKey("hybrid");
    }

    @Test
    void shouldLocateProblemsInTheFileThatBroughtThem() throws IOException {
        Path child = write("child.yaml", "extends: base.yaml\naudience: {viewers: lots}\n");

        fails(child).hasMessageContaining("child.yaml:2:21  audience.viewers: 'lots' is not a count.");
        assertThatThrownBy(() -> ScenarioReader.read(base.toString(), List.of(), List.of("audience.viewers=lots")))
                .hasMessage("--set audience.viewers=lots  audience.viewers: 'lots' is not a count.");
        assertThatThrownBy(() -> ScenarioReader.read(base.toString(), List.of(), List.of("audience.vewers=5")))
                .hasMessage("--set audience.vewers=5  audience.vewers: is no key here.\n    Maybe you meant viewers.");
    }

    @Test
    void shouldRefuseBadSets() {
        for (String set : List.of(
                "",
                "=",
                "a",
                "a..b=1",
                "audience.viewers=",
                "audience.viewers=[",
                "faults.7.for=1min",
                "extends=x",
                "audience=5")) {
            assertThatThrownBy(() -> ScenarioReader.read(base.toString(), List.of(), List.of(set)))
                    .as(set)
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageStartingWith("--set " + set);
        }
    }

    @Test
    void shouldRefuseIncludesOutsideTheFolder() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("inner"));
        Path child = Files.writeString(outside.resolve("child.yaml"), "extends: ../base.yaml\n");
        fails(child).hasMessageContaining("lies outside the scenario's folder.");

        Files.writeString(child, "extends: " + base.toAbsolutePath() + "\n");
        fails(child).hasMessageContaining("lies outside the scenario's folder.");

        Files.createSymbolicLink(outside.resolve("link.yaml"), base);
        Files.writeString(child, "extends: link.yaml\n");
        fails(child).hasMessageContaining("lies outside the scenario's folder.");
    }

    @Test
    void shouldRefuseCirclesAndMissingFiles() throws IOException {
        Path a = write("a.yaml", "extends: b.yaml\n");
        write("b.yaml", "extends: a.yaml\n");
        fails(a).hasMessageContaining("b.yaml:1:10  extends: 'a.yaml' extends this scenario in turn: a circle.");

        fails(write("c.yaml", "extends: nowhere.yaml\n")).hasMessageContaining("There is no file 'nowhere.yaml' here.");
        fails(write("d.yaml", "extends: premiere-nihgt\n")).hasMessageContaining("Maybe you meant premiere-night.");
        fails(write("e.yaml", "extends: [a.yaml]\n")).hasMessageContaining("it is a list");
    }

    @Test
    void shouldRefuseWhatIsNoReadableText() throws IOException {
        fails(folder.resolve("bas.yaml"))
                .hasMessageContaining("There is no such file.\n    Maybe you meant base.yaml.");
        Path inner = Files.createDirectory(folder.resolve("folder.yaml"));
        fails(inner).hasMessageContaining("This is a folder, not a file.");
        fails(write("empty.yaml", "  \n")).hasMessageContaining("The file is empty.");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "schema: 1\nname: Café\n".getBytes(StandardCharsets.ISO_8859_1));
        fails(latin).hasMessageContaining("latin.yaml:2:10  This byte is not UTF-8 text.");
        fails(write("nul.yaml", "name: a\0b\n")).hasMessageContaining("Not text: character 7 is U+0000");
        fails(write("big.yaml", "# " + "x".repeat(1 << 20))).hasMessageContaining("Larger than 1 MiB");
        assertThatThrownBy(() -> ScenarioReader.read("a\0b.yaml"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("This is no file name.");
    }

    @Test
    void shouldAcceptAByteOrderMark() throws IOException {
        assertThat(read(write("bom.yaml", "\uFEFF" + SmallScenario.TEXT)).name())
                .isEqualTo("Small night");
    }

    @Test
    void shouldRefuseAnOverlayThatExtends() throws IOException {
        Path overlay = write("overlay.yaml", "extends: base.yaml\n");
        assertThatThrownBy(() -> ScenarioReader.read(base.toString(), List.of(overlay), List.of()))
                .hasMessageContaining("An overlay cannot extend a scenario.");
    }

    private Scenario read(Path file) {
        return ScenarioReader.read(file.toString(), List.of(), List.of());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> fails(Path file) {
        return assertThatThrownBy(() -> read(file)).isInstanceOf(ScenarioException.class);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
