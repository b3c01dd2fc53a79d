package org.swarmload.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.swarmload.cost.Invoice.Line;
import org.swarmload.sim.result.RunResult.LedgerLine;

/**
 * Prices an event at the margin: a billing month with it less the same month without it. Other traffic of the month is
 * the one that takes capacity in the simulation; without any the month is empty and an event begins at the first tier.
 */
public final class Billing {
    /** In the order in which an invoice has them. */
    private static final List<String> BEFORE_CDNS = List.of("origin", "shield", Contracts.EDGES);

    private static final List<String> AFTER_CDNS = List.of("seeds", "peers", "tracker", "relay");

    private Billing() {}

    /**
     * The bill of the mean replication: bytes and requests of each machine are averaged bin by bin, then priced. It has
     * no lines when it cannot be drawn up, see {@link #covers}.
     *
     * @param events one per replication
     */
    public static Invoice price(Contracts contracts, Estate estate, List<EventUse> events) {
        if (contracts.isEmpty() || !covers(contracts, events)) {
            // A total that leaves somebody out would look cheap.
            return new Invoice(contracts.currency(), List.of(), null);
        }
        MonthBook book = new MonthBook(contracts, estate, events);
        Alternative alternative = new Alternative(contracts, book);
        Usage.CdnPrice cdn = alternative.price();
        List<Line> lines = new ArrayList<>();
        Map<String, Contract> all = contracts.all();
        for (String payer : payers(contracts)) {
            if (all.containsKey(payer) && book.has(payer)) {
                lines.addAll(new Account(payer, all.get(payer), book.machines(machinesOf(payer)), book, cdn).lines());
            }
        }
        return new Invoice(contracts.currency(), lines, alternative.breakEven(lines));
    }

    private static List<String> payers(Contracts contracts) {
        List<String> payers = new ArrayList<>(BEFORE_CDNS);
        contracts.all().keySet().stream()
                .filter(payer -> Contracts.isCdn(payer) && !payers.contains(payer))
                .forEach(payers::add);
        payers.addAll(AFTER_CDNS);
        contracts.all().keySet().stream().filter(Contracts::isDoor).forEach(payers::add);
        payers.add("fixed");
        return payers;
    }

    /** Whose machines make the bytes that a payer is billed for: a relay passes what viewers send. */
    private static String machinesOf(String payer) {
        return payer.equals("relay") ? "peers" : payer;
    }

    /** Whether everybody who sent bytes has a contract; else nobody knows what the delivery costs. */
    public static boolean covers(Contracts contracts, List<EventUse> events) {
        return unlisted(contracts, events.stream().flatMap(event -> event.ledger().stream()))
                .isEmpty();
    }

    /** Who sent bytes and has no contract, by name. */
    public static SortedSet<String> unlisted(Contracts contracts, Stream<LedgerLine> ledger) {
        Map<String, Contract> all = contracts.all();
        return ledger.filter(line -> line.bytes() > 0)
                .map(line -> contracts.payerOf(line.payer()))
                .filter(payer -> !all.containsKey(payer))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
