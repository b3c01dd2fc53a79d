package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.swarmload.cost.Invoice;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.result.RunResult.Outcomes;
import org.swarmload.sim.result.RunResult.Traffic;

/** Tables of evidence that are not metrics: causes, bytes counted twice, bills, outcomes. */
final class Tables {
    /** How parts that overlap were made disjoint; see {@link Night#stayedInStalls}. */
    static final String DISJOINT =
            "Who gave up in a stall is counted there only, and taken to have stalled over 60 s where the counts allow it.";

    private final List<Night> nights;

    Tables(List<Night> nights) {
        this.nights = nights;
    }

    private List<String> heads(String first) {
        List<String> heads = new ArrayList<>(List.of(first));
        nights.forEach(night -> heads.add(night.name()));
        return heads;
    }

    private Row row(String name, String word, Unit unit, ToDoubleFunction<Night> value) {
        return new Row(
                name,
                nights.stream()
                        .map(night -> Cell.of(Quantity.of(word, value.applyAsDouble(night), unit)))
                        .toList());
    }

    private Row meanRow(String name, String word, Unit unit, ToDoubleFunction<RunResult> value) {
        return row(name, word, unit, night -> night.mean(value));
    }

    Table outcomes() {
        List<Row> rows = new ArrayList<>();
        rows.add(count("pressed play", "viewers", Outcomes::viewers));
        rows.add(count("started", "viewers-started", Outcomes::started));
        rows.add(count("could not start", "start-failures", Outcomes::startFailures));
        rows.add(count("left before the first frame", "exits-before-start", Outcomes::exitsBeforeStart));
        rows.add(count("still waiting at the end", "still-waiting", Outcomes::stillWaiting));
        rows.add(count(
                "stalled over 60 s in all, whether they gave up or stayed",
                "stalled-over-60s",
                Outcomes::stalledOver60s));
        rows.add(count("gave up in a stall", "gave-up", Outcomes::gaveUp));
        rows.add(count(
                "stalled over 60 s in all and stayed, at least", "stalled-over-60s-stayed", Night::stayedInStalls));
        rows.add(count("requests", "attempts", Outcomes::attempts));
        rows.add(count("answered 503", "http-503", Outcomes::http503));
        return new Table("Viewers and requests, means over replications. " + DISJOINT, false, heads("count"), rows);
    }

    /** The same of people who download. */
    Table downloadOutcomes() {
        List<Row> rows = new ArrayList<>();
        rows.add(count("asked for the file", "viewers", Outcomes::viewers));
        rows.add(count("have all of it", "viewers-started", Outcomes::started));
        rows.add(count("could not start", "start-failures", Outcomes::startFailures));
        rows.add(count("left before the end", "exits-before-start", Outcomes::exitsBeforeStart));
        rows.add(count("still downloading at the end", "still-waiting", Outcomes::stillWaiting));
        rows.add(count("requests", "attempts", Outcomes::attempts));
        rows.add(count("answered 503", "http-503", Outcomes::http503));
        return new Table("People and requests, means over replications.", false, heads("count"), rows);
    }

    private Row count(String name, String word, ToDoubleFunction<Outcomes> value) {
        return meanRow(name, word, Unit.COUNT, run -> value.applyAsDouble(run.outcomes()));
    }

    Table causes() {
        List<Row> rows = new ArrayList<>();
        for (Harm harm : Harm.values()) {
            Set<String> causes = new LinkedHashSet<>();
            nights.forEach(night -> causes.addAll(night.causes(harm).keySet()));
            for (String cause : causes) {
                Unit unit = harm == Harm.STALL_SECONDS ? Unit.SECONDS : Unit.COUNT;
                String name = switch (harm) {
                    case START_FAILURE -> "failed starts: ";
                    case EXIT_BEFORE_START -> "exits before start: ";
                    case STALL_SECONDS -> "stall time: ";
                };
                rows.add(row(
                        name + Causes.say(cause),
                        Changes.harmWord(harm) + ":" + cause,
                        unit,
                        night -> night.causes(harm).getOrDefault(cause, 0.0)));
            }
        }
        return new Table("Harm by cause, means over replications", false, heads("harm and cause"), rows);
    }

