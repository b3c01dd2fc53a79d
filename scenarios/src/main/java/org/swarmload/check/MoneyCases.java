package org.swarmload.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Billing;
import org.swarmload.cost.Contracts;
import org.swarmload.cost.Estate;
import org.swarmload.cost.EventUse;
import org.swarmload.cost.Meter;
import org.swarmload.cost.Meter.Tier;
import org.swarmload.cost.Tariff;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.sim.theory.Percentile95;
import org.swarmload.yaml.ScenarioReader;

/** Bills that somebody has printed. */
final class MoneyCases {
    private static final BigDecimal TERABYTE = BigDecimal.valueOf(1_024);

    private MoneyCases() {}

    static List<CheckCase> all() {
        return List.of(new CheckCase(
                "o-22",
                "Volume by tiers, and the 95th percentile of 5-minute samples.",
                "aws.amazon.com/cloudfront/pricing; docs.swiftfederation.com",
                (rows, lab) -> bills(rows)));
    }

    private static void bills(Rows rows) {
        Contracts contracts = Contracts.of(Map.of("edges", withFreeTerabyte(ScenarioReader.tariff("cloudfront-list"))));
        Estate nothing = new Estate(Map.of(), false, 0);
        int[] terabytes = {5, 10, 50, 100, 500};
        String[] dollars = {"348.16", "783.36", "4060.16", "7132.16", "24540.16"};
        for (int i = 0; i < terabytes.length; i++) {
            LedgerLine line = new LedgerLine(0, "edge:all", terabytes[i] * (1L << 40), 0);
            rows.equal(
                    terabytes[i] + " TB, one of them free",
                    new BigDecimal(dollars[i]),
                    Billing.price(contracts, nothing, List.of(EventUse.of(List.of(line))))
                            .total());
        }
        int samples = 8_640;
        double[] month = new double[samples];
        Arrays.fill(month, 100e6);
        Arrays.fill(month, 4_000, 4_000 + 288, 10e9);
        rows.equal("samples dropped of 8,640", 432, Percentile95.dropped(samples));
        rows.exact("a day at 10 Gbit/s bills, in Mbit/s", 100, Percentile95.bps(month) / 1e6);
        Arrays.fill(month, 4_000, 4_000 + 433, 10e9);
        rows.exact("433 samples at 10 Gbit/s bill, in Mbit/s", 10_000, Percentile95.bps(month) / 1e6);
    }

    /** The shipped prices of the United States as a month with the free terabyte has them. */
    private static Tariff withFreeTerabyte(Tariff list) {
        Meter.Tiers paid = list.regions().get("us-ca-mx").stream()
                .filter(Meter.Tiers.class::isInstance)
                .map(Meter.Tiers.class::cast)
                .findFirst()
                .orElseThrow();
        List<Tier> tiers = new ArrayList<>(List.of(new Tier(TERABYTE, BigDecimal.ZERO)));
        tiers.addAll(paid.tiers());
        List<Meter> meters = List.of(new Meter.Tiers(paid.unit(), tiers));
        return Tariff.of(list.id(), list.title(), list.source(), list.asOf(), list.currency(), meters);
    }
}
