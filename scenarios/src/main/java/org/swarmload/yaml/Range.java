package org.swarmload.yaml;

import java.util.Locale;

/**
 * The values that a quantity may take, in base units, and the same in words for a message.
 *
 * @param least the least allowed value
 * @param most the greatest allowed value
 */
record Range(double least, double most, String words) {
    static final Range ANY_OFFSET = new Range(-86_400, 86_400, "at most a day before or after the unlock");
    static final Range ARRIVAL = new Range(-86_400, 604_800, "from a day before to 7d after the unlock");
    static final Range ARRIVAL_RATE = new Range(1e-6, 1e7, "from 0.000001/s to 10M/s");
    static final Range ARRIVAL_RATE_OR_NONE = new Range(0, 1e7, "from 0/s to 10M/s");
    static final Range SHARE = new Range(0, 1, "from 0% to 100%");
    static final Range POSITIVE_SHARE = new Range(1e-9, 1, "more than 0%, at most 100%");
    static final Range SERVER_BPS = new Range(1_000, 1e15, "from 1kbps to 1000Tbps");
    static final Range LINE_BPS = new Range(1_000, 1e12, "from 1kbps to 1Tbps");
    static final Range LINE_BPS_OR_NONE = new Range(0, 1e12, "from 0bps to 1Tbps");
    static final Range SHORT_TIME = new Range(0, 3_600, "from 0s to 1h");
    static final Range LONG_TIME = new Range(0, 604_800, "from 0s to 7d");
    static final Range SOME_TIME = new Range(0.001, 604_800, "from 1ms to 7d");
    static final Range CACHE_BYTES = new Range(0, 1e13, "from 0B to 10TB");

    static Range count(long least, long most) {
        return new Range(least, most, String.format(Locale.ROOT, "from %,d to %,d", least, most));
    }

    boolean contains(double value) {
        return value >= least && value <= most;
    }
}
