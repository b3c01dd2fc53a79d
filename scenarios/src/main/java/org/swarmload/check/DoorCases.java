package org.swarmload.check;

import java.util.List;
import org.swarmload.sim.theory.CacheFormulas;
import org.swarmload.sim.theory.Erlang;
import org.swarmload.sim.theory.FluidQueue;
import org.swarmload.sim.theory.KaufmanRoberts;
import org.swarmload.sim.theory.MG1;
import org.swarmload.sim.theory.MMcK;
import org.swarmload.sim.theory.ProcessorSharing;
import org.swarmload.sim.theory.Retrial;
import org.swarmload.sim.theory.RetryOverload;
import org.swarmload.sim.theory.RetryStorm;

/** What happens at a door, on a server's link and in an edge's cache. */
final class DoorCases {
    private DoorCases() {}

    static List<CheckCase> all() {
        return List.of(
                new CheckCase("o-07", "A full door turns this share away.", "Erlang B", (rows, lab) -> erlangB(rows)),
                new CheckCase("o-08", "The same with room to wait.", "M/M/c/K", (rows, lab) -> withRoom(rows)),
                new CheckCase(
                        "o-09",
                        "How long people wait; services of equal length halve it.",
                        "Pollaczek-Khinchine, Erlang C",
                        (rows, lab) -> waits(rows)),
                new CheckCase("o-10", "A shared link.", "processor sharing", (rows, lab) -> sharing(rows)),
                new CheckCase(
                        "o-11", "Who is refused tries again for ever.", "Falin 1990", (rows, lab) -> retrial(rows)),
                new CheckCase("o-12", "Retries in step.", "derived", (rows, lab) -> storm(rows)),
                new CheckCase(
                        "o-13",
                        "A door that is overrun, with a few retries each.",
                        "fixed point of Erlang B",
                        (rows, lab) -> overload(rows)),
                new CheckCase("o-14", "A minute of too many.", "fluid", (rows, lab) -> burst(rows)),
                new CheckCase("o-23", "Misses of an edge's cache.", "renewal", (rows, lab) -> caches(rows)));
    }

    private static void erlangB(Rows rows) {
        double[][] known = {
            {80, 100, .003992},
            {84.064, 100, .010000},
            {100, 100, .075700},
            {120, 100, .196270},
            {200, 100, .504814},
            {25, 30, .052603},
            {1_000, 1_000, .024812},
            {2_000, 1_000, .500498}
        };
        for (double[] one : known) {
            rows.printed(
                    one[0] + " Erlang on " + Math.round(one[1]) + " places",
                    one[2],
                    Erlang.blocking(one[0], one[1]),
                    6);
        }
        // The link of several classes is the same door when there is one class of one unit.
        KaufmanRoberts link = KaufmanRoberts.of(100, List.of(new KaufmanRoberts.Demand(100, 1)));
        rows.printed(
                "100 Erlang of one unit on a link of 100",
                .075700,
                link.blocking().get(0),
                6);
    }

    private static void withRoom(Rows rows) {
        MMcK first = MMcK.of(45, 50, 60);
        rows.printed("45 on 50 of 60: refused", .014323, first.blocking(), 6);
        rows.printed("45 on 50 of 60: present", 45.474, first.meanPresent(), 3);
        rows.printed("45 on 50 of 60: waiting", 1.1188, first.meanWaiting(), 4);
        rows.printed("45 on 50 of 60: time", 1.02522, first.meanServiceTimesPresent(), 5);
        MMcK second = MMcK.of(120, 100, 150);
        rows.printed("120 on 100 of 150: refused", .166669, second.blocking(), 6);
        rows.printed("120 on 100 of 150: present", 145, second.meanPresent(), 2);
        rows.printed("120 on 100 of 150: waiting", 45, second.meanWaiting(), 2);
        rows.printed("120 on 100 of 150: time", 1.45, second.meanServiceTimesPresent(), 4);
        MMcK third = MMcK.of(100, 100, 150);
        rows.printed("100 on 100 of 150: refused", .015820, third.blocking(), 6);
        rows.printed("100 on 100 of 150: present", 118.589, third.meanPresent(), 3);
        rows.printed("100 on 100 of 150: waiting", 20.171, third.meanWaiting(), 3);
        MMcK fourth = MMcK.of(1.2, 1, 10);
        rows.printed("1.2 on 1 of 10: refused", .192586, fourth.blocking(), 6);
        rows.printed("1.2 on 1 of 10: present", 6.7107, fourth.meanPresent(), 4);
    }

