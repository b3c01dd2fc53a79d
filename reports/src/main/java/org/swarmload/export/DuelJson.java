package org.swarmload.export;

import java.util.List;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.DuelRun;
import org.swarmload.duel.PairOutcome;
import org.swarmload.duel.Ranking;
import org.swarmload.duel.Ranking.Place;
import org.swarmload.report.DuelWords;
import org.swarmload.report.Report;
import org.swarmload.report.ReportBuilder;

/** {@code summary.json} of a comparison of pickers: everything that its page and its table say, in base units. */
public final class DuelJson {
    private DuelJson() {}

    public static String of(DuelResult result) {
        return Json.document(json -> {
            json.field("schemaVersion", 1)
                    .field("kind", "pickers")
                    .field("scenario", result.scenario().name())
                    .field("delivery", result.delivery())
                    .field("seed", result.scenario().seed())
                    .field("replications", result.replications())
                    .field("partial", result.partial())
                    .field("digest", ReportBuilder.digest(result.digest()));
            json.array("looks", () -> result.rule().looks().forEach(look -> json.item((double) look)));
            json.field("decided", result.decided());
            json.array(
                    "rankings", () -> result.rankings().forEach(ranking -> json.value(() -> ranking(json, ranking))));
            json.object(
                    "pickers",
                    () -> result.pickers().forEach(picker -> json.object(picker, () -> picker(json, result, picker))));
        });
    }

    private static void ranking(Json json, Ranking ranking) {
        json.field("metric", ranking.metric().word())
                .field("meaning", ranking.metric().meaning())
                .field("better", ranking.metric().moreIsBetter() ? "more" : "less")
                .field("marginShare", ranking.metric().marginShare())
                .field("marginFloor", ranking.metric().marginFloor())
                .field("decided", ranking.decided())
                .field("tie", ranking.allTie())
                .field("jointConfidence", Ranking.JOINT)
                .field("pairConfidence", ranking.confidence());
        json.array(
                "sentences",
                () -> DuelWords.of(ranking).stream()
                        .map(Report.Finding::sentence)
                        .forEach(json::item));
        json.array("places", () -> {
            for (Place place : ranking.places()) {
                json.value(() -> json.field("rank", place.rank())
                        .field("picker", place.picker())
                        .field("mean", place.mean()));
            }
        });
        json.array("pairs", () -> ranking.pairs().forEach(pair -> json.value(() -> pair(json, pair))));
    }

    private static void pair(Json json, PairOutcome pair) {
        json.field("first", pair.first())
                .field("second", pair.second())
                .field("difference", pair.difference().mean())
                .field("low", pair.low())
                .field("high", pair.high())
                .field("ci95", pair.half95())
                .field("margin", pair.margin())
                .field("call", word(pair))
                .field("sentence", DuelWords.said(pair));
    }

    private static String word(PairOutcome pair) {
        return switch (pair.call()) {
            case FIRST_BETTER -> "first-better";
            case SECOND_BETTER -> "second-better";
            case SAME -> "tie-within-margin";
            case OPEN -> "tie-not-told-apart";
        };
    }

    private static void picker(Json json, DuelResult result, String picker) {
        List<DuelRun> runs = result.of(picker);
        json.object("metrics", () -> {
            for (Ranking ranking : result.rankings()) {
                json.object(
                        ranking.metric().word(),
                        () -> json.field("mean", ranking.place(picker).mean())
                                .field("rank", ranking.place(picker).rank()));
            }
        });
        json.array("runs", () -> {
            for (DuelRun run : runs) {
                json.value(() -> {
                    json.field("replication", run.replication())
                            .field("digest", ReportBuilder.digest(run.digest()))
                            .field("engineSeconds", run.engineSeconds());
                    run.values().forEach((metric, value) -> json.field(metric.word(), value));
                });
            }
        });
    }
}
