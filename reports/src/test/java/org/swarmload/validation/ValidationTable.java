package org.swarmload.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.swarmload.validation.CaseResult.Row;

/** All cases as people and machines read them. */
record ValidationTable(List<CaseResult> cases, Map<String, String> knownShort, double seconds) {
    private static final List<String> HEADS = List.of("case", "quantity", "expected", "got", "runs", "verdict");

    /** One line for each claim, and below a case's claims the classes that ran. */
    String text() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        line(text, HEADS, widths);
        for (CaseResult one : cases) {
            for (Row row : one.rows()) {
                line(text, cells(one, row), widths);
            }
            if (!one.parts().isEmpty()) {
                text.append("    ran ").append(String.join(", ", one.parts())).append('\n');
            }
        }
        long shorts = cases.stream().filter(one -> !one.pass()).count();
        text.append(String.format(
                Locale.ROOT,
                "%d cases, %d claims, %d cases short, %.0f s%n",
                cases.size(),
                cases.stream().mapToInt(one -> one.rows().size()).sum(),
                shorts,
                seconds));
        knownShort.forEach((id, reason) -> text.append("known to be short: ")
                .append(id)
                .append(", ")
                .append(reason)
                .append('\n'));
        return text.toString();
    }

    /** Ids of cases that are short, and nobody knew. */
    List<String> unforeseen() {
        return cases.stream()
                .filter(one -> !one.pass() && !knownShort.containsKey(one.id()))
                .map(CaseResult::id)
                .toList();
    }

    /** Ids of cases that are said to be short and passed: the list must not excuse what comes later. */
    List<String> noLongerShort() {
        return cases.stream()
                .filter(one -> one.pass() && knownShort.containsKey(one.id()))
                .map(CaseResult::id)
                .toList();
    }

    String json() throws JsonProcessingException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    }

    private List<String> cells(CaseResult one, Row row) {
        String verdict = row.pass() ? "pass" : knownShort.containsKey(one.id()) ? "short (known)" : "short";
        return List.of(one.id(), row.what(), row.expected(), row.got(), row.runs(), verdict);
    }

    private int[] widths() {
        int[] widths = HEADS.stream().mapToInt(String::length).toArray();
        for (CaseResult one : cases) {
            for (Row row : one.rows()) {
                List<String> cells = cells(one, row);
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], Math.min(60, cells.get(i).length()));
                }
            }
        }
        return widths;
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length()) + 2));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
