package org.swarmload.scenario;

import java.math.BigDecimal;
import java.util.Map;
import org.swarmload.cost.Contracts;
import org.swarmload.cost.Tariff;

/**
 * What planners say of money. What a delivery costs is unknown when a payer without a price list sends bytes.
 *
 * @param contracts who is billed by what
 * @param failedStart what a viewer is worth who ends without a frame; null when nobody says. No bill has it
 */
public record Costs(Contracts contracts, BigDecimal failedStart) {
    /** Nothing is said. */
    public static final Costs NONE = new Costs(Contracts.NONE, null);

    /** One price list for each payer. */
    public static Costs of(Map<String, Tariff> tariffs) {
        return new Costs(Contracts.of(tariffs), null);
    }

    public boolean isEmpty() {
        return contracts.isEmpty();
    }
}
