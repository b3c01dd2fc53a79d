package org.swarmload.duel;

/**
 * What pickers are ranked by. A difference that nobody cares about, however surely it is there, is within the margin: a
 * share of the values themselves, or a floor where that is more.
 */
public enum DuelMetric {
    STARTUP("startup-time", "mean start-up time", false, 0.01, 0.02),
    REBUFFERING("rebuffering-ratio", "share of time in stalls", false, 0.01, 0.0005),
    COMPLETION("completion-time", "mean completion time", false, 0.01, 0),
    UNSERVED("unserved-share", "share who got no first frame, or no whole file", false, 0.01, 0.0005),
    OFFLOAD("offload", "share of the bytes that peers carried", true, 0, 0.005),
    SERVER_BYTES("server-bytes", "bytes that the operator's servers sent", false, 0.01, 0),
    FAIRNESS("class-fairness", "fairness between access classes", true, 0, 0.01),
    IN_ORDER("in-order-share", "part of what is there that is there in order", true, 0, 0.01);

    private final String word;
    private final String meaning;
    private final boolean moreIsBetter;
    private final double share;
    private final double floor;

    DuelMetric(String word, String meaning, boolean moreIsBetter, double share, double floor) {
        this.word = word;
        this.meaning = meaning;
        this.moreIsBetter = moreIsBetter;
        this.share = share;
        this.floor = floor;
    }

    /** As in JSON and CSV. */
    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** Of the mean of the two that are compared; 0 where only the floor counts. */
    public double marginShare() {
        return share;
    }

    /** In base units. */
    public double marginFloor() {
        return floor;
    }

    /** The margin for two pickers with these means. */
    double margin(double first, double second) {
        return Math.max(floor, share * Math.abs(first + second) / 2);
    }
}
