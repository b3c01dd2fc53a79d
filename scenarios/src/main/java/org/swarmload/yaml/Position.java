package org.swarmload.yaml;

/**
 * Where a value was written. Lines and columns count from 1; line 0 means that the source has no lines (an option on
 * the command line).
 */
record Position(String source, int line, int column) {
    static Position ofOption(String option) {
        return new Position(option, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
