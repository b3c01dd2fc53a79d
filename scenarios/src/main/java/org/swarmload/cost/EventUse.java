package org.swarmload.cost;

import java.util.List;
import org.swarmload.sim.result.RunResult.LedgerLine;

/**
 * What one simulated event used.
 *
 * @param ledger bytes and requests by 5-minute bin, counted at senders
 * @param viewerHours hours of the title that were played
 * @param mostViewers present at once
 */
public record EventUse(List<LedgerLine> ledger, double viewerHours, double mostViewers) {
    public EventUse {
        ledger = List.copyOf(ledger);
    }

    /** An event of which only the bytes matter. */
    public static EventUse of(List<LedgerLine> ledger) {
        return new EventUse(ledger, 0, 0);
    }
}
