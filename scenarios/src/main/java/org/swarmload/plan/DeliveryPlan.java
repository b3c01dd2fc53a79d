package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Invoice;
import org.swarmload.study.StudyResult.Bound;

/**
 * What was found of one delivery.
 *
 * @param viewers of the crowd on which {@code judged} stands: all, or those of the small one
 * @param found whether the search found an order that keeps what is promised of the service; else the order is the largest
 * @param order what to order of each quantity
 * @param invoice of that order, of the median night where something is unknown; without lines when nobody says what
 *     things cost
 * @param unpriced payers that send bytes and have no price list, because of which nobody knows what the order costs
 * @param judged on its latest nights
 * @param certificate of the order on nights that the search did not see; null when it was not tried on any
 * @param seen on the same nights, beside what is promised
 * @param cheapest whether nothing cheaper can hold, if more is never worse; else the search ran out of simulations
 * @param causes of the harm that is left, each with its greatest part of some kind of harm
 * @param bounds by which mathematics rules out with this order what is promised, whatever is simulated
 * @param more nights that would settle what is undecided, a guess by the spread so far; 0 when all is decided
 * @param looked orders that were simulated, in that order
 * @param worseWithMore orders that fail although a smaller one holds
 */
public record DeliveryPlan(
        String delivery,
        Outcome outcome,
        int viewers,
        boolean found,
        List<Line> order,
        Invoice invoice,
        List<String> unpriced,
        Judged judged,
        Certificate certificate,
        Seen seen,
        boolean cheapest,
        Map<String, Double> causes,
        List<Bound> bounds,
        int more,
        List<Point> looked,
        int worseWithMore) {
    public enum Outcome {
        /** Every objective is met with it. */
        HOLDS,
        /** Not even the largest order holds, or what the cheapest one spends is more than is promised. */
        NONE,
        /** More nights would tell, or the order failed on new nights and larger ones were not tried there. */
        UNDECIDED
    }

    /**
     * @param judged on the new nights
     * @param nights how many
     * @param tries orders that were tried before this one and did not hold on new nights
     * @param more nights that would settle what is undecided, a guess by the spread so far; 0 when all is decided
     */
    public record Certificate(Judged judged, int nights, int tries, int more) {}

    /**
     * @param key as the plan names the quantity
     * @param text how much, with its unit
     * @param written how much the scenario has; null where it does not say
     * @param most that can be ordered
     */
    public record Line(String key, String text, double size, String written, String most) {}

    /**
     * @param steps on each ladder
     * @param cost of such an order for the same events
     * @param holds whether every objective was met on the nights that were simulated
     * @param whole whether these nights were simulated to their end; else one ended when it had broken a promise for good
     * @param promised what each objective measured, the mean of the nights, of nights that ended so until then; null where
     *     there was nothing
     */
    public record Point(
            List<String> values, int viewers, double cost, boolean holds, boolean whole, List<Double> promised) {
        public Point {
            values = List.copyOf(values);
            promised = Collections.unmodifiableList(new ArrayList<>(promised));
        }
    }

    public DeliveryPlan {
        order = List.copyOf(order);
        unpriced = List.copyOf(unpriced);
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
        bounds = List.copyOf(bounds);
        looked = List.copyOf(looked);
    }

    /** Nights on which it was judged. */
    public int nights() {
        return seen.nights();
    }

    /** 0 when {@link #isBilled nobody knows}. Where something is unknown the mean of the nights' bills. */
    public double cost() {
        return !isBilled() ? 0 : judged.held() == null ? invoice.total().doubleValue() : seen.meanBill();
    }

    /** The same by payer. */
    public Map<String, Double> paid() {
        if (judged.held() != null) {
            return seen.paid();
        }
        Map<String, Double> paid = new LinkedHashMap<>();
        invoice.lines().forEach(line -> paid.merge(line.payer(), line.amount().doubleValue(), Double::sum));
        return paid;
    }

    /** Whether it is known what the order costs. */
    public boolean isBilled() {
        return !invoice.lines().isEmpty();
    }
}
