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

    /** What a crowd that many times as large would have used. */
    public EventUse times(double factor) {
        List<LedgerLine> lines = ledger.stream()
                .map(line -> new LedgerLine(
                        line.binStartMicros(),
                        line.payer(),
                        Math.round(line.bytes() * factor),
                        Math.round(line.requests() * factor)))
                .toList();
        return new EventUse(lines, viewerHours * factor, mostViewers * factor);
    }
}
