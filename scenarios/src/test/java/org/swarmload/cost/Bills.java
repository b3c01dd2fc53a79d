package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.yaml.ScenarioReader;

/** Events and machines to bill. */
final class Bills {
    static final long GIB = 1L << 30;
    static final long GB = 1_000_000_000L;
    static final long GBPS = 1_000_000_000L;
    static final long BIN = 300_000_000L;
    static final Estate NOTHING = new Estate(Map.of(), false, 0);

    private Bills() {}

    static Tariff shipped(String id) {
        return ScenarioReader.tariff(id);
    }

    /** A list of one's own. */
    static Tariff own(Meter... meters) {
        return Tariff.of("own", "Ours", "us", "2026", "USD", Arrays.asList(meters));
    }

    /** What so many bytes cost by a shipped list, if edges send them in one bin without a request. */
    static BigDecimal total(String tariff, long bytes) {
        return total(shipped(tariff), bytes);
    }

    static BigDecimal total(Tariff tariff, long bytes) {
        return price(Map.of("edges", Contract.of(tariff)), NOTHING, sent("edge:east", bytes))
                .total();
    }

    static Invoice price(Map<String, Contract> payers, Estate estate, LedgerLine... ledger) {
        return Billing.price(new Contracts(payers, Map.of(), 30), estate, List.of(EventUse.of(Arrays.asList(ledger))));
    }

    static LedgerLine sent(String machine, long bytes) {
        return new LedgerLine(0, machine, bytes, 0);
    }

    /** That rate from the beginning of the model for so many bins. */
    static LedgerLine[] rate(String machine, long bps, int bins) {
        List<LedgerLine> lines = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            lines.add(new LedgerLine(bin * BIN, machine, bps * 300 / 8, 0));
        }
        return lines.toArray(LedgerLine[]::new);
    }

    /** Edges with other traffic, by name. */
    static Estate edges(Map<String, BackgroundSpec> backgrounds) {
        Map<String, Estate.Pool> pools = new LinkedHashMap<>();
        backgrounds.forEach(
                (name, background) -> pools.put("edge:" + name, new Estate.Pool(1, 1_000_000 * GBPS, background)));
        return new Estate(pools, false, 0);
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
