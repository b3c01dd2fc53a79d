package org.swarmload.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.swarmload.cost.Tariff;

/**
 * Who is billed by which tariff. A payer without a tariff costs nothing.
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
