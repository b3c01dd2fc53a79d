package org.swarmload.sim.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The worked example, as its author would: it is compiled, and its own test extends the contract. */
class ExampleTest {
    private static final Path EXAMPLE = Path.of("examples", "nearest-rare");

    @TempDir
    Path classes;

    @Test
    void shouldKeepTheContract() throws Exception {
        compile();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(loader.loadClass("org.example.NearestRareTest")))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            assertThat(listener.getSummary().getFailures()).isEmpty();
            assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(4);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void shouldBeAPickerOfThirtyLines() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE.resolve("src/org/example/NearestRare.java")))
                .hasSizeLessThanOrEqualTo(30);
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        for (String folder : List.of("src", "test")) {
            try (Stream<Path> sources = Files.walk(EXAMPLE.resolve(folder))) {
                sources.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(file -> arguments.add(file.toString()));
            }
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("the example compiles").isZero();
    }
}
