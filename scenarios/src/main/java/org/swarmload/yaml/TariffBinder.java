package org.swarmload.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.cost.Tariff;
import org.swarmload.cost.Tariff.Tier;
import org.swarmload.cost.Tariff.VolumeUnit;
import org.swarmload.library.ScenarioLibrary;

/** Binds a dated price list, shipped or written into a scenario. */
final class TariffBinder {
    private final Problems problems;

    TariffBinder(Problems problems) {
        this.problems = problems;
    }

    /** A tariff that comes with the program. */
    static Tariff shipped(String id) {
        Problems problems = new Problems();
        SourceNode tree = SourceParser.parse(id + ".yaml", ScenarioLibrary.tariffText(id), problems);
        Tariff tariff = new TariffBinder(problems).bind(new Fields(tree, "", problems), id);
        problems.throwIfAny();
        return tariff;
    }

    /** The tariff, or null after a problem was noted. */
    Tariff bind(Fields fields, String id) {
        int before = problems.count();
        String title = fields.requiredText("title", "Contract with our CDN");
        String source = fields.requiredText("source", "contract of 2026-01-15");
        String asOf = fields.requiredText("as-of", "\"2026-01\"");
        String currency = fields.text("currency", "USD");
        if (!currency.matches("[A-Z]{3}")) {
            fields.problem("currency", "'" + currency + "' is no currency code.", "For example USD.");
        }
        VolumeUnit unit = fields.word("unit", List.of("GB", "GiB"), "GB").equals("GB") ? VolumeUnit.GB : VolumeUnit.GIB;
        BigDecimal requests = price(fields, "per-10k-requests");
        boolean byShare = fields.has("share-of-cdn-price");
        BigDecimal share =
                byShare ? BigDecimal.valueOf(fields.quantity("share-of-cdn-price", Kind.SHARE, Range.SHARE, 1)) : null;
        List<Tier> tiers = tiers(fields);
        fields.done();
        if (byShare != tiers.isEmpty() && problems.count() == before) {
            problems.add(
                    fields.position(),
                    fields.path(),
                    byShare ? "Either tiers or a share of the CDN's price." : "What does a " + unit.symbol() + " cost?",
                    "For example tiers: [{up-to: 10240, price: 0.085}, {price: 0.08}]");
        }
        return problems.count() == before
                ? new Tariff(id, title, source, asOf, currency, unit, tiers, requests, share)
                : null;
    }

    private List<Tier> tiers(Fields fields) {
        List<SourceNode> nodes = fields.list("tiers");
        List<Tier> tiers = new ArrayList<>();
        BigDecimal last = BigDecimal.ZERO;
        for (int i = 0; i < nodes.size(); i++) {
            Fields tier = new Fields(nodes.get(i), fields.path("tiers." + i), problems);
            BigDecimal upTo = price(tier, "up-to");
            BigDecimal price = price(tier, "price");
            tier.done();
            boolean isLast = i == nodes.size() - 1;
            if (price == null) {
                tier.problem("price", "A tier needs a price.", "For example {up-to: 10240, price: 0.085}");
            } else if (isLast != (upTo == null)) {
                tier.problem("up-to", "Every tier but the last has an end, the last has none.", "");
            } else if (upTo != null && upTo.compareTo(last) <= 0) {
                tier.problem("up-to", "Tiers must rise.", "");
            }
            last = upTo == null ? last : upTo;
            tiers.add(new Tier(upTo, price == null ? BigDecimal.ZERO : price));
        }
        return tiers;
    }

    /** A plain number of units or of the currency, exactly as written; null when it is absent or wrong. */
    private BigDecimal price(Fields fields, String key) {
        SourceNode node = fields.node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof SourceNode.ScalarNode scalar && scalar.text().matches("[0-9]{1,15}(\\.[0-9]{1,10})?")) {
            return new BigDecimal(scalar.text());
        }
        fields.problem(key, node.shape() + " is not a plain number.", "For example 0.085.");
        return null;
    }
}
