package org.swarmload.yaml;

import java.time.LocalTime;
import java.util.regex.Pattern;

/** Reads times that may be written by the planner's clock or as an offset from the unlock. */
final class Clock {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?");
    private static final long DAY = 86_400_000_000L;

    private final LocalTime unlock;
    private final Problems problems;

    Clock(LocalTime unlock, Problems problems) {
        this.unlock = unlock;
        this.problems = problems;
    }

    /** A clock time; midnight when it is not written. */
    static LocalTime time(Fields fields, String key) {
        String text = fields.text(key, "");
        LocalTime time = text.isEmpty() ? LocalTime.MIDNIGHT : parse(text);
        if (time == null) {
            fields.problem(key, "'" + text + "' is no clock time.", "For example \"21:00\", in quotes.");
        }
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    /** Microseconds from the unlock to a clock time (the nearest one: at most half a day off) or an offset. */
    long offsetMicros(Fields fields, String key, Range range) {
        SourceNode node = fields.node(key);
        if (isClock(node)) {
            Long micros = clockMicros((SourceNode.ScalarNode) node, fields.path(key));
            return micros == null ? 0 : micros;
        }
        return fields.requiredMicros(key, range, "\"21:20\" or 20min");
    }

    /** The same of a node that is there; null after a problem. */
    Long offsetMicros(SourceNode node, String path, Range range) {
        if (isClock(node)) {
            return clockMicros((SourceNode.ScalarNode) node, path);
        }
        Double seconds = new LawBinder(path, Kind.DURATION, range, problems).value(node, path);
        return seconds == null ? null : Fields.toMicros(seconds);
    }

    private static boolean isClock(SourceNode node) {
        return node instanceof SourceNode.ScalarNode scalar && scalar.text().indexOf(':') >= 0;
    }

    private Long clockMicros(SourceNode.ScalarNode scalar, String path) {
        LocalTime time = parse(scalar.text().strip());
        if (time == null) {
            problems.add(
                    scalar.position(),
                    path,
                    scalar.shape() + " is no clock time.",
                    "For example \"21:20\", in quotes.");
            return null;
        }
        long forward = Math.floorMod((time.toNanoOfDay() - unlock.toNanoOfDay()) / 1_000, DAY);
        return forward < DAY / 2 ? forward : forward - DAY;
    }

    private static LocalTime parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        String[] parts = text.split(":");
        int hour = Integer.parseInt(parts[0]);
        int minute = Integer.parseInt(parts[1]);
        int second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        return hour > 23 || minute > 59 || second > 59 ? null : LocalTime.of(hour, minute, second);
    }
}
