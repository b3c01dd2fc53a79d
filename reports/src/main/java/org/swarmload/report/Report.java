package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.chart.Chart;

/**
 * A report as data: page one for the person who decides, then the evidence.
 *
 * @param verdict one sentence
 * @param figures three figures for page one
 * @param lead demand against capacity of the delivery that decides, or what else helps to decide
 * @param order what page one says in a table; null when it needs none
 */
public record Report(
        String title,
        String subtitle,
        boolean partial,
        Finding verdict,
        List<Headline> figures,
        Chart lead,
        List<Finding> recommendation,
        List<String> assumptions,
        List<Finding> changes,
        List<Section> sections,
        Table order) {

    public Report {
        figures = List.copyOf(figures);
        recommendation = List.copyOf(recommendation);
        assumptions = List.copyOf(assumptions);
        changes = List.copyOf(changes);
        sections = List.copyOf(sections);
    }

    /** A report whose page one needs no table. */
    public Report(
            String title,
            String subtitle,
            boolean partial,
            Finding verdict,
            List<Headline> figures,
            Chart lead,
            List<Finding> recommendation,
            List<String> assumptions,
            List<Finding> changes,
            List<Section> sections) {
        this(title, subtitle, partial, verdict, figures, lead, recommendation, assumptions, changes, sections, null);
    }

    /** A figure of page one and the same figure of the other deliveries. */
    public record Headline(String label, Quantity figure, String note, List<Quantity> others) {
        public Headline {
            others = List.copyOf(others);
        }
    }

    /** A sentence and the figures in it. */
    public record Finding(String sentence, List<Quantity> figures) {
        public Finding {
            figures = List.copyOf(figures);
        }

        static Finding of(String sentence, Quantity... figures) {
            return new Finding(sentence, List.of(figures));
        }
    }

    /** @param charts and tables stand below the findings, charts first */
    public record Section(String title, List<Finding> findings, List<Chart> charts, List<Table> tables) {
        public Section {
            findings = List.copyOf(findings);
            charts = List.copyOf(charts);
            tables = List.copyOf(tables);
        }
    }

    /**
     * @param open shown at once; other tables are unfolded by the reader
     * @param columns heads; the first column holds the names of the rows
     */
    public record Table(String caption, boolean open, List<String> columns, List<Row> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** @param cells one for each column but the first */
    public record Row(String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A word, or a figure with its value. */
    public record Cell(String text, Quantity figure) {
        static Cell of(Quantity figure) {
            return new Cell(figure.text(), figure);
        }

        static Cell of(String text) {
            return new Cell(text, null);
        }
    }

    /** All charts, the one of page one first. */
    public List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        if (lead != null) {
            charts.add(lead);
        }
        sections.forEach(section -> charts.addAll(section.charts()));
        return charts;
    }

    /** Every figure that a reader sees, in reading order. */
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(verdict.figures());
        for (Headline headline : figures) {
            all.add(headline.figure());
            all.addAll(headline.others());
        }
        recommendation.forEach(finding -> all.addAll(finding.figures()));
        changes.forEach(finding -> all.addAll(finding.figures()));
        List<Table> tables = new ArrayList<>();
        if (order != null) {
            tables.add(order);
        }
        for (Section section : sections) {
            section.findings().forEach(finding -> all.addAll(finding.figures()));
            tables.addAll(section.tables());
        }
        for (Table table : tables) {
            table.rows()
                    .forEach(row -> row.cells().stream()
                            .filter(cell -> cell.figure() != null)
                            .forEach(cell -> all.add(cell.figure())));
        }
        return all;
    }
}