    private static void waits(Rows rows) {
        rows.exact("M/M/1 at 80 %", 4, MG1.exponentialServiceWaitSeconds(0.8, 1));
        rows.exact("M/D/1 at 80 %", 2, MG1.constantServiceWaitSeconds(0.8, 1));
        rows.exact("M/M/1 at 90 %", 9, MG1.exponentialServiceWaitSeconds(0.9, 1));
        rows.exact("M/D/1 at 90 %", 4.5, MG1.constantServiceWaitSeconds(0.9, 1));
        rows.printed("M/M/10 at 80 %: share who wait", .409180, Erlang.waiting(8, 10), 6);
        rows.printed("M/M/10 at 80 %: wait", .204590, Erlang.meanWaitSeconds(8, 10, 1), 6);
    }

    private static void sharing(Rows rows) {
        ProcessorSharing link = ProcessorSharing.unlimited(8, 1e6, 10e6);
        rows.exact("mean time", 0.5, link.meanSeconds());
        rows.exact("mean number", 4, link.meanNumber());
        rows.exact("0.5 Mbit", 0.25, link.meanSeconds(0.5e6));
        rows.exact("2 Mbit", 1, link.meanSeconds(2e6));
    }

    private static void retrial(Rows rows) {
        Retrial light = Retrial.singleServer(0.5, 1, 0.5);
        rows.exact("load 0.5, theta 0.5: orbit", 1.5, light.meanOrbit());
        rows.exact("load 0.5, theta 0.5: attempts a second", 1.25, light.attemptsPerSecond());
        rows.exact("load 0.5, theta 0.5: share refused", 0.6, light.blockedShareOfAttempts());
        Retrial heavy = Retrial.singleServer(0.8, 1, 0.2);
        rows.exact("load 0.8, theta 0.2: orbit", 19.2, heavy.meanOrbit());
        rows.exact("load 0.8, theta 0.2: attempts a second", 4.64, heavy.attemptsPerSecond());
        rows.printed("load 0.8, theta 0.2: share refused", .82759, heavy.blockedShareOfAttempts(), 5);
        rows.exact("load 0.8, theta 0.2: fresh ones refused", 0.8, heavy.blocking());
        rows.exact(
                "load 0.8, theta 1: orbit", 6.4, Retrial.singleServer(0.8, 1, 1).meanOrbit());
        rows.near(
                "load 0.8, theta 0.2: orbit of the chain itself",
                19.2,
                Retrial.servers(0.8, 1, 0.2, 1).meanOrbit(),
                1e-6);
    }

    private static void storm(Rows rows) {
        RetryStorm storm = RetryStorm.of(1_000, 100);
        rows.equal("attempts", 5_500L, storm.attempts());
        rows.equal("refusals", 4_500L, storm.rejections());
        rows.exact("last admission", 9, storm.lastAdmissionSeconds(1));
    }

    private static void overload(Rows rows) {
        RetryOverload door = RetryOverload.of(200, 1, 100, 3);
        rows.printed("share refused", .84129, door.blocking(), 5);
        rows.printed("attempts a second", 628.9, door.attemptsPerSecond(), 1);
        rows.printed("served a second", 99.81, door.servedPerSecond(), 2);
        rows.printed("lost", .50094, door.lostShare(), 5);
        rows.printed("twice the capacity, 3 retries: attempts", 6.285, RetryOverload.amplification(2, 3), 3);
        rows.printed("twice the capacity, 5 retries: attempts", 9.166, RetryOverload.amplification(2, 5), 3);
        rows.printed("1.5 times the capacity, 3 retries: attempts", 4.164, RetryOverload.amplification(1.5, 3), 3);
        rows.printed("4 times the capacity, 3 retries: attempts", 14.41, RetryOverload.amplification(4, 3), 2);
        rows.exact("3 layers of 4 attempts", 64, RetryOverload.layeredCalls(3, 4));
    }

    private static void burst(Rows rows) {
        FluidQueue endless = FluidQueue.unlimited(2_000, 60, 1_000);
        rows.exact("greatest queue", 60_000, endless.peakBacklog());
        rows.exact("empty", 120, endless.emptyAtSeconds());
        rows.exact("longest wait", 60, endless.maxWaitSeconds());
        rows.exact("mean wait", 30, endless.meanWaitSeconds());
        FluidQueue room = FluidQueue.limited(2_000, 60, 1_000, 10_000);
        rows.exact("room for 10,000: turned away", 50_000, room.dropped());
        rows.exact("room for 10,000: full from", 10, room.fullFromSeconds());
        rows.exact("room for 10,000: empty", 70, room.emptyAtSeconds());
    }

    private static void caches(Rows rows) {
        rows.printed("50 requests a second, kept 6 s", .003322, CacheFormulas.ttlMissRatio(50, 6), 6);
        rows.exact("0.1 requests a second, kept 10 s", 0.5, CacheFormulas.ttlMissRatio(0.1, 10));
        rows.printed(
                "2 a second, kept 10 s, fetched in 0.5 s", .045455, CacheFormulas.collapsedMissRatio(2, 10, .5), 6);
    }
}
