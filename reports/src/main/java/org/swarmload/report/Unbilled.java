package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.swarmload.cost.Billing;
import org.swarmload.cost.Contracts;
import org.swarmload.cost.EventUse;

/** Deliveries whose cost nobody knows, and why: an unknown bill is not a cheap one. */
final class Unbilled {
    private Unbilled() {}

    /** "no price list for peers". */
    static String why(Contracts contracts, Night night) {
        if (contracts.isEmpty()) {
            return "no tariff is set";
        }
        String payers = String.join(
                ", ",
                Billing.unpriced(
                        contracts,
                        night.result().runs().stream()
                                .map(run -> EventUse.of(run.ledger()))
                                .toList()));
        return payers.isEmpty() ? "no price list bills what it uses" : "no price list for " + payers;
    }

    /** "What p2p and hybrid cost is unknown: no price list for peers", of those without a bill; empty if all have one. */
    static Optional<String> said(Contracts contracts, List<Night> nights) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        nights.stream()
                .filter(night -> !night.hasBill())
                .forEach(night -> names.computeIfAbsent(why(contracts, night), reason -> new ArrayList<>())
                        .add(night.name()));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.entrySet().stream()
                        .map(one -> "What " + PlanWords.and(one.getValue())
                                + (one.getValue().size() == 1 ? " costs" : " cost") + " is unknown: " + one.getKey())
                        .collect(Collectors.joining(". ")));
    }
}
