package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Invoice.Line;
import org.swarmload.sim.result.RunResult.LedgerLine;

/**
 * Prices what machines sent. Bills are at list price from an empty month: as if the month had no other traffic, so an
 * event is billed from the first tier on. Edges share one account: their bytes climb the tiers together.
 */
public final class Billing {
    private static final int QUANTITY_DECIMALS = 6;
    private static final int PRICE_DECIMALS = 8;
    private static final BigDecimal REQUESTS_PER_FEE = BigDecimal.valueOf(10_000);

    private Billing() {}

    /**
     * The bill of the mean replication: bytes and requests of each payer are averaged over the ledgers, then priced.
     * It has no lines when it cannot be drawn up, see {@link #covers}.
     *
     * @param tariffs by payer (origin, shield, edges, seeds, peers)
     * @param ledgers one per replication
     */
    public static Invoice price(Map<String, Tariff> tariffs, List<List<LedgerLine>> ledgers) {
        List<Line> lines = new ArrayList<>();
        if (!covers(tariffs, ledgers)) {
            // A total that leaves somebody out would look cheap.
            return new Invoice(currency(tariffs), lines);
        }
        Map<String, Use> uses = average(ledgers);
        for (Map.Entry<String, Use> entry : uses.entrySet()) {
            Tariff tariff = tariffs.get(entry.getKey());
            if (tariff == null) {
                continue;
            }
            Use use = entry.getValue();
            if (tariff.isShareOfCdn()) {
                lines.add(shareLine(tariff, use, tariffs.get("edges"), uses));
            } else {
                lines.addAll(tierLines(entry.getKey(), tariff, use.bytes()));
            }
            if (tariff.pricePer10kRequests() != null && use.requests().signum() > 0) {
                lines.add(requestLine(entry.getKey(), tariff, use.requests()));
            }
        }
        return new Invoice(currency(tariffs), lines);
    }

    /** Whether everybody who sent bytes has a tariff; else nobody knows what the delivery costs. */
    public static boolean covers(Map<String, Tariff> tariffs, List<List<LedgerLine>> ledgers) {
        return ledgers.stream()
                .flatMap(List::stream)
                .allMatch(line -> line.bytes() == 0 || tariffs.containsKey(payer(line)));
    }

    private static String payer(LedgerLine line) {
        return line.payer().startsWith("edge:") ? "edges" : line.payer();
    }

    /** Bytes and requests of one payer. */
    private record Use(BigDecimal bytes, BigDecimal requests) {}

    private static Map<String, Use> average(List<List<LedgerLine>> ledgers) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        List.of("origin", "shield", "edges", "seeds", "peers").forEach(payer -> sums.put(payer, new long[2]));
        for (List<LedgerLine> ledger : ledgers) {
            for (LedgerLine line : ledger) {
                long[] sum = sums.computeIfAbsent(payer(line), p -> new long[2]);
                sum[0] = Math.addExact(sum[0], line.bytes());
                sum[1] = Math.addExact(sum[1], line.requests());
            }
        }
        BigDecimal runs = BigDecimal.valueOf(Math.max(1, ledgers.size()));
        Map<String, Use> uses = new LinkedHashMap<>();
        sums.forEach((payer, sum) -> uses.put(payer, new Use(divide(sum[0], runs), divide(sum[1], runs))));
        return uses;
    }

    private static BigDecimal divide(long sum, BigDecimal runs) {
        return BigDecimal.valueOf(sum).divide(runs, QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<Line> tierLines(String payer, Tariff tariff, BigDecimal bytes) {
        BigDecimal volume = volume(bytes, tariff.unit());
        List<Line> lines = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (Tariff.Tier tier : tariff.tiers()) {
            BigDecimal to = tier.upTo() == null ? volume : tier.upTo().min(volume);
            BigDecimal quantity = to.subtract(from);
            if (quantity.signum() <= 0) {
                break;
            }
            lines.add(line(
                    payer,
                    tariff,
                    tierName(tariff, from, tier),
                    quantity,
                    tariff.unit().symbol(),
                    tier.price()));
            from = to;
        }
        return lines;
    }

    private static String tierName(Tariff tariff, BigDecimal from, Tariff.Tier tier) {
        String unit = tariff.unit().symbol();
        String start = from.stripTrailingZeros().toPlainString();
        String free = tier.price().signum() == 0 ? ", free" : "";
        if (tier.upTo() == null) {
            return "bytes sent, from " + start + " " + unit + " on" + free;
        }
        return "bytes sent, " + start + " to " + tier.upTo().toPlainString() + " " + unit + free;
    }

    /**
     * A P2P vendor's fee: a share of the price of the average unit, had the CDN delivered these bytes too, for every
     * unit that viewers sent.
     */
    private static Line shareLine(Tariff vendor, Use peers, Tariff cdn, Map<String, Use> uses) {
        BigDecimal wouldBe = uses.get("edges").bytes().add(peers.bytes());
        BigDecimal volume = volume(wouldBe, cdn.unit());
        BigDecimal average = volume.signum() == 0
                ? BigDecimal.ZERO
                : tierLines("edges", cdn, wouldBe).stream()
                        .map(Line::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(volume, MathContext.DECIMAL64);
        BigDecimal price = average.multiply(vendor.shareOfCdnPrice()).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
        String meter = "bytes between viewers, at %s of the average %s price"
                .formatted(percent(vendor.shareOfCdnPrice()), cdn.id());
        return line(
                "peers",
                vendor,
                meter,
                volume(peers.bytes(), cdn.unit()),
                cdn.unit().symbol(),
                price);
    }

    private static Line requestLine(String payer, Tariff tariff, BigDecimal requests) {
        BigDecimal quantity = requests.divide(REQUESTS_PER_FEE, QUANTITY_DECIMALS, RoundingMode.HALF_UP);
        return line(payer, tariff, "requests", quantity, "10,000 requests", tariff.pricePer10kRequests());
    }

    private static Line line(
            String payer, Tariff tariff, String meter, BigDecimal quantity, String unit, BigDecimal price) {
        return new Line(
                payer,
                tariff.id(),
                meter,
                quantity,
                unit,
                price,
                quantity.multiply(price).setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal volume(BigDecimal bytes, Tariff.VolumeUnit unit) {
        return bytes.divide(BigDecimal.valueOf(unit.bytes()), QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static String currency(Map<String, Tariff> tariffs) {
        return tariffs.values().stream().map(Tariff::currency).findFirst().orElse("USD");
    }
}
