package org.swarmload.realswarm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands of the system. */
final class Shell {
    private Shell() {}

    /** What the command printed; a command that fails is an exception with its words. */
    static String run(String command) {
        return run(List.of(command.split(" ")));
    }

    static String run(List<String> command) {
        Result result = attempt(command);
        if (result.status() != 0) {
            throw new IllegalStateException("'" + String.join(" ", command) + "' failed: "
                    + result.output().strip());
        }
        return result.output();
    }

    /** Runs a command whose failure is an answer too. */
    static Result attempt(String command) {
        return attempt(List.of(command.split(" ")));
    }

    private static Result attempt(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }

    record Result(int status, String output) {}
}
