package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.MetricWord;
import org.swarmload.study.StudyResult.MetricValue;

/** The table that compares deliveries: the same in the terminal and in the report. */
public final class Comparison {
    private static final String NONE = "-";

    private final List<Night> nights;

    public Comparison(List<Night> nights) {
        this.nights = nights;
    }

    public Table table() {
        List<Column> columns = columns();
        List<String> heads = new ArrayList<>(List.of("delivery"));
        columns.forEach(column -> heads.add(column.head()));
        List<Row> rows = new ArrayList<>();
        for (Night night : nights) {
            rows.add(new Row(
                    night.name(),
                    columns.stream().map(column -> column.cell().apply(night)).toList()));
        }
        return new Table("Deliveries side by side (means over replications; peaks over 10 s)", true, heads, rows);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        boolean file = !nights.isEmpty() && nights.stream().allMatch(Night::isFile);
        columns.addAll(file ? downloads() : plays());
        columns.addAll(bytes());
        return columns;
    }

    /** What becomes of people who download a file. */
    private static List<Column> downloads() {
        return List.of(
                mean("have the file", MetricWord.VIEWERS_STARTED),
                mean("start fail- ures", MetricWord.START_FAILURES),
                mean("left before the end", MetricWord.EXITS_BEFORE_START),
                mean("503s", MetricWord.HTTP_503),
                new Column("com- plete p50", night -> completion(night, MetricValue::p50)),
                new Column("com- plete p95", night -> completion(night, MetricValue::p95)),
                new Column("com- plete max", night -> completion(night, MetricValue::max)),
                mean("down- loading on average", MetricWord.LEECHERS),
                mean("seeding on average", MetricWord.SEEDS_ONLINE));
    }

    private static Cell completion(Night night, Function<MetricValue, Double> statistic) {
        MetricValue value = night.result().metrics().get(MetricWord.COMPLETION_TIME.word());
        if (value == null || statistic.apply(value) == null) {
            return Cell.of(NONE);
        }
        Unit unit = statistic.apply(value) < 60 ? Unit.SECONDS : Unit.MINUTES;
        return Cell.of(Quantity.of("completion-time", statistic.apply(value), unit));
    }

    /** What becomes of people who watch. */
    private static List<Column> plays() {
        return List.of(
                mean("viewers started", MetricWord.VIEWERS_STARTED),
                mean("start fail- ures", MetricWord.START_FAILURES),
                mean("exits before start", MetricWord.EXITS_BEFORE_START),
                mean("503s", MetricWord.HTTP_503),
                new Column("start- up p50", night -> quantile(night, false)),
                new Column("start- up p95", night -> quantile(night, true)),
                mean("rebuf- fering", MetricWord.REBUFFERING_RATIO),
                new Column("gave up", night -> Cell.of(Quantity.of("gave-up", night.gaveUp(), Unit.SHARE))),
                new Column("Mbit per s played", Comparison::delivered));
    }

    private List<Column> bytes() {
        String currency = nights.isEmpty() ? "" : nights.get(0).currency();
        return List.of(
                peak("peak Gbps origin", MetricWord.ORIGIN_BPS_PEAK10S),
                peak("peak Gbps edges", MetricWord.EDGE_BPS_PEAK10S),
                peak("peak Gbps seeds", MetricWord.SEED_BPS_PEAK10S),
                peak("peak Gbps peers", MetricWord.PEER_BPS_PEAK10S),
                mean("offload", MetricWord.OFFLOAD),
                new Column(
                        ("cost " + currency).strip(),
                        night -> night.hasBill()
                                ? Cell.of(Quantity.of("cost", night.cost(), Unit.MONEY))
                                : Cell.of(NONE)));
    }

    private record Column(String head, Function<Night, Cell> cell) {}

    private static Column mean(String head, MetricWord word) {
        return new Column(head, night -> {
            MetricValue value = night.result().metrics().get(word.word());
            return value == null ? Cell.of(NONE) : Cell.of(Metrics.quantity(word, value.mean()));
        });
    }

    private static Column peak(String head, MetricWord word) {
        return new Column(head, night -> {
            MetricValue value = night.result().metrics().get(word.word());
            if (value == null || value.mean() == 0) {
                return Cell.of(NONE);
            }
            return Cell.of(new Quantity(word.word(), value.mean(), Unit.gigabits(value.mean())));
        });
    }

    /** Bits per second played: of the picture, and of what was fetched and never played. */
    private static Cell delivered(Night night) {
        MetricValue value = night.result().metrics().get(MetricWord.MEAN_BITRATE.word());
        return value == null
                ? Cell.of(NONE)
                : Cell.of(new Quantity(
                        MetricWord.MEAN_BITRATE.word(), value.mean(), Unit.NUMBER.say(value.mean() / 1e6)));
    }

    private static Cell quantile(Night night, boolean p95) {
        MetricValue value = night.result().metrics().get(MetricWord.STARTUP_TIME.word());
        Double seconds = value == null ? null : p95 ? value.p95() : value.p50();
        if (seconds == null || night.mean(run -> run.outcomes().started()) == 0) {
            return Cell.of(NONE);
        }
        return Cell.of(Quantity.of("startup-time." + (p95 ? "p95" : "p50"), seconds, Unit.SECONDS));
    }
}
