package org.swarmload.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.swarmload.cost.Contract;
import org.swarmload.cost.Contracts;
import org.swarmload.cost.Tariff;
import org.swarmload.scenario.Costs;
import org.swarmload.scenario.DeliveryDef;

/** Binds {@code costs:}, payer by payer, and {@code value:}. */
final class CostBinder {
    static final List<String> PAYERS =
            List.of("origin", "shield", "edges", "seeds", "peers", "tracker", "relay", "fixed");

    static final String FRONT_DOOR = "front-door";

    /** Payers whose machines send. */
    static final List<String> MACHINES = List.of("origin", "shield", "edges", "seeds");

    private final Problems problems;
    private final Map<String, DeliveryDef> deliveries;
    private final ContractBinder binder;
    private final List<SourceNode> door;

    /** @param door the services as they are written */
    CostBinder(Problems problems, boolean isFile, Map<String, DeliveryDef> deliveries, List<SourceNode> door) {
        this.problems = problems;
        this.door = door;
        this.deliveries = deliveries;
        binder = new ContractBinder(problems, isFile, deliveries);
    }

    Costs bind(Fields costs, Fields value) {
        Map<String, Contract> payers = new LinkedHashMap<>();
        for (String payer : PAYERS) {
            if (costs.has(payer)) {
                Fields fields = costs.mapOrEmpty(payer);
                Contract contract = binder.bind(payer, fields);
                fields.done();
                if (contract != null) {
                    payers.put(payer, contract);
                }
            }
        }
        if (costs.has(FRONT_DOOR)) {
            new DoorCostBinder(problems, binder, door).bind(costs.mapOrEmpty(FRONT_DOOR), payers);
        }
        Map<String, Contracts.Cdn> cdns = costs.has("cdns") ? cdns(costs.mapOrEmpty("cdns")) : Map.of();
        int days = (int) costs.count("month-days", 28, 31, Contracts.USUAL_DAYS);
        costs.done();
        Contracts contracts = new Contracts(payers, cdns, days);
        if (payers.containsKey("peers")) {
            checkShare(payers.get("peers"), costs);
        }
        checkCurrency(contracts, costs);
        return new Costs(contracts, failedStart(value, contracts));
    }

    private Map<String, Contracts.Cdn> cdns(Fields fields) {
        Map<String, Contracts.Cdn> cdns = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        fields.named("a CDN").forEach((name, node) -> {
            Fields cdn = new Fields(node, fields.path(name), problems);
            List<String> edges = edges(cdn, taken);
            Contract contract = binder.bind("edges", cdn);
            cdn.done();
            if (contract != null) {
                cdns.put(name, new Contracts.Cdn(edges, contract));
            }
        });
        return cdns;
    }

    private List<String> edges(Fields cdn, Set<String> taken) {
        List<String> edges = new ArrayList<>();
        List<SourceNode> nodes = cdn.list("edges");
        if (nodes.isEmpty() && !cdn.has("edges")) {
            cdn.missing("edges", "is missing: which edges are its own?", "For example edges: [west]");
        }
        Set<String> known = edgeNames(deliveries);
        for (int i = 0; i < nodes.size(); i++) {
            String path = cdn.path("edges." + i);
            String edge = nodes.get(i) instanceof SourceNode.ScalarNode scalar ? scalar.text() : "";
            if (!known.contains(edge) && problems.sound("deliveries")) {
                problems.add(
                        nodes.get(i).position(),
                        path,
                        nodes.get(i).shape() + " is an edge of no delivery.",
                        DidYouMean.hintOrList(edge, known));
            } else if (!taken.add(edge)) {
                problems.add(nodes.get(i).position(), path, "The edge " + edge + " belongs to a CDN already.");
            }
            edges.add(edge);
        }
        return edges;
    }

    static Set<String> edgeNames(Map<String, DeliveryDef> deliveries) {
        Set<String> names = new LinkedHashSet<>();
        deliveries
                .values()
                .forEach(delivery ->
                        delivery.edges().forEach(edge -> names.add(edge.server().name())));
        return names;
    }

    private static void checkShare(Contract peers, Fields costs) {
        boolean byShare = peers.tariffs().stream().anyMatch(Tariff::isShareOfCdn);
        if (byShare && !costs.has("edges") && !costs.has("cdns") && costs.sound("edges", "cdns")) {
            costs.mapOrEmpty("peers")
                    .problem(
                            "tariff",
                            "A share of the CDN's price needs the CDN's tariff.",
                            "Add edges: {tariff: cloudfront-list} to costs.");
        }
    }

    private void checkCurrency(Contracts contracts, Fields costs) {
        Set<String> currencies = new LinkedHashSet<>();
        contracts.tariffs().forEach(tariff -> currencies.add(tariff.currency()));
        if (currencies.size() > 1) {
            problems.add(costs.position(), costs.path(), "One currency, not " + String.join(" and ", currencies) + ".");
        }
    }

    /** What a failed start is worth, or null; "2.50 USD", or the number alone because a scenario has one currency. */
    private static BigDecimal failedStart(Fields value, Contracts contracts) {
        String text = value.text("failed-start", "").strip();
        value.done();
        if (text.isEmpty()) {
            return null;
        }
        String currency = contracts.currency();
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?( ?" + currency + ")?")) {
            return new BigDecimal(text.replaceAll("[ A-Z]", ""));
        }
        value.problem(
                "failed-start",
                "'" + text + "' is no amount in " + currency + ".",
                "For example 2.50 " + currency + ".");
        return null;
    }
}
