package org.swarmload.sim.planted;

import static org.swarmload.sim.planted.PlantedBug.in;

import java.util.List;
import java.util.stream.Stream;

/** The bugs, and which quick tests are asked about each. The written digests are never asked: they notice anything. */
final class PlantedBugs {
    private static final String RANDOM = "property.RandomScenariosTest";
    private static final String FAIR = "net.FairShareTest";
    private static final String DOOR = "door.FrontDoorTest";

    private PlantedBugs() {}

    static List<PlantedBug> all() {
        return Stream.of(links(), exchange(), pieces(), servers(), door(), people())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PlantedBug> links() {
        return List.of(
                in(
                        "net/PeerUplinks.java",
                        "rates not recomputed when an upload ends",
                        "        share(peer);\n        return Transfers.NONE;",
                        "        return Transfers.NONE;",
                        FAIR),
                in(
                        "cell/Downloads.java",
                        "a line not divided anew when a transfer ends",
                        "if (!lines.closes(t)) {",
                        "if (!lines.closes(t) && now < 0) {",
                        "cell.TwoEndedRuleTest",
                        RANDOM),
                in(
                        "net/PeerUplinks.java",
                        "an uplink counted twice",
                        "double level = open == 0 ? 0 : capacity(peer) / open;",
                        "double level = open == 0 ? 0 : 2 * capacity(peer) / open;",
                        RANDOM),
                in(
                        "cell/Downloads.java",
                        "the receiver's cap ignored",
                        "if (plan.bytesAhead == 0) {\n            return cap;",
                        "if (plan.bytesAhead == 0) {\n            return 1e6;",
                        RANDOM),
                in(
                        "cell/Cell.java",
                        "departures after arrivals at one instant",
                        "static final int PORT = 0;",
                        "static final int PORT = 15;",
                        RANDOM),
                in(
                        "server/ServerPool.java",
                        "what is free granted to each cell",
                        "(capacity - wanted) * population[c]",
                        "(capacity - wanted)",
                        RANDOM));
    }

    private static List<PlantedBug> exchange() {
        return List.of(
                in(
                        "cell/Uploaders.java",
                        "a peer stops serving when its download is complete",
                        "|| viewers.state(u) == Viewers.SEEDING;",
                        "|| viewers.isSeed(u);",
                        "property.MetamorphicTest"),
                in(
                        "swarm/Bitfields.java",
                        "a piece forwarded before it is held",
                        "missing[member * words + (piece >> 6)] &= ~(1L << piece);",
                        "missing[member * words + (piece >> 6)] &= ~(1L << piece);\n        show(member, piece);",
                        RANDOM),
                in(
                        "swarm/ShownWindows.java",
                        "a run taken to begin a piece too late",
                        "int above = (piece + 1) << 2;",
                        "int above = piece << 2;",
                        "swarm.LookTest",
                        "swarm.HoldingsTest"),
                in(
                        "cell/FileView.java",
                        "ties of the rarest by the lowest number",
                        "rarest.get(randomBelow(ties))",
                        "rarest.get(0)",
                        "cell.RarestTiesTest"),
                in(
                        "cell/Swarming.java",
                        "peers of different titles meet",
                        "tracker.introduce(v, viewers.title(v));",
                        "tracker.introduce(v, 0);",
                        RANDOM));
    }

    private static List<PlantedBug> pieces() {
        return List.of(
                in(
                        "cell/Downloads.java",
                        "duplicates of the endgame counted as useful",
                        "bookReceived(t, gone);\n        ledger.overhead += gone;",
                        "bookReceived(t, gone);\n        ledger.delivered += gone;",
                        RANDOM),
                in(
                        "swarm/Availability.java",
                        "who leaves is counted as a holder on",
                        "counts.remove(row, w, pieces.shown(shower, w));",
                        "counts.remove(row, w, 0);",
                        RANDOM),
                in(
                        "cell/CellPlan.java",
                        "the last piece of a file as long as the others",
                        "return piece == pieces - 1 ? lastPieceBytes : pieceBytes[0];",
                        "return pieceBytes[0];",
                        RANDOM));
    }

    private static List<PlantedBug> servers() {
        return List.of(
                in("cell/ServerDesk.java", "a 503 not counted", "        ledger.refuse(server, now);\n", "", RANDOM),
                in(
                        "cell/EdgeCache.java",
                        "what is cached never expires",
                        "return freshUntil(slot) > now;",
                        "return freshUntil(slot) > 0;",
                        "server.CacheTest"),
                in(
                        "cell/ServerPlan.java",
                        "other traffic takes nothing",
                        "return Math.max(0, uplink - servers[server].background().bpsAt(now));",
                        "return uplink;",
                        RANDOM));
    }

    private static List<PlantedBug> door() {
        return List.of(
                in(
                        "door/CallList.java",
                        "the door serves who came last",
                        "int viewer = first;",
                        "int viewer = last;",
                        DOOR,
                        "door.DoorQueueingTest"),
                in(
                        "door/ServiceChain.java",
                        "a call that is tried again stays in the queue",
                        "services[s].withdraw(viewer, time);\n        error(",
                        "error(",
                        DOOR),
                in(
                        "door/ServiceChain.java",
                        "a reload is no new press",
                        "                callers.press.add(id, 1);\n",
                        "",
                        DOOR,
                        "door.DoorInvariantsTest",
                        RANDOM));
    }

    private static List<PlantedBug> people() {
        return List.of(
                in(
                        "model/Law.java",
                        "a ramp by its density, not by the integral",
                        "return area == 0 ? 0 : Math.min(length, 2 * area / (first + root));",
                        "return length * (first + (last - first) * u) / (first + last);",
                        "model.LawTest",
                        "audience.ArrivalsTest"),
                in(
                        "cell/CellPlan.java",
                        "the warm-up counts",
                        "return spec.warmupMicros() == 0 || audience.pressMicros(viewer) >= spec.warmupMicros();",
                        "return viewer >= 0;",
                        RANDOM),
                in(
                        "cell/Sessions.java",
                        "start-up patience not cancelled at the first frame",
                        "        if (now != viewers.phaseDue(v)) {\n            return null;\n        }\n"
                                + "        return switch (viewers.state(v)) {\n",
                        "        return switch (viewers.state(v)) {\n            case Viewers.PLAYING -> End.GAVE_UP;\n",
                        RANDOM),
                in(
                        "kernel/Level.java",
                        "what a level is told late counts from now on only",
                        "integral += delta * (since - Math.max(fromMicros, nowMicros));",
                        "",
                        RANDOM));
    }
}
