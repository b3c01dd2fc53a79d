package org.swarmload.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.swarmload.cost.Tariff;
import org.swarmload.library.ScenarioLibrary;
import org.swarmload.scenario.Costs;

/** Binds {@code costs:}, payer by payer. */
final class CostBinder {
    private static final List<String> PAYERS = List.of("origin", "shield", "edges", "seeds", "peers");

    private final Problems problems;

    CostBinder(Problems problems) {
        this.problems = problems;
    }

    Costs bind(Fields costs) {
        Map<String, Tariff> tariffs = new LinkedHashMap<>();
        for (String payer : PAYERS) {
            if (costs.has(payer)) {
                Fields fields = costs.mapOrEmpty(payer);
                Tariff tariff = tariff(fields);
                fields.done();
                if (tariff != null) {
                    tariffs.put(payer, tariff);
                }
            }
        }
        costs.done();
        tariffs.forEach((payer, tariff) -> checkShare(payer, tariff, costs));
        checkCurrency(tariffs, costs);
        return new Costs(tariffs);
    }

    private Tariff tariff(Fields fields) {
        SourceNode node = fields.node("tariff");
        if (node instanceof SourceNode.MapNode own) {
            return new TariffBinder(problems).bind(new Fields(own, fields.path("tariff"), problems), "own");
        }
        String id = fields.requiredText("tariff", "cloudfront-list");
        List<String> ids = ScenarioLibrary.tariffIds();
        if (!id.isEmpty() && !ids.contains(id)) {
            fields.problem("tariff", "There is no tariff '" + id + "'.", DidYouMean.hintOrList(id, ids));
        }
        return ids.contains(id) ? TariffBinder.shipped(id) : null;
    }

    private static void checkShare(String payer, Tariff tariff, Fields costs) {
        Fields fields = costs.mapOrEmpty(payer);
        if (!tariff.isShareOfCdn()) {
            return;
        }
        if (!payer.equals("peers")) {
            fields.problem("tariff", "A share of the CDN's price is a tariff for peers.", "");
        } else if (!costs.has("edges") && costs.sound("edges")) {
            fields.problem(
                    "tariff",
                    "A share of the CDN's price needs the CDN's tariff.",
                    "Add edges: {tariff: cloudfront-list} to costs.");
        }
    }

    private void checkCurrency(Map<String, Tariff> tariffs, Fields costs) {
        Set<String> currencies = new LinkedHashSet<>();
        tariffs.values().forEach(tariff -> currencies.add(tariff.currency()));
        if (currencies.size() > 1) {
            problems.add(costs.position(), costs.path(), "One currency, not " + String.join(" and ", currencies) + ".");
        }
    }
}
