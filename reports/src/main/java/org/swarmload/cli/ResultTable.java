package org.swarmload.cli;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.report.Report;

/** A report's table as aligned text. Heads are broken at spaces, so that columns stay as narrow as their figures. */
final class ResultTable {
    private static final int NAME = 24;

    private final Report.Table table;

    ResultTable(Report.Table table) {
        this.table = table;
    }

    List<String> lines() {
        List<String[]> heads =
                table.columns().stream().map(column -> column.split(" ")).toList();
        int[] widths = widths(heads);
        int height = heads.stream().mapToInt(head -> head.length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            List<String> words = new ArrayList<>();
            for (String[] head : heads) {
                int word = line - (height - head.length);
                words.add(word < 0 ? "" : head[word]);
            }
            lines.add(line(words, widths));
        }
        int all = -2;
        for (int width : widths) {
            all += width + 2;
        }
        lines.add("-".repeat(Math.max(0, all)));
        for (Report.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(name(row)));
            row.cells().forEach(cell -> cells.add(cell.text()));
            lines.add(line(cells, widths));
        }
        return lines;
    }

    private int[] widths(List<String[]> heads) {
        int[] widths = new int[heads.size()];
        for (int column = 0; column < widths.length; column++) {
            for (String word : heads.get(column)) {
                widths[column] = Math.max(widths[column], word.length());
            }
            for (Report.Row row : table.rows()) {
                String text =
                        column == 0 ? name(row) : row.cells().get(column - 1).text();
                widths[column] = Math.max(widths[column], text.length());
            }
        }
        return widths;
    }

    private static String name(Report.Row row) {
        return row.name().length() <= NAME ? row.name() : row.name().substring(0, NAME - 1) + "…";
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String padding = " ".repeat(widths[column] - cells.get(column).length());
            line.append(column == 0 ? "" : "  ");
            line.append(column == 0 ? cells.get(column) + padding : padding + cells.get(column));
        }
        return line.toString().stripTrailing();
    }
}
