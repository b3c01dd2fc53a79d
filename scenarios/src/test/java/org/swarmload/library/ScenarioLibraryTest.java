package org.swarmload.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioLibraryTest {
    @Test
    void shouldIndexEveryFileOfItsFolders() throws IOException {
        assertThat(ScenarioLibrary.names()).containsExactlyInAnyOrderElementsOf(files("library"));
        assertThat(ScenarioLibrary.tariffIds()).containsExactlyInAnyOrderElementsOf(files("tariffs"));
    }

    @Test
    void shouldGiveTheTextsThatUsersOpenByPath() throws IOException {
        for (String name : ScenarioLibrary.names()) {
            assertThat(ScenarioLibrary.text(name)).isEqualTo(Files.readString(Path.of("library", name + ".yaml")));
        }
    }

    private static List<String> files(String folder) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".yaml"))
                    .map(f -> f.replace(".yaml", ""))
                    .toList();
        }
    }
}
