package org.swarmload.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path place;

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void run(Path target, String content) {
        try (RunFolder folder = RunFolder.open(target)) {
            folder.write("summary.json", content);
            folder.write("charts/a.svg", "<svg/>");
            folder.publish("1", true);
        }
    }

    @Test
    void shouldShowNothingBeforeItIsComplete() throws IOException {
        Path target = place.resolve("night");
        try (RunFolder folder = RunFolder.open(target)) {
            folder.write("summary.json", "{}");
            assertThat(target).doesNotExist();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void shouldListEveryFileWithSizeAndSum() throws IOException {
        run(place.resolve("night"), "{}");
        JsonNode manifest =
                new ObjectMapper().readTree(place.resolve("night/manifest.json").toFile());
        assertThat(manifest.get("complete").booleanValue()).isTrue();
        assertThat(manifest.at("/files/0/name").textValue()).isEqualTo("charts/a.svg");
        assertThat(manifest.at("/files/1/bytes").intValue()).isEqualTo(2);
        assertThat(manifest.at("/files/1/sha256").textValue())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void shouldReplaceAnOlderRunAndLeaveNothingElse() throws IOException {
        run(place.resolve("night"), "old");
        run(place.resolve("night"), "new");
        assertThat(place.resolve("night/summary.json")).hasContent("new");
        assertThat(names()).containsExactly("night");
    }

    @Test
    void shouldLeaveAFolderAloneThatIsNoRun() throws IOException {
        Path precious = Files.createDirectory(place.resolve("thesis"));
        Files.writeString(precious.resolve("chapter.txt"), "years of work");
        assertThatThrownBy(() -> RunFolder.open(precious))
                .isInstanceOf(RunFolder.NotReplaceable.class)
                .hasMessageContaining("manifest.json")
                .hasMessageContaining("Maybe");
        assertThat(precious.resolve("chapter.txt")).hasContent("years of work");
    }

    @Test
    void shouldUseAnEmptyFolder() throws IOException {
        Path empty = Files.createDirectory(place.resolve("empty"));
        run(empty, "{}");
        assertThat(empty.resolve("summary.json")).exists();
    }

    @Test
    void shouldRefuseAFile() throws IOException {
        Path file = Files.writeString(place.resolve("file"), "text");
        assertThatThrownBy(() -> RunFolder.check(file)).isInstanceOf(RunFolder.NotReplaceable.class);
    }
}
