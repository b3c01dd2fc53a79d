package org.swarmload.cli;

import java.io.Console;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

    /** True when a line may be rewritten in place. */
    static boolean isLive() {
        Console console = System.console();
        String term = System.getenv("TERM");
        // NO_COLOR asks for plain output; a line that rewrites itself is not plain either.
        boolean plain = "dumb".equals(term) || System.getenv("NO_COLOR") != null || System.getenv("CI") != null;
        return console != null && !plain && isTerminal(console);
    }

    /** From Java 22 on a console may exist without a terminal; the method that tells is not in Java 17. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
