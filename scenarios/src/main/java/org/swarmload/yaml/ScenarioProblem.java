package org.swarmload.yaml;

/**
 * One thing that is wrong in what a planner wrote, and where.
 *
 * @param file as the planner named it, or the option ({@code --set a.b=c}) that brought the value
 * @param line from 1; 0 when the source has no lines
 * @param column from 1; 0 when the source has no lines
 * @param path of the value, dotted; empty when the problem is the whole document's
 * @param message one sentence
 * @param hint what the planner may have meant; empty when nothing is likely
 */
public record ScenarioProblem(String file, int line, int column, String path, String message, String hint) {
    /** The form in which problems are printed: one line, and an indented one for the hint. */
    @Override
    public String toString() {
        String where = line == 0 ? file : file + ":" + line + ":" + column;
        String text = where + "  " + (path.isEmpty() ? "" : path + ": ") + message;
        return hint.isEmpty() ? text : text + "\n    " + hint;
    }
}
