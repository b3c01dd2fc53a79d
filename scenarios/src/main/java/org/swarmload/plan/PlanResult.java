package org.swarmload.plan;

import java.util.List;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.scenario.Scenario;

/**
 * What to order.
 *
 * @param deliveries what was found of each, in the scenario's order
 * @param recommended the cheapest that holds, also on nights that the search did not see; null when none does
 * @param written each delivery as the scenario has it: what comes of doing nothing
 * @param tornado the recommended order, and with less and more of what nobody knows for sure
 * @param headroom the recommended order for all viewers, with a great edge lost and with more of them
 * @param recommendedYaml the scenario with the recommended order, and that delivery alone; null when there is none
 * @param runs simulations in all
 * @param digest over the certificate's runs; 0 when there is none
 */
public record PlanResult(
        Scenario scenario,
        List<DeliveryPlan> deliveries,
        DeliveryPlan recommended,
        List<WhatIf.Case> written,
        List<WhatIf.Case> tornado,
        List<WhatIf.Case> headroom,
        String recommendedYaml,
        int runs,
        long digest) {
    public PlanResult {
        deliveries = List.copyOf(deliveries);
        written = List.copyOf(written);
        tornado = List.copyOf(tornado);
        headroom = List.copyOf(headroom);
    }

    public boolean isRecommended(DeliveryPlan plan) {
        return recommended != null && recommended.delivery().equals(plan.delivery());
    }

    /** Whether something holds, nothing does, or more nights have to tell. */
    public Outcome outcome() {
        if (recommended != null) {
            return Outcome.HOLDS;
        }
        boolean open = deliveries.stream().anyMatch(plan -> plan.outcome() == Outcome.UNDECIDED);
        return open ? Outcome.UNDECIDED : Outcome.NONE;
    }
}
