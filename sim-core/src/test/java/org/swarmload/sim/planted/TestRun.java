package org.swarmload.sim.planted;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the test classes that it is told in a JVM of its own, until one fails; says which one and ends with 1. */
public final class TestRun {
    static final String CAUGHT = "CAUGHT ";

    private TestRun() {}

    public static void main(String[] classes) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String name : classes) {
            request.selectors(DiscoverySelectors.selectClass(name));
        }
        LauncherDiscoveryRequest built = request.build();
        LauncherFactory.create().execute(built, new FirstFailure());
        Runtime.getRuntime().halt(0);
    }

    private static final class FirstFailure implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == Status.FAILED) {
                String what = result.getThrowable().map(String::valueOf).orElse("");
                System.out.println(CAUGHT + test.getLegacyReportingName() + " | " + firstLines(what));
                System.out.flush();
                Runtime.getRuntime().halt(1);
            }
        }

        private static String firstLines(String what) {
            String line = what.replaceAll("\\s+", " ").strip();
            return line.substring(0, Math.min(160, line.length()));
        }
    }
}
