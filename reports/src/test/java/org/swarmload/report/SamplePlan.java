package org.swarmload.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.EventUse;
import org.swarmload.cost.Invoice;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Certificate;
import org.swarmload.plan.DeliveryPlan.Line;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.DeliveryPlan.Point;
import org.swarmload.plan.Judged;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.Seen;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.Objectives.Judgement;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.yaml.ScenarioReader;

/** A made-up plan of premiere-night: the numbers are possible, none was simulated. */
public final class SamplePlan {
    private static final double[] LIMITS = {0.005, 4, 0.004};
    private static final int ALL = 20_000;
    private static final int SMALL = 4_000;

    private final Scenario scenario;
    private final NightsHeld held;
    private double spread;

    private SamplePlan(Scenario scenario, NightsHeld held) {
        this.scenario = scenario;
        this.held = held;
        this.spread = held == null ? 0.01 : 0.1;
    }

    /** Something holds, with the certificate that it has; nothing does; or the recommendation is open. */
    public static PlanResult of(Outcome outcome) {
        return new SamplePlan(scenario("value={failed-start: 2}"), null).result(outcome, true);
    }

    /** The same where not even the largest order of the best delivery has come to a recommendation. */
    static PlanResult withoutRecommendation(Outcome outcome) {
        return new SamplePlan(scenario(), null).result(outcome, false);
    }

    /**
     * The audience is unknown, and the order holds on nearly all of forty nights, or on not quite enough.
     *
     * @param found whether an order is recommended or was tried
     */
    public static PlanResult ofUnknown(Outcome outcome, boolean found) {
        return new SamplePlan(
                        scenario(
                                "unknowns={audience.viewers: {times: {uniform: [0.8, 1.2]}}}",
                                "plan={order: {seeds.count: {from: 1, to: 9, step: 1}}, hold: 90%}"),
                        NightsHeld.of(40, outcome == Outcome.HOLDS ? 39 : 34))
                .result(outcome, found);
    }

    /** Every night costs the same. */
    static PlanResult withEqualBills() {
        SamplePlan sample = new SamplePlan(scenario(), null);
        sample.spread = 0;
        return sample.result(Outcome.HOLDS, true);
    }

    static Scenario scenario(String... more) {
        List<String> sets = new ArrayList<>(
                List.of("objectives=[start-failures < 0.5%, startup-time.p95 < 4s, rebuffering-ratio < 0.4%]"));
        sets.addAll(List.of(more));
        return ScenarioReader.read("premiere-night", List.of(), sets);
    }

    private PlanResult result(Outcome outcome, boolean found) {
        Outcome other = outcome == Outcome.HOLDS ? Outcome.HOLDS : Outcome.NONE;
        DeliveryPlan hybrid = hybrid(outcome, found);
        List<DeliveryPlan> plans = List.of(clientServer(), cdn(other), p2p(outcome), hybrid);
        boolean holds = found && outcome == Outcome.HOLDS;
        return new PlanResult(
                scenario,
                plans,
                holds ? hybrid : null,
                List.of(written("client-server"), written("cdn"), written("p2p"), written("hybrid")),
                holds ? tornado() : List.of(),
                holds ? headroom() : List.of(),
                holds ? "schema: 1\n" : null,
                412,
                holds ? 0x5eed : 0);
    }

    private DeliveryPlan hybrid(Outcome outcome, boolean found) {
        double rebuffering = outcome == Outcome.HOLDS ? 0.0031 : outcome == Outcome.NONE ? 0.0052 : 0.0039;
        Judged judged = judged(0.0003, 3.42, rebuffering);
        return new DeliveryPlan(
                "hybrid",
                outcome,
                ALL,
                found,
                List.of(
                        line("front-door.login.capacity", "186/s", 186, "180/s", "400/s"),
                        line("front-door.licence.servers", "9", 9, "10", "40"),
                        line("origin.servers", "1", 1, "1", "20"),
                        line("edges.east.capacity", "26.2Gbps", 26.2e9, "55Gbps", "80Gbps"),
                        line("edges.west.capacity", "17.7Gbps", 17.7e9, "37Gbps", "60Gbps")),
                invoice(2_310, 878, 1_020, 286),
                List.of(),
                judged,
                found ? new Certificate(judged, 10, 1, outcome == Outcome.UNDECIDED ? 14 : 0) : null,
                seen(10, 4_644, 0.0003, 3.1e6),
                false,
                Map.of("peers", 0.62),
                outcome == Outcome.NONE
                        ? List.of(new Bound(
                                "rebuffering-ratio", ">=", 0.0045, "some lines carry less than the lowest bit rate"))
                        : List.of(),
                outcome == Outcome.UNDECIDED ? 14 : 0,
                points(5, 4_000, 0.0031),
                0);
    }

