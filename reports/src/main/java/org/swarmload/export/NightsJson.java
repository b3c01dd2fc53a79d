package org.swarmload.export;

import org.swarmload.scenario.Unknown;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.OverNights;
import org.swarmload.study.StudyResult;

/** What is unknown, and what came of it, in {@code summary.json}. */
final class NightsJson {
    private NightsJson() {}

    /** By path: the law, and what each planned replication draws, in base units or as the factor. */
    static void unknowns(Json json, StudyResult study) {
        long seed = study.scenario().seed();
        for (Unknown unknown : study.scenario().nights().unknowns()) {
            json.object(
                    unknown.path(),
                    () -> json.field("law", unknown.written())
                            .field("times", unknown.times())
                            .array("drawn", () -> {
                                for (int night = 0; night < study.plannedReplications(); night++) {
                                    json.item(unknown.draw(seed, night).value());
                                }
                            }));
        }
    }

    /** @param n nights of which there is a result */
    static void held(Json json, OverNights nights, int n) {
        NightsHeld held = nights.held();
        json.field("n", n);
        if (held != null) {
            json.field("held", held.held())
                    .field("share", (Double) held.share())
                    .field("low", (Double) held.low())
                    .field("high", (Double) held.high())
                    .array("missed", () -> nights.missed().forEach(night -> json.item((double) night)));
        }
        json.field("billedReplication", nights.billedNight());
    }

    /** Of the metric's mean, and of its quantiles over viewers where it has them; nothing without unknowns. */
    static void ranges(Json json, OverNights nights, String word) {
        if (nights == null) {
            return;
        }
        range(json, nights.spreads().get(word), "range");
        for (String quantile : new String[] {"p50", "p95", "p99"}) {
            range(json, nights.spreads().get(word + "." + quantile), quantile + "Range");
        }
    }

    private static void range(Json json, OverNights.Spread spread, String name) {
        if (spread != null) {
            json.field(name + "10", (Double) spread.p10())
                    .field(name + "50", (Double) spread.p50())
                    .field(name + "90", (Double) spread.p90());
        }
    }
}
