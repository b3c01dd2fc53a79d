package org.swarmload.cli;

import org.swarmload.report.Unit;

/** How long something will take, as roughly as it is known beforehand: never less than was estimated. */
final class RoughTime {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    private RoughTime() {}

    static String say(double seconds) {
        if (seconds < 1.5 * MINUTE) {
            return Unit.COUNT.say(Math.ceil(seconds)) + " s";
        }
        if (seconds < 1.5 * HOUR) {
            return Unit.COUNT.say(Math.ceil(seconds / MINUTE)) + " min";
        }
        return seconds < 2 * DAY ? tenths(seconds / HOUR) + " hours" : tenths(seconds / DAY) + " days";
    }

    private static String tenths(double value) {
        return Unit.COUNT.say(value < 10 ? Math.ceil(10 * value) / 10 : Math.ceil(value));
    }
}