    private DeliveryPlan cdn(Outcome outcome) {
        return new DeliveryPlan(
                "cdn",
                outcome,
                SMALL,
                outcome == Outcome.HOLDS,
                List.of(
                        line("front-door.login.capacity", "195/s", 195, "180/s", "400/s"),
                        line("edges.east.capacity", "48.6Gbps", 48.6e9, "55Gbps", "80Gbps"),
                        line("edges.west.capacity", "33.1Gbps", 33.1e9, "37Gbps", "60Gbps")),
                invoice(7_940, 1_634, 0, 295),
                List.of(),
                judged(0.0004, 3.1, outcome == Outcome.HOLDS ? 0.0036 : 0.011),
                null,
                seen(3, 9_869, 0.0004, 4.4e6),
                false,
                Map.of("edge", 0.8),
                List.of(),
                0,
                points(3, 9_000, 0.0036),
                2);
    }

    private DeliveryPlan clientServer() {
        return new DeliveryPlan(
                "client-server",
                Outcome.NONE,
                ALL,
                false,
                List.of(line("origin.servers", "20", 20, "2", "20")),
                invoice(0, 0, 0, 0),
                List.of(),
                judged(0.11, 9.6, 0.031),
                null,
                seen(3, 0, 0.11, 2.0e6),
                true,
                causes("origin", 0.91, "fault", 0.4),
                List.of(),
                0,
                List.of(),
                0);
    }

    private DeliveryPlan p2p(Outcome outcome) {
        boolean none = outcome == Outcome.NONE;
        return new DeliveryPlan(
                "p2p",
                none ? Outcome.NONE : Outcome.UNDECIDED,
                ALL,
                false,
                List.of(line("seeds.count", "20", 20, "2", "20")),
                invoice(0, 0, 600, 0),
                List.of(),
                judged(0.0004, 3.8, none ? 0.0125 : 0.00395),
                null,
                seen(3, 600, 0.0004, 2.9e6),
                false,
                causes("peers", 0.7),
                List.of(),
                none ? 0 : 9,
                List.of(),
                0);
    }

