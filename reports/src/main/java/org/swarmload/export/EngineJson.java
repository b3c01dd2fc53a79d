package org.swarmload.export;

import java.util.List;
import java.util.function.ToLongFunction;
import org.swarmload.sim.result.EngineFacts;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.EngineSum;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.EngineUse;

/** What the computing took, as {@code summary.json} holds it: of the study, of a delivery, of a run. Not in the digest. */
final class EngineJson {
    private EngineJson() {}

    /** All runs. Rates are per second in which runs were under way. */
    static void study(Json json, StudyResult study) {
        EngineUse use = study.engine();
        List<RunResult> runs =
                study.deliveries().stream().flatMap(d -> d.runs().stream()).toList();
        EngineSum sum = EngineSum.of(runs);
        json.field("wallSeconds", (Double) use.wallSeconds())
                .field("cpuSeconds", (Double) use.cpuSeconds())
                .field("engineSeconds", (Double) use.engineSeconds())
                .field("serialShare", (Double) sum.serialShare())
                .field("threads", use.threads())
                .field("peakHeapBytes", use.peakHeapBytes());
        size(json, sum);
        work(json, sum, use.engineSeconds());
        json.field("java", use.javaVersion()).field("version", use.version());
    }

    /** The runs of one delivery. Rates are per second of its runs, each timed for itself. */
    static void delivery(Json json, List<RunResult> runs) {
        EngineSum sum = EngineSum.of(runs);
        json.field("engineSeconds", (Double) sum.seconds()).field("serialShare", (Double) sum.serialShare());
        size(json, sum);
        work(json, sum, sum.seconds());
    }

    static void run(Json json, RunResult run) {
        EngineFacts facts = run.engine();
        EngineSum sum = EngineSum.of(List.of(run));
        json.field("engineSeconds", (Double) sum.seconds())
                .field("serialShare", (Double) sum.serialShare())
                .field("cells", facts.cells())
                .field("viewers", facts.viewers())
                .field("rounds", facts.rounds())
                .field("events", facts.events())
                .field("picks", facts.picks())
                .field("peerTransfers", facts.peerTransfers())
                .field("serverTransfers", facts.serverTransfers())
                .field("piecesReceived", facts.piecesReceived())
                .field("blocksReceived", facts.blocksReceived())
                .field("piecesPlayed", facts.piecesPlayed())
                .field("stateBytes", facts.stateBytes())
                .array("parts", () -> facts.parts().forEach(json::item));
    }

    private static void size(Json json, EngineSum sum) {
        json.field("runs", sum.runs())
                .field("cells", sum.cells())
                .field("viewers", sum.viewers())
                .field("stateBytesPerViewer", (Double) sum.stateBytesPerViewer())
                .object(
                        "rounds",
                        () -> json.field("number", sum.rounds())
                                .field("shortestSeconds", sum.shortestRoundSeconds())
                                .field("meanSeconds", sum.meanRoundSeconds())
                                .field("longestSeconds", sum.longestRoundSeconds()));
    }

    private static void work(Json json, EngineSum sum, double seconds) {
        counted(json, "events", sum, EngineFacts::events, seconds);
        counted(json, "picks", sum, EngineFacts::picks, seconds);
        counted(json, "pieceTransfers", sum, EngineFacts::piecesReceived, seconds);
        counted(json, "blockTransfers", sum, EngineFacts::blocksReceived, seconds);
        counted(json, "segmentsPlayed", sum, EngineFacts::piecesPlayed, seconds);
    }

    private static void counted(
            Json json, String name, EngineSum sum, ToLongFunction<EngineFacts> count, double seconds) {
        long number = sum.total(count);
        json.field(name, number).field(name + "PerSecond", seconds > 0 ? (Double) (number / seconds) : null);
    }
}
