package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.MetricWord;
import org.swarmload.study.RunFigures.Figure;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.sweep.PointResult;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepResult;
import org.swarmload.yaml.Vary;

/** A sweep in tables: the same for the terminal and the page. */
public final class SweepTables {
    /** Single runs that are named in a cell; the point's file has them all. */
    private static final int MOST_DIGESTS = 2;

    private final SweepResult sweep;
    private final SweepDesign design;

    public SweepTables(SweepResult sweep) {
        this.sweep = sweep;
        this.design = sweep.design();
    }

    /** Points and deliveries downwards, metrics across: means and half the 95 % interval. */
    public Table main(List<AskedMetric> metrics) {
        List<String> heads = new ArrayList<>();
        design.varies().forEach(vary -> heads.add(head(vary)));
        heads.add("delivery");
        boolean promised = sweep.done().stream()
                .flatMap(done -> done.result().deliveries().stream())
                .anyMatch(delivery -> !delivery.promises().isEmpty());
        if (promised) {
            heads.add("objectives");
        }
        metrics.forEach(metric -> heads.add(head(metric)));
        List<Row> rows = new ArrayList<>();
        for (SweepResult.Done done : sweep.done()) {
            for (PointResult.Delivery delivery : done.result().deliveries()) {
                rows.add(row(done, delivery, metrics, promised));
            }
        }
        return new Table(
                design.replications() == 1
                        ? "Every point; one replication of each"
                        : "Every point: means of " + design.replications()
                                + " replications, ± half of the 95 % interval",
                true,
                heads,
                rows);
    }

    /** The last step of the path, unless another has the same. */
    private String head(Vary vary) {
        String last = last(vary);
        boolean alone =
                design.varies().stream().filter(one -> last(one).equals(last)).count() == 1;
        return alone ? last : vary.path();
    }

    private String head(AskedMetric metric) {
        boolean money =
                metric.word().unit() == MetricWord.Unit.MONEY && !sweep.done().isEmpty();
        return metric.name() + (money ? " " + sweep.done().get(0).result().currency() : "");
    }

    private static String last(Vary vary) {
        return vary.path().substring(vary.path().lastIndexOf('.') + 1);
    }

    private Row row(SweepResult.Done done, PointResult.Delivery delivery, List<AskedMetric> metrics, boolean promised) {
        List<Cell> cells = new ArrayList<>();
        List<String> values = done.result().values();
        values.subList(1, values.size()).forEach(value -> cells.add(Cell.of(value)));
        cells.add(Cell.of(delivery.name()));
        if (promised) {
            cells.add(Cell.of(said(verdict(delivery)) + held(delivery)));
        }
        for (AskedMetric metric : metrics) {
            Figure figure = delivery.figures().get(metric.name());
            cells.add(figure == null ? Cell.of("-") : cell(metric, figure));
        }
        return new Row(values.get(0), cells);
    }

    private static Cell cell(AskedMetric metric, Figure figure) {
        String text = metric.say(figure.mean()) + (figure.ci95() == null ? "" : " ± " + metric.say(figure.ci95()));
        return new Cell(text, new Quantity(metric.name(), figure.mean(), text));
    }

    /** Of all objectives together: one that is missed is enough. */
    static Verdict verdict(PointResult.Delivery delivery) {
        Verdict all = Verdict.MET;
        for (PointResult.Promise promise : delivery.promises()) {
            boolean worse =
                    promise.verdict() == Verdict.MISSED || promise.verdict() == Verdict.UNDECIDED && all == Verdict.MET;
            all = worse ? promise.verdict() : all;
        }
        return all;
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case MET -> "✓ met";
            case MISSED -> "✗ missed";
            case UNDECIDED -> "? undecided";
        };
    }

    /** The verdict is on the mean; with unknowns, on how many nights it is kept. */
    private static String held(PointResult.Delivery delivery) {
        return delivery.held() == null
                ? ""
                : ", on " + delivery.held().held() + " of "
                        + Unit.COUNT.say(delivery.held().nights(), "night");
    }

    /** What ran where: of each point its viewers, the digest of all of its runs, and that of each. */
    Table digests() {
        List<Row> rows = new ArrayList<>();
        for (SweepResult.Done done : sweep.done()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(Unit.COUNT.say(done.point().scenario().audience().viewers())));
            cells.add(Cell.of(done.result().digest()));
            done.result().deliveries().forEach(delivery -> cells.add(Cell.of(runs(delivery))));
            rows.add(new Row(name(done), cells));
        }
        List<String> heads = new ArrayList<>(List.of("point", "viewers", "digest"));
        heads.addAll(design.deliveries());
        return new Table("Points and the digests of their runs", false, heads, rows);
    }

    private static String runs(PointResult.Delivery delivery) {
        List<String> digests =
                delivery.runs().stream().map(PointResult.Run::digest).toList();
        int more = digests.size() - MOST_DIGESTS;
        return String.join(" ", digests.subList(0, Math.min(digests.size(), MOST_DIGESTS)))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** "audience.viewers 50k, engine.cells 2". */
    String name(SweepResult.Done done) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < design.varies().size(); i++) {
            parts.add(
                    design.varies().get(i).path() + " " + done.point().values().get(i));
        }
        return String.join(", ", parts);
    }
}
