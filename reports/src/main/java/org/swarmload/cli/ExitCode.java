package org.swarmload.cli;

/** What the program's exit code says. */
public enum ExitCode {
    GOOD(0, "It ran; the deciding objectives and all expectations are met, if any were set."),
    BUG(1, "Swarmload has a bug; the stack trace is in a file that the message names."),
    USAGE(2, "The command line is wrong, the output folder cannot be written, or memory is short."),
    SCENARIO(3, "The scenario has problems; all of them are listed."),
    MISSED(4, "An objective of the deciding delivery is missed, or an expectation is short."),
    UNDECIDED(5, "Undecided with this many replications, or what was to be judged was not run."),
    NOT_REPRODUCIBLE(6, "A second run gave another digest."),
    NO_PLAN(7, "No plan in the search space meets the objectives."),
    INTERRUPTED(130, "Interrupted; what was finished is kept and marked partial.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }
}
