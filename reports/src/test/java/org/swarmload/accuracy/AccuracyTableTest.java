package org.swarmload.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyTableTest {
    private static final Mode EIGHT = new Mode("8", "8", "auto");
    private static final AccuracyTable TABLE =
            new AccuracyTable(List.of(made("night", Mode.AUTO, 1), made("night", EIGHT, 1.05)), 10);

    /** All quantities are 100 in the exact mode, but there are no refusals, and two ratios are 0.5 %. */
    private static Comparison made(String regime, Mode mode, double factor) {
        Map<Measured, double[]> exact = new EnumMap<>(Measured.class);
        Map<Measured, double[]> large = new EnumMap<>(Measured.class);
        for (Measured measured : Measured.values()) {
            double value = switch (measured) {
                case HTTP_503 -> 0;
                case REBUFFERING, START_FAILURES -> 0.005;
                default -> 100;
            };
            exact.put(measured, new double[] {value, value, value});
            large.put(measured, new double[] {value * factor, value * factor, value * factor});
        }
        return Comparison.of(regime, mode, new Sample(1, exact), new Sample(2, large));
    }

    @Test
    void shouldHaveARowForEachMode() {
        List<String> lines = TABLE.markdown().lines().toList();

        assertThat(lines.get(0)).startsWith("| regime | mode | start-up p50 |");
        assertThat(lines.get(2)).startsWith("| night | exact | 100 s |");
        assertThat(lines.get(3)).isEqualTo("| night | auto = 2 | = | = | = | = | 0 | = | = | = | = | = |");
        assertThat(lines.get(4)).startsWith("| night | 8 | +5.00 ± 0.00 % ✗ |");
        assertThat(lines.subList(0, 5))
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(3 + Measured.values().length));
    }

    @Test
    void shouldSayDifferencesInTheUnitOfTheLimit() {
        assertThat(text(Measured.STARTUP_P50, 1, 1.002)).isEqualTo("+2.0 ± 0.0 ms ✓");
        assertThat(text(Measured.STARTUP_P50, 4, 3.8)).isEqualTo("-5.00 ± 0.00 % ✗");
        assertThat(text(Measured.REBUFFERING, 0.001, 0.002)).isEqualTo("+0.100 ± 0.000 pp ✗");
        assertThat(text(Measured.OFFLOAD, 0.9, 0.9)).isEqualTo("=");
        assertThat(text(Measured.EDGE_BYTES, 0, 5e9)).isEqualTo("+5.00 GB ± 0 B ✗");
    }

    private static String text(Measured measured, double exact, double large) {
        return AccuracyTable.text(
                measured, Difference.of(new double[] {exact, exact}, new double[] {large, large}, measured.floor()));
    }

    @Test
    void shouldListWhatIsOutside() {
        String list = TABLE.markdown().substring(TABLE.markdown().indexOf("Outside:"));

        assertThat(list).contains("- night, 8: start-up p50 +5.00 ± 0.00 %, ").doesNotContain("auto");
        // 5 % of 0.5 % is half of the floor.
        assertThat(list).doesNotContain("503s", "start failures", "rebuffering").endsWith("Undecided:\n\n- nothing\n");
        assertThat(TABLE.notWithin(Mode.AUTO)).isEmpty();
        assertThat(TABLE.notWithin(EIGHT)).contains("night, edge bytes +5.00 ± 0.00 % ✗");
    }
}
