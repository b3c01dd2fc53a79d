package org.swarmload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits of the sources that no compiler and no formatter sees. */
class TidyTest {
    private static final int LONGEST_FILE = 400;
    /** In two parts, so that this file does not find itself. */
    private static final List<String> LEFTOVERS = List.of("TO" + "DO", "FIX" + "ME", "XX" + "X");

    @Test
    void shouldKeepJavaFilesShort() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : javaFiles()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                found.add(name(file) + ": " + lines + " lines, at most " + LONGEST_FILE);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void shouldHaveNoTabsAndNoLeftovers() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : textFiles()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.indexOf('\t') >= 0) {
                    found.add(name(file) + ":" + (i + 1) + ": tab");
                }
                for (String leftover : LEFTOVERS) {
                    if (line.contains(leftover)) {
                        found.add(name(file) + ":" + (i + 1) + ": " + leftover);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void shouldSeeTheSourcesOfEveryModule() {
        for (String module : SourceTree.MODULES) {
            assertThat(SourceTree.packagesOf(module)).as(module).isNotEmpty();
        }
    }

    private static List<Path> javaFiles() {
        return SourceTree.MODULES.stream()
                .map(module -> SourceTree.root().resolve(module).resolve("src"))
                .flatMap(folder -> SourceTree.files(folder, ".java").stream())
                .toList();
    }

    private static List<Path> textFiles() {
        Path root = SourceTree.root();
        Stream<Path> handwritten = SourceTree.MODULES.stream()
                .map(root::resolve)
                .flatMap(module -> Stream.of("src", "library", "tariffs", "validation", "accuracy")
                        .map(module::resolve))
                .flatMap(folder ->
                        Stream.of(".yaml", ".xml", ".md").flatMap(end -> SourceTree.files(folder, end).stream()));
        Stream<Path> build = Stream.concat(
                Stream.of(root.resolve("pom.xml"), root.resolve("swarmload")),
                SourceTree.MODULES.stream().map(module -> root.resolve(module).resolve("pom.xml")));
        return Stream.of(javaFiles().stream(), handwritten, build)
                .flatMap(files -> files)
                .toList();
    }

    private static String name(Path file) {
        return SourceTree.root().relativize(file).toString();
    }
}
