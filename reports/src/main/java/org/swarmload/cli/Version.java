package org.swarmload.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.swarmload.study.StudyResult;
import picocli.CommandLine;

/** Version of the program, as the build wrote it down: the same from the jar, from classes and in every file. */
final class Version implements CommandLine.IVersionProvider {
    private static final String TEXT = read();

    static String text() {
        return TEXT;
    }

    /** The study, said to be computed by this version: only the program as a whole has one. */
    static StudyResult stamp(StudyResult study) {
        return new StudyResult(
                study.scenario(),
                study.effectiveScenario(),
                study.plannedReplications(),
                study.deliveries(),
                study.verdicts(),
                study.expectations(),
                study.digest(),
                study.partial(),
                study.engine().by(TEXT));
    }

    @Override
    public String[] getVersion() {
        return new String[] {"swarmload " + TEXT + " on Java " + System.getProperty("java.version")};
    }

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: version.properties is missing.");
            }
            Properties built = new Properties();
            built.load(in);
            return built.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
