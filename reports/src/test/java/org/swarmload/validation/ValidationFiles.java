package org.swarmload.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.swarmload.SourceTree;

/** The files of {@code scenarios/validation} in the checkout that the tests run in. */
final class ValidationFiles {
    private ValidationFiles() {}

    static Path folder() {
        return SourceTree.root().resolve("scenarios/validation");
    }

    /** The cases, in the order of their names; what they have in common lies one folder deeper. */
    static List<Path> cases() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "o-07-a" of ".../o-07-a.yaml". */
    static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.yaml$", "");
    }

    /** Ids of {@code quick.txt}: files that take so little time that every build runs them. */
    static List<String> quick() {
        return lines("quick.txt");
    }

    /** Reasons by id, of {@code known-short.txt}. */
    static Map<String, String> knownShort() {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : lines("known-short.txt")) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.substring(colon + 1).isBlank()) {
                throw new IllegalStateException("known-short.txt: '" + line + "' is not 'id: reason'.");
            }
            reasons.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return reasons;
    }

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(folder().resolve(name)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
