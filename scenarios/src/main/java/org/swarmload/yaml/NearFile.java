package org.swarmload.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that a scenario names: they lie in its own folder, whatever links and dots say. */
final class NearFile {
    private NearFile() {}

    /** The file of that name in a folder; a problem at the name if it leads out of the folder or is not there. */
    static Path in(Path folder, SourceNode.ScalarNode name, String key) {
        Path file = path(name.text().strip(), name.position(), key, folder);
        if (!file.normalize().startsWith(folder.normalize()) || leadsOutside(file, folder)) {
            throw Problems.one(name.position(), key, name.shape() + " lies outside the scenario's folder.", "");
        }
        if (!Files.exists(file)) {
            throw Problems.one(name.position(), key, "There is no file " + name.shape() + " here.", "");
        }
        return file;
    }

    /** A path below a folder as it is written. */
    static Path path(String text, Position at, String key, Path folder) {
        try {
            return folder.resolve(text);
        } catch (InvalidPathException e) {
            throw Problems.one(at, key, "This is no file name.", "");
        }
    }

    private static boolean leadsOutside(Path file, Path folder) {
        try {
            return Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return true;
        }
    }
}
