package org.swarmload.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.sim.picker.PickerProvider;
import org.swarmload.sim.picker.bt.SelectorProvider;
import org.swarmload.sim.policy.Plugins;
import org.swarmload.sim.policy.PolicyProvider;

/**
 * Finds what jars provide for the two seams. Each jar has a class loader of its own above the program's, which stays open
 * as long as the program runs: classes are loaded when they are first needed.
 */
final class PluginJars {
    private static final String CHECKSUM = ", sha256 ";

    private final List<Plugins.Picker> pickers = new ArrayList<>();
    private final List<Plugins.Policy> policies = new ArrayList<>();

    private PluginJars() {}

    /** @throws CannotDo with one message about the first jar that cannot be used */
    static Plugins read(List<Path> jars) {
        PluginJars found = new PluginJars();
        for (Path jar : jars) {
            found.add(jar);
        }
        try {
            return new Plugins(found.pickers, found.policies).tried();
        } catch (IllegalArgumentException | Plugins.Misbehaved e) {
            throw new CannotDo("--plugin: " + e.getMessage());
        }
    }

    /** Whether one of the parts of a run says where a class from outside came from. */
    static boolean isOrigin(String part) {
        return part.contains(CHECKSUM);
    }

    private void add(Path jar) {
        String checksum = checksum(jar);
        int before = pickers.size() + policies.size();
        try {
            URL[] urls = {jar.toUri().toURL()};
            ClassLoader classes =
                    new URLClassLoader("plugin " + jar.getFileName(), urls, Plugins.class.getClassLoader());
            String jarName = jar.getFileName() + CHECKSUM + checksum;
            pickers.addAll(provided(classes, PickerProvider.class, jarName, Plugins.Picker::of));
            pickers.addAll(provided(classes, SelectorProvider.class, jarName, Plugins.Picker::of));
            policies.addAll(provided(classes, PolicyProvider.class, jarName, Plugins.Policy::of));
        } catch (IOException | ServiceConfigurationError | LinkageError | RuntimeException e) {
            throw new CannotDo("--plugin: '" + jar + "' cannot be used: " + reason(e)
                    + "\nMaybe build it anew with Java 17" + " against this version of Swarmload.");
        }
        if (pickers.size() + policies.size() == before) {
            throw new CannotDo(
                    "--plugin: '" + jar + "' provides no picker and no policy.\nMaybe add a file META-INF/services/"
                            + PickerProvider.class.getName() + " with the name of your class that implements it.");
        }
    }

    private static String checksum(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new CannotDo("--plugin: there is no file '" + jar + "'.\nMaybe build it first.");
        }
        try (ZipFile readable = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(Path.of(readable.getName()))));
        } catch (ZipException e) {
            throw new CannotDo("--plugin: '" + jar + "' is no jar: " + e.getMessage()
                    + ".\nMaybe pack the classes with 'jar" + " --create --file " + jar.getFileName() + "'.");
        } catch (IOException e) {
            throw new CannotDo("--plugin: cannot read '" + jar + "': " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T, N> List<N> provided(
            ClassLoader classes, Class<T> service, String jar, BiFunction<T, String, N> named) {
        List<N> found = new ArrayList<>();
        for (T provider : ServiceLoader.load(service, classes)) {
            // What comes with the program is no plugin.
            if (provider.getClass().getClassLoader() == classes) {
                found.add(named.apply(provider, provider.getClass().getName() + " of " + jar));
            }
        }
        return found;
    }

    /** What went wrong first, on one line. */
    private static String reason(Throwable problem) {
        Throwable first = problem;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = first.getMessage() == null
                ? ""
                : first.getMessage().lines().findFirst().orElse("");
        return first.getClass().getSimpleName() + (message.isEmpty() ? "." : ": " + message.replaceFirst("\\.?$", "."));
    }
}