    private static Map<String, Double> causes(Object... pairs) {
        Map<String, Double> causes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            causes.put((String) pairs[i], (Double) pairs[i + 1]);
        }
        return causes;
    }

    private static Line line(String key, String text, double size, String written, String most) {
        return new Line(key, text, size, written, most);
    }

    private static Invoice invoice(long traffic, long ready, long peers, long door) {
        List<Invoice.Line> lines = new ArrayList<>();
        bill(lines, "edges", "bytes sent, first 10 TiB", "GiB", traffic, "0.085");
        bill(lines, "edges", "capacity ordered", "Gbps", ready, "20");
        bill(lines, "peers", "bytes between viewers", "GiB", peers, "0.021");
        bill(lines, "front-door login", "capacity ordered", "1/s", door, "1");
        bill(lines, "origin", "bytes sent", "GB", 150, "0.09");
        return new Invoice("USD", lines, null);
    }

    private static void bill(
            List<Invoice.Line> lines, String payer, String meter, String unit, long amount, String price) {
        if (amount > 0) {
            BigDecimal each = new BigDecimal(price);
            BigDecimal quantity = BigDecimal.valueOf(amount).divide(each, 3, java.math.RoundingMode.HALF_UP);
            lines.add(new Invoice.Line(
                    payer, tariff(payer), "", meter, unit, BigDecimal.ZERO, quantity, each, note(payer)));
        }
    }

    /** Ids that the scenario knows. */
    private static String tariff(String payer) {
        return switch (payer) {
            case "edges" -> "cloudfront-list";
            case "peers" -> "vendor-share-of-cdn";
            case "origin" -> "aws-egress-us";
            default -> "own";
        };
    }

    private static String note(String payer) {
        return payer.equals("edges") ? "A short peak is not discarded: bytes are billed, not the peak." : "";
    }

    private Judged judged(double... values) {
        List<Judgement> each = new ArrayList<>();
        Verdict whole = Verdict.MET;
        for (int i = 0; i < values.length; i++) {
            double half = 0.05 * values[i];
            Verdict verdict = values[i] + half < LIMITS[i]
                    ? Verdict.MET
                    : values[i] - half >= LIMITS[i] ? Verdict.MISSED : Verdict.UNDECIDED;
            each.add(new Judgement(verdict, values[i], half));
            whole = whole == Verdict.MISSED || verdict == Verdict.MET ? whole : verdict;
        }
        return new Judged(each, held, whole);
    }

    /** Bills from a percent less to a percent more; with what is unknown from a tenth less to a tenth more. */
    private Seen seen(int nights, double bill, double failures, double bitrate) {
        int all = held == null ? nights : held.nights();
        List<Double> bills = new ArrayList<>();
        for (int i = 0; i < all && bill > 0; i++) {
            bills.add(bill * (1 + spread * (2.0 * i / (all - 1) - 1)));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("start-failures", failures);
        figures.put("exits-before-start", 0.0007);
        figures.put("startup-time.p95", 3.42);
        figures.put("rebuffering-ratio", 0.0031);
        figures.put("mean-bitrate", bitrate);
        return new Seen(all, held == null ? all - 1 : held.held(), bills, Map.of("edges", bill), figures);
    }

    /** A search on the small crowd and one with all viewers: what costs more is better, and the cheap do not hold. */
    private static List<Point> points(int quantities, double price, double best) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double cost = price * (0.7 + 0.05 * i);
            boolean small = i % 3 != 0;
            double rebuffering = best * StrictMath.pow(price * 1.12 / cost, 4) * (1 + 0.1 * (i % 4));
            points.add(new Point(
                    List.of(100 + 4 * i + "/s", 20 + i + "Gbps", 14 + i + "Gbps", "9", "1")
                            .subList(0, quantities),
                    small ? SMALL : ALL,
                    cost,
                    rebuffering < LIMITS[2] && i != 17,
                    i != 0,
                    Arrays.asList(0.0003, 3.4, rebuffering)));
        }
        return points;
    }

    private Case written(String delivery) {
        return switch (delivery) {
            case "client-server" -> night(delivery, "", 0, "as written", ALL, 7_100, 0.31, 11.2, 0.062);
            case "p2p" -> night(delivery, "", 0, "as written", ALL, 700, 0.0004, 6.9, 0.012);
            case "cdn" -> night(delivery, "", 0, "as written", ALL, 9_950, 0.0003, 3.1, 0.0061);
            default -> night(delivery, "", 0, "as written", ALL, 5_300, 0.0003, 3.3, 0.0049);
        };
    }

    private List<Case> tornado() {
        List<Case> cases = new ArrayList<>();
        cases.add(night("hybrid", "", 0, "", SMALL, 4_480, 0.0003, 3.4, 0.0032));
        both(cases, "viewers", 0.0021, 0.0147, 3_700, 5_300);
        both(cases, "arrivals' peak", 0.0027, 0.0043, 4_480, 4_480);
        both(cases, "viewers' uplinks", 0.0056, 0.0024, 4_900, 4_100);
        both(cases, "reachability", 0.0036, 0.0029, 4_600, 4_400);
        both(cases, "bit rates", 0.0019, 0.0088, 3_800, 5_200);
        return cases;
    }

    private void both(List<Case> cases, String what, double less, double more, double cheap, double dear) {
        cases.add(night("hybrid", what, -1, "a fifth less", SMALL, cheap, 0.0002, 3.3, less));
        cases.add(night("hybrid", what, 1, "a fifth more", SMALL, dear, 0.0004, 3.5, more));
    }

    private List<Case> headroom() {
        return List.of(
                night("hybrid", "edge east", 0, "lost all night", ALL, 4_100, 0.0009, 5.2, 0.021),
                night("hybrid", "viewers", 1, "a fifth more", ALL, 5_310, 0.014, 3.9, 0.0051));
    }

    private Case night(
            String delivery, String what, int direction, String change, int viewers, double cost, double... promised) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("viewers", (double) viewers);
        figures.put("start-failures", promised[0]);
        figures.put("rebuffering-ratio", promised[2]);
        List<Double> values = Arrays.stream(promised).boxed().toList();
        RunNote note = new RunNote(
                0,
                true,
                77,
                figures,
                values,
                new EventUse(List.of(), 0, 0),
                List.of(
                        new CauseLine(Harm.START_FAILURE, "login", promised[0] * viewers * 0.8),
                        new CauseLine(Harm.START_FAILURE, "origin", promised[0] * viewers * 0.2),
                        new CauseLine(Harm.STALL_SECONDS, "fault", 5e5)),
                Map.of());
        List<Judgement> each = new ArrayList<>();
        Verdict whole = Verdict.MET;
        for (int i = 0; i < promised.length; i++) {
            Verdict verdict = promised[i] < LIMITS[i] ? Verdict.MET : Verdict.MISSED;
            each.add(new Judgement(verdict, promised[i], null));
            whole = verdict == Verdict.MISSED ? verdict : whole;
        }
        return new Case(delivery, what, direction, change, viewers, ALL, cost, new Judged(each, null, whole), note);
    }
}
