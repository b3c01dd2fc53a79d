package org.swarmload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The checkout that the tests run in. */
public final class SourceTree {
    static final List<String> MODULES = List.of("sim-core", "scenarios", "reports", "jmh");

    private SourceTree() {}

    /** The folder with the parent POM, wherever Maven or an editor starts the tests. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("swarmload"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests run outside of the checkout.");
            }
        }
        return folder;
    }

    /** Files of the given ending below a folder; none if there is no such folder. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the packages that have main classes in a module. */
    static Set<String> packagesOf(String module) {
        Path sources = root().resolve(module).resolve("src/main/java");
        return files(sources, ".java").stream()
                .map(file -> sources.relativize(file.getParent()).toString().replace('\\', '/'))
                .map(folder -> folder.replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
