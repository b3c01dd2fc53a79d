package org.swarmload.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.swarmload.sweep.PointResult;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepPoint;
import org.swarmload.sweep.SweepResult;
import org.swarmload.sweep.SweepRunner;

/**
 * Where a sweep's points lie: each, as soon as it is finished, as a file of {@code DIR.unfinished/points}, named by its
 * stamp, so that points of another sweep are never written over; all of them in the end in {@code DIR/points}. A point is
 * there whole or not at all, whenever the program is killed.
 */
public final class SweepFolder implements SweepRunner.Store {
    private static final String POINTS = "points";
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}\\.json(\\.tmp)?");

    private final Path target;
    private final Path unfinished;
    private final List<String> paths;
    private final Map<String, PointResult> found = new HashMap<>();

    private SweepFolder(Path target, List<String> paths) {
        this.target = target;
        this.unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        this.paths = paths;
    }

    /**
     * Looks at what is there; changes nothing.
     *
     * @param resume whether to take over points that would come out the same
     * @throws RunFolder.NotReplaceable when something that no sweep wrote is in the way, or finished points would be
     *     thrown away
     */
    public static SweepFolder open(Path target, SweepDesign design, boolean resume) {
        RunFolder.check(target);
        SweepFolder folder = new SweepFolder(target.toAbsolutePath().normalize(), SweepFiles.paths(design));
        List<Path> waiting = folder.waiting();
        RunFolder.tryBeside(folder.unfinished.resolve(POINTS).resolve("point"));
        if (resume) {
            folder.take(files(folder.target.resolve(POINTS)));
            folder.take(waiting);
        } else if (!waiting.isEmpty()) {
            throw new RunFolder.NotReplaceable(
                    "'" + target + ".unfinished' holds " + waiting.size()
                            + (waiting.size() == 1 ? " finished point" : " finished points")
                            + " of a sweep that was not ended.\nMaybe go on with --resume, or remove that folder.",
                    null);
        }
        return folder;
    }

    /** Points of a sweep that was not ended. */
    private List<Path> waiting() {
        if (!Files.exists(unfinished)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(unfinished)) {
            for (Path path : tree.filter(Files::isRegularFile).sorted().toList()) {
                boolean ours = path.getParent().equals(unfinished.resolve(POINTS))
                        && OURS.matcher(path.getFileName().toString()).matches();
                if (!ours) {
                    throw new RunFolder.NotReplaceable(
                            "'" + unfinished + "' holds '" + unfinished.relativize(path)
                                    + "', which no sweep wrote. It is left alone.\nMaybe name another folder with --out.",
                            null);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files(unfinished.resolve(POINTS));
    }

    private static List<Path> files(Path points) {
        if (!Files.isDirectory(points)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(points)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(List<Path> files) {
        for (Path file : files) {
            try {
                PointJson.read(Files.readString(file)).ifPresent(point -> found.put(point.stamp(), point));
            } catch (IOException e) {
                // A file that cannot be read is a point that is not there: it is simulated again.
            }
        }
    }

    @Override
    public PointResult find(SweepPoint point) {
        PointResult there = found.get(point.stamp());
        // Another sweep may have come to the same point by another way.
        return there == null
                ? null
                : new PointResult(point.values(), there.stamp(), there.digest(), there.currency(), there.deliveries());
    }

    @Override
    public PointResult keep(SweepPoint point, PointResult result) {
        String text = PointJson.text(paths, result);
        Path file = unfinished.resolve(POINTS).resolve(point.stamp() + ".json");
        Path half = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
        return PointJson.read(text).orElseThrow();
    }

    /** A file of the sweep's folder. */
    public record Content(String name, byte[] bytes) {}

    /** Shows the folder, whole; a sweep that is complete needs nothing else any more. */
    public void publish(SweepResult sweep, List<Content> files, String version) {
        try (RunFolder folder = RunFolder.open(target)) {
            for (SweepResult.Done done : sweep.done()) {
                String name = String.format(
                        Locale.ROOT, "%s/%03d.json", POINTS, done.point().number());
                folder.write(name, PointJson.text(paths, done.result()));
            }
            files.forEach(file -> folder.write(file.name(), file.bytes()));
            folder.publish(version, !sweep.partial());
        }
        if (!sweep.partial()) {
            removeUnfinished();
        }
    }

    private void removeUnfinished() {
        try {
            for (Path file : waiting()) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".tmp"));
                Files.delete(file);
            }
            Path points = unfinished.resolve(POINTS);
            if (Files.isDirectory(points)) {
                try (Stream<Path> halves = Files.list(points)) {
                    for (Path half : halves.toList()) {
                        Files.delete(half);
                    }
                }
                Files.delete(points);
            }
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw RunFolder.cannotWrite(unfinished, e);
        }
    }
}
