package org.swarmload.scenario;

import java.math.BigDecimal;

/** Durations as a planner writes them: "1h30min", "2.5s". */
public final class Durations {
    private static final String[] UNITS = {"d", "h", "min"};
    private static final long[] MICROS = {86_400_000_000L, 3_600_000_000L, 60_000_000L};

    private Durations() {}

    public static String text(long micros) {
        if (micros < 0) {
            return "-" + text(-micros);
        }
        StringBuilder text = new StringBuilder();
        long rest = micros;
        for (int i = 0; i < UNITS.length; i++) {
            if (rest >= MICROS[i]) {
                text.append(rest / MICROS[i]).append(UNITS[i]);
                rest %= MICROS[i];
            }
        }
        if (rest > 0 || text.isEmpty()) {
            text.append(BigDecimal.valueOf(rest, 6).stripTrailingZeros().toPlainString())
                    .append('s');
        }
        return text.toString();
    }
}
