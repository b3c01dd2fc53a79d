package org.swarmload.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run's folder, written beside its place and moved there when it is complete: readers see the old folder or the new
 * one, never half of one. A folder that holds anything but a run is never replaced.
 */
public final class RunFolder implements AutoCloseable {
    public static final String MANIFEST = "manifest.json";
    public static final String SCENARIO = "effective-scenario.yaml";
    public static final String SUMMARY = "summary.json";

    private final Path target;
    private final Path temporary;
    private final Map<String, byte[]> sums = new TreeMap<>();
    private final Map<String, Long> sizes = new TreeMap<>();

    private RunFolder(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /** The target is something else than a run's folder, or cannot be written. */
    public static final class NotReplaceable extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotReplaceable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Checks, before any work is done, that a run may and can be written there. Leaves everything as it is. */
    public static void check(Path target) {
        new Replaceable(target).check();
        tryBeside(target);
    }

    /**
     * Writes beside a file or folder, or where the first of its folders will be made, and takes it away again: nothing
     * else says for sure whether it can be done.
     */
    static void tryBeside(Path target) {
        Path there = target.toAbsolutePath().normalize().getParent();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there)) {
            throw new NotReplaceable(
                    "'" + target + "' cannot be made: '" + there + "' is no folder.\nMaybe name another with --out.",
                    null);
        }
        try {
            Files.delete(Files.createTempDirectory(there, ".swarmload-"));
        } catch (IOException e) {
            throw new NotReplaceable(
                    "Cannot write in '" + there + "': " + reason(e) + ".\nMaybe name another folder with --out.", e);
        }
    }

    /** Of a writer that failed, since a disk is full, say. */
    static NotReplaceable cannotWrite(Path file, IOException problem) {
        return new NotReplaceable("Cannot write '" + file + "': " + reason(problem) + ".", problem);
    }

    /** In the system's words, without the path that stands before them. */
    private static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
        return reason == null ? problem.toString() : reason;
    }

    /** Begins a folder. Nothing is at {@code target} until {@link #publish}. */
    public static RunFolder open(Path target) {
        check(target);
        Path full = target.toAbsolutePath().normalize();
        Path temporary = full.resolveSibling(
                full.getFileName() + ".tmp-" + ProcessHandle.current().pid());
        try {
            deleteTree(temporary);
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new NotReplaceable("Cannot write beside '" + target + "': " + reason(e) + ".", e);
        }
        return new RunFolder(full, temporary);
    }

    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(String name, byte[] bytes) {
        Path file = temporary.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
        sums.put(name, sha256(bytes));
        sizes.put(name, (long) bytes.length);
    }

    /** Writes the manifest and puts the folder in its place. */
    public void publish(String version, boolean complete) {
        String manifest = Json.document(json -> json.field("schemaVersion", 1)
                .field("program", "swarmload " + version)
                .field("complete", complete)
                .array(
                        "files",
                        () -> sizes.forEach((name, size) -> json.value(() -> json.field("name", name)
                                .field("bytes", size)
                                .field("sha256", HexFormat.of().formatHex(sums.get(name)))))));
        try {
            Files.writeString(temporary.resolve(MANIFEST), manifest);
            check(target);
            Path old = target.resolveSibling(
                    target.getFileName() + ".old-" + ProcessHandle.current().pid());
            boolean replaces = Files.exists(target);
            if (replaces) {
                move(target, old);
            }
            move(temporary, target);
            if (replaces) {
                deleteTree(old);
            }
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        try {
            deleteTree(temporary);
        } catch (IOException e) {
            throw new NotReplaceable("Cannot remove '" + temporary + "': " + reason(e) + ".", e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
