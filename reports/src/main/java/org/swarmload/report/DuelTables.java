package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.duel.DuelMetric;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.PairOutcome;
import org.swarmload.duel.Ranking;
import org.swarmload.duel.Ranking.Place;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;

/** Rankings as tables: the same in the terminal and on the page. */
public final class DuelTables {
    private DuelTables() {}

    /** Pickers by metrics: mean and rank. */
    public static Table ranking(DuelResult result) {
        List<String> heads = new ArrayList<>(List.of("picker"));
        result.rankings().forEach(ranking -> heads.add(head(ranking.metric())));
        List<Row> rows = new ArrayList<>();
        for (String picker : result.pickers()) {
            List<Cell> cells = new ArrayList<>();
            for (Ranking ranking : result.rankings()) {
                Place place = ranking.place(picker);
                Quantity mean = DuelWords.quantity(ranking.metric(), place.mean());
                cells.add(new Cell(mean.text() + (ranking.allTie() ? "  =" : "  #" + place.rank()), mean));
            }
            rows.add(new Row(picker, cells));
        }
        return new Table(
                "Means over replications with their rank; # 1 is best, who cannot be told apart shares a rank, = is a tie"
                        + " of all",
                true,
                heads,
                rows);
    }

    private static String head(DuelMetric metric) {
        return switch (metric) {
            case STARTUP -> "start- up";
            case REBUFFERING -> "rebuf- fering";
            case COMPLETION -> "com- pletion";
            case UNSERVED -> "un- served";
            case OFFLOAD -> "offload";
            case SERVER_BYTES -> "server bytes";
            case FAIRNESS -> "class fairness";
            case IN_ORDER -> "in order";
        };
    }

    /** Every pair of one metric with its interval. */
    static Table pairs(Ranking ranking) {
        List<Row> rows = new ArrayList<>();
        for (PairOutcome pair : ranking.pairs()) {
            rows.add(new Row(pair.first() + " - " + pair.second(), List.of(Cell.of(DuelWords.said(pair)))));
        }
        return new Table(
                ranking.metric().meaning() + ": every pair; the intervals hold together with 95 %",
                false,
                List.of("pair", "difference"),
                rows);
    }
}
