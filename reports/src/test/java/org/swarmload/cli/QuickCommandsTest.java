package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that do not simulate must answer at once: they load nothing of Akka and draw nothing. */
class QuickCommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "list",
                "validate premiere-night",
                "run premiere-night --dry-run",
                "pickers picker-shootout --dry-run",
                "run --help",
                "limits --help",
                "check list",
                "check o-07"
            })
    void shouldLoadNeitherAkkaNorCharts(String command) throws Exception {
        try (Watching loader = new Watching()) {
            StringWriter out = new StringWriter();
            Object code = loader.loadClass("org.swarmload.cli.Main")
                    .getMethod("execute", String[].class, PrintWriter.class, PrintWriter.class)
                    .invoke(null, command.split(" "), new PrintWriter(out), new PrintWriter(out));
            assertThat(code).as(out.toString()).isEqualTo(0);
            assertThat(loader.heavy).isEmpty();
        }
    }

    /** Loads the program apart from the test's own classes and notes what is heavy. */
    private static final class Watching extends URLClassLoader {
        private final List<String> heavy = new ArrayList<>();

        Watching() throws IOException {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() throws IOException {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(new File(entry).toURI().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("akka.") || name.startsWith("scala.") || name.startsWith("org.jfree.")) {
                heavy.add(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
