package org.swarmload.cli;

import picocli.CommandLine;

/** Version of the program, as it was built. */
final class Version implements CommandLine.IVersionProvider {
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"swarmload " + text() + " on Java " + System.getProperty("java.version")};
    }
}
