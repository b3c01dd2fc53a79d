package org.swarmload.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.swarmload.cost.EventUse;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.RunNote;

/** What an order costs: on each of its nights with the prices and machines of that night, and in all. */
final class Bills {
    private final String delivery;
    private final Scenario ordered;
    private final List<EventUse> used;
    private final List<Invoice> each;

    Bills(Scenario ordered, String delivery, List<RunNote> nights) {
        this.delivery = delivery;
        this.ordered = ordered;
        this.used = nights.stream().map(RunNote::use).toList();
        this.each = IntStream.range(0, nights.size())
                .mapToObj(i ->
                        RunNote.invoice(ordered.night(nights.get(i).replication()), delivery, List.of(used.get(i))))
                .toList();
    }

    /** Empty when some night cannot be billed. */
    List<Double> totals() {
        return each.stream().anyMatch(bill -> bill.lines().isEmpty())
                ? List.of()
                : each.stream().map(bill -> bill.total().doubleValue()).toList();
    }

    /** Who sends and has no price list. */
    List<String> unpriced() {
        return RunNote.unpriced(ordered, used);
    }

    /** What each payer pays, the mean of the nights. */
    Map<String, Double> paid() {
        Map<String, Double> paid = new LinkedHashMap<>();
        for (Invoice bill : each) {
            bill.lines()
                    .forEach(line -> paid.merge(line.payer(), line.amount().doubleValue() / each.size(), Double::sum));
        }
        return paid;
    }

    /**
     * The one that is shown line by line: of the mean of the nights. Where nights differ in what is unknown their prices
     * may, so there is none of a mean night: it is the median of the nights' bills then, as in a study. One night that
     * nobody can bill makes the price unknown.
     */
    Invoice shown() {
        if (ordered.nights().areCertain()) {
            return RunNote.invoice(ordered, delivery, used);
        }
        List<Invoice> rising =
                each.stream().sorted(Comparator.comparing(Invoice::total)).toList();
        return rising.stream()
                .filter(bill -> bill.lines().isEmpty())
                .findFirst()
                .orElseGet(() -> rising.get((rising.size() - 1) / 2));
    }
}