    Table traffic() {
        List<Row> rows = new ArrayList<>();
        rows.add(bytes("sent by the origin", "origin-bytes", Traffic::originBytes));
        rows.add(bytes("of this to fill edges", "origin-fill-bytes", Traffic::originFillBytes));
        rows.add(bytes("received from the origin", "received-from-origin", Traffic::receivedFromOrigin));
        rows.add(bytes("sent by edges", "edge-bytes", Traffic::edgeBytes));
        rows.add(bytes("received from edges", "received-from-edges", Traffic::receivedFromEdges));
        rows.add(bytes("sent by seeds", "seed-bytes", Traffic::seedBytes));
        rows.add(bytes("received from seeds", "received-from-seeds", Traffic::receivedFromSeeds));
        rows.add(bytes("sent by peers", "peer-bytes", Traffic::peerBytes));
        rows.add(bytes("received from peers", "received-from-peers", Traffic::receivedFromPeers));
        rows.add(bytes("useful", "delivered-bytes", Traffic::deliveredBytes));
        rows.add(bytes("overhead", "overhead-bytes", Traffic::overheadBytes));
        rows.add(bytes("useful but never played", "unplayed-bytes", Traffic::unplayedBytes));
        return new Table(
                "Bytes counted by senders and, by other code, by receivers; means over replications",
                false,
                heads("bytes"),
                rows);
    }

    private Row bytes(String name, String word, ToDoubleFunction<Traffic> value) {
        return meanRow(name, word, Unit.BYTES, run -> value.applyAsDouble(run.traffic()));
    }

    /** Where the month has other traffic, what each meter reads without the event and with it. */
    Table invoice(Night night) {
        String which = night.over() == null
                ? ""
                : " of night " + night.over().billedNight() + ", the median of all nights' bills";
        return invoice(night.name() + which, night.result().invoice(), false);
    }

    /** @param open whether it is shown at once */
    static Table invoice(String whose, Invoice invoice, boolean open) {
        boolean busy = invoice.lines().stream().anyMatch(line -> line.without().signum() != 0);
        List<Row> rows = new ArrayList<>();
        for (Invoice.Line line : invoice.lines()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(line.tariff() + (line.region().isEmpty() ? "" : ", " + line.region())));
            cells.add(Cell.of(line.meter()));
            if (busy) {
                cells.add(exact("without", line.without(), ""));
                cells.add(exact("with", line.with(), ""));
            }
            cells.add(exact("quantity", line.quantity(), line.unit()));
            cells.add(exact("unit-price", line.unitPrice(), ""));
            cells.add(Cell.of(Quantity.of("amount", line.amount().doubleValue(), Unit.MONEY)));
            rows.add(new Row(line.payer(), cells));
        }
        List<String> heads = new ArrayList<>(List.of("payer", "tariff", "meter"));
        if (busy) {
            heads.addAll(List.of("month without event", "month with event"));
        }
        heads.addAll(List.of("quantity of the event", "unit price", "amount"));
        List<Cell> sum = new ArrayList<>();
        while (sum.size() < heads.size() - 2) {
            sum.add(Cell.of(""));
        }
        sum.add(Cell.of(Quantity.of("cost", invoice.total().doubleValue(), Unit.MONEY)));
        rows.add(new Row("total", sum));
        String months = busy
                ? ": the month costs " + Unit.MONEY.say(invoice.monthWithout().doubleValue())
                        + " without the event and "
                        + Unit.MONEY.say(invoice.monthWith().doubleValue()) + " with it"
                : "";
        return new Table("Bill of " + whose + ", " + invoice.currency() + months, open, heads, rows);
    }

    /** A number of the bill as it was computed with, so that a reader can check the product by hand. */
    private static Cell exact(String word, java.math.BigDecimal value, String unit) {
        if (value == null) {
            return Cell.of("");
        }
        String text = Unit.exact(value);
        // "6 x 100 Mbit/s": a unit that begins with a number would read as one number.
        String times = !unit.isEmpty() && Character.isDigit(unit.charAt(0)) ? " x " : " ";
        return Cell.of(new Quantity(word, value.doubleValue(), (text + times + unit).strip()));
    }
}
