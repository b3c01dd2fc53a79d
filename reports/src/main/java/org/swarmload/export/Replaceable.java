package org.swarmload.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether a folder may give way to a run. Replacing deletes everything in it, so it must hold what a run wrote and
 * nothing else: a {@code manifest.json} that is ours, and no file that it does not list.
 */
final class Replaceable {
    private static final String PROGRAM = "swarmload ";

    private final Path folder;

    Replaceable(Path folder) {
        this.folder = folder;
    }

    /** @throws RunFolder.NotReplaceable naming the first thing that is not ours; nothing is ever changed */
    void check() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new RunFolder.NotReplaceable(
                    "'" + folder + "' is a file.\nMaybe name another folder with --out.", null);
        }
        try {
            // What a link points to is what counts.
            checkContent(folder.toRealPath());
        } catch (IOException e) {
            throw new RunFolder.NotReplaceable("Cannot look into '" + folder + "': " + e.getMessage(), e);
        }
    }

    private void checkContent(Path real) throws IOException {
        List<Path> content;
        try (Stream<Path> tree = Files.walk(real)) {
            content = tree.filter(path -> !path.equals(real)).sorted().toList();
        }
        if (content.isEmpty()) {
            return;
        }
        Path manifest = real.resolve(RunFolder.MANIFEST);
        if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
            throw leftAlone("it holds '" + name(real, content.get(0)) + "' and is not the folder of a run (it has no "
                    + RunFolder.MANIFEST + ")");
        }
        Set<String> ours = listed(manifest)
                .orElseThrow(() -> leftAlone("its " + RunFolder.MANIFEST
                        + " is not one that Swarmload wrote, so it is not the folder of a run"));
        for (Path path : content) {
            String name = name(real, path);
            if (!isOurs(path, name, ours)) {
                throw leftAlone("it holds '" + name + "', which is not in the list of the run's files ("
                        + RunFolder.MANIFEST + ")");
            }
        }
    }

    private static String name(Path real, Path path) {
        return real.relativize(path).toString().replace('\\', '/');
    }

    private static boolean isOurs(Path path, String name, Set<String> ours) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && ours.contains(name);
        }
        // A folder that holds something is judged by what it holds.
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isPresent() || ours.stream().anyMatch(file -> file.startsWith(name + "/"));
        }
    }

    /** Names of the files of the run, the manifest among them; nothing when the manifest is not ours. */
    private static Optional<Set<String>> listed(Path manifest) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(manifest.toFile());
        } catch (IOException e) {
            return Optional.empty();
        }
        boolean ours = root.path("schemaVersion").isInt()
                && root.path("program").asText().startsWith(PROGRAM)
                && root.path("complete").isBoolean()
                && root.path("files").isArray();
        if (!ours) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>(Set.of(RunFolder.MANIFEST));
        for (JsonNode file : root.get("files")) {
            if (!file.path("name").isTextual() || !file.path("sha256").isTextual()) {
                return Optional.empty();
            }
            names.add(file.get("name").asText());
        }
        return Optional.of(names);
    }

    private RunFolder.NotReplaceable leftAlone(String reason) {
        return new RunFolder.NotReplaceable(
                "'" + folder + "': " + reason + ". It is left alone.\nMaybe name another folder with --out.", null);
    }
}
