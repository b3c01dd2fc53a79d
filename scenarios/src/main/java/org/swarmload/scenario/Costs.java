package org.swarmload.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.swarmload.cost.Tariff;

/**
 * Who is billed by which tariff. What a delivery costs is unknown when a payer without a tariff sends bytes.
 *
 * @param tariffs by payer: origin, edges, seeds, peers
 */
public record Costs(Map<String, Tariff> tariffs) {
    public Costs {
        tariffs = Collections.unmodifiableMap(new LinkedHashMap<>(tariffs));
    }

    public boolean isEmpty() {
        return tariffs.isEmpty();
    }
}
