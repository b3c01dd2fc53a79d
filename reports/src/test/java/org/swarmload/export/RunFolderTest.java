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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void shouldLeaveAFolderAloneWhoseManifestIsSomebodyElses() throws IOException {
        Path site = Files.createDirectory(place.resolve("site"));
        for (String foreign : List.of(
                "{\"name\": \"My app\", \"icons\": []}",
                "{\"schemaVersion\": 1, \"program\": \"other 1.0\", \"complete\": true, \"files\": []}",
                "{\"schemaVersion\": 1, \"program\": \"swarmload 1\", \"complete\": true}",
                "[1, 2]",
                "",
                "no JSON {")) {
            Files.writeString(site.resolve("manifest.json"), foreign);
            assertThatThrownBy(() -> RunFolder.open(site))
                    .as(foreign)
                    .isInstanceOf(RunFolder.NotReplaceable.class)
                    .hasMessageContaining("manifest.json")
                    .hasMessageContaining("left alone");
            assertThat(site.resolve("manifest.json")).hasContent(foreign);
        }
        assertThat(names()).containsExactly("site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", ".hidden", "charts/mine.png", "mine/deep/thesis.tex"})
    void shouldLeaveARunAloneToWhichSomebodyAddedAFile(String added) throws IOException {
        Path night = place.resolve("night");
        run(night, "old");
        Files.createDirectories(night.resolve(added).getParent());
        Files.writeString(night.resolve(added), "my own");
        assertThatThrownBy(() -> run(night, "new"))
                .isInstanceOf(RunFolder.NotReplaceable.class)
                .hasMessageContaining("'" + added + "'");
        assertThat(night.resolve(added)).hasContent("my own");
        assertThat(night.resolve("summary.json")).hasContent("old");
        assertThat(names()).containsExactly("night");
    }

    @Test
    void shouldTouchNothingWhenAFileIsAddedWhileTheRunGoesOn() throws IOException {
        Path night = place.resolve("night");
        run(night, "old");
        try (RunFolder folder = RunFolder.open(night)) {
            folder.write("summary.json", "new");
            Files.writeString(night.resolve("notes.txt"), "my own");
            assertThatThrownBy(() -> folder.publish("1", true))
                    .isInstanceOf(RunFolder.NotReplaceable.class)
                    .hasMessageContaining("notes.txt");
        }
        assertThat(night.resolve("notes.txt")).hasContent("my own");
        assertThat(names()).containsExactly("night");
    }

    @Test
    void shouldLookThroughALink() throws IOException {
        Path precious = Files.createDirectory(place.resolve("thesis"));
        Files.writeString(precious.resolve("chapter.txt"), "years of work");
        Path link = Files.createSymbolicLink(place.resolve("link"), precious);
        assertThatThrownBy(() -> RunFolder.open(link))
                .isInstanceOf(RunFolder.NotReplaceable.class)
                .hasMessageContaining("chapter.txt");
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

    /** Hours of simulation must not end in a folder that could never be made. */
    @ParameterizedTest
    @ValueSource(strings = {"file/night", "file/deeper/night"})
    void shouldRefuseWhatCannotBeMadeBeforeAnyWork(String target) throws IOException {
        Files.writeString(place.resolve("file"), "text");
        assertThatThrownBy(() -> RunFolder.check(place.resolve(target)))
                .isInstanceOf(RunFolder.NotReplaceable.class)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("'" + place.resolve("file") + "' is no folder");
    }

    @Test
    void shouldLeaveNothingBehindWhenItTries() throws IOException {
        RunFolder.check(place.resolve("new/deep/night"));
        assertThat(names()).isEmpty();
    }

    @Test
    void shouldNameTheFileThatCannotBeWritten() {
        try (RunFolder folder = RunFolder.open(place.resolve("night"))) {
            folder.write("charts", "a file where a folder has to be");
            assertThatThrownBy(() -> folder.write("charts/a.svg", "<svg/>"))
                    .isInstanceOf(RunFolder.NotReplaceable.class)
                    .hasMessageStartingWith("Cannot write '")
                    .hasMessageContaining("a.svg");
        }
    }
}
