package org.swarmload.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.swarmload.report.Night;
import org.swarmload.sim.result.RunResult;

/** Facts of one run by name, in the order in which files hold them. */
final class Facts {
    /** Counts over viewers. */
    static final Map<String, ToDoubleFunction<RunResult>> OUTCOMES = outcomes();

    /** Bytes, counted by senders and by receivers. */
    static final Map<String, ToDoubleFunction<RunResult>> TRAFFIC = traffic();

    private Facts() {}

    private static Map<String, ToDoubleFunction<RunResult>> outcomes() {
        Map<String, ToDoubleFunction<RunResult>> facts = new LinkedHashMap<>();
        facts.put("viewers", run -> run.outcomes().viewers());
        facts.put("viewers-started", run -> run.outcomes().started());
        facts.put("start-failures-viewers", run -> run.outcomes().startFailures());
        facts.put("exits-before-start-viewers", run -> run.outcomes().exitsBeforeStart());
        facts.put("still-waiting-viewers", run -> run.outcomes().stillWaiting());
        facts.put("attempts", run -> run.outcomes().attempts());
        facts.put("admitted", run -> run.outcomes().admitted());
        facts.put("http-503", run -> run.outcomes().http503());
        facts.put("rebuffering-events", run -> run.outcomes().rebufferingEvents());
        facts.put("stalled-over-60s-viewers", run -> run.outcomes().stalledOver60s());
        facts.put("gave-up-viewers", run -> run.outcomes().gaveUp());
        facts.put("stalled-over-60s-stayed-viewers", run -> Night.stayedInStalls(run.outcomes()));
        facts.put("played-seconds", run -> run.outcomes().playedSeconds());
        facts.put("stalled-seconds", run -> run.outcomes().stalledSeconds());
        return Collections.unmodifiableMap(facts);
    }

    private static Map<String, ToDoubleFunction<RunResult>> traffic() {
        Map<String, ToDoubleFunction<RunResult>> facts = new LinkedHashMap<>();
        facts.put("origin-bytes", run -> run.traffic().originBytes());
        facts.put("origin-fill-bytes", run -> run.traffic().originFillBytes());
        facts.put("shield-bytes", run -> run.traffic().shieldBytes());
        facts.put("edge-bytes", run -> run.traffic().edgeBytes());
        facts.put("seed-bytes", run -> run.traffic().seedBytes());
        facts.put("peer-bytes", run -> run.traffic().peerBytes());
        facts.put("received-from-origin-bytes", run -> run.traffic().receivedFromOrigin());
        facts.put("received-from-edges-bytes", run -> run.traffic().receivedFromEdges());
        facts.put("received-from-seeds-bytes", run -> run.traffic().receivedFromSeeds());
        facts.put("received-from-peers-bytes", run -> run.traffic().receivedFromPeers());
        facts.put("delivered-bytes", run -> run.traffic().deliveredBytes());
        facts.put("overhead-bytes", run -> run.traffic().overheadBytes());
        facts.put("useful-peer-bytes", run -> run.traffic().usefulPeerBytes());
        facts.put("unplayed-bytes", run -> run.traffic().unplayedBytes());
        return Collections.unmodifiableMap(facts);
    }

    static String word(RunResult.Harm harm) {
        return harm.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
