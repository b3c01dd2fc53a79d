package org.swarmload.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksTest {
    static List<String> ids() {
        return Checks.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldPass(String id) {
        try (Lab lab = new Lab(24)) {
            assertThat(Checks.of(id).orElseThrow().run(lab))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.pass()).as(row.toString()).isTrue());
        }
    }

    @Test
    void shouldHaveEachIdOnce() {
        assertThat(Checks.ids()).doesNotHaveDuplicates().isSorted().contains("o-18", "o-19", "o-22", "o-24");
    }

    @Test
    void shouldBeShortBeyondTheTolerance() {
        Rows rows = new Rows();
        rows.near("a", 1, 1.11, 0.1);
        rows.near("b", 1, 1.09, 0.1);
        rows.printed("c", 0.12, 0.1251, 2);
        rows.printed("d", 0.12, 0.1249, 2);
        rows.exact("e", 5, 5.00001);
        rows.exact("f", 5, 5.000001);
        rows.near("g", 1, Double.NaN, 1);
        rows.equal("h", 5L, 6L);
        rows.atMost("i", 5, 5.1);
        assertThat(rows.list())
                .extracting(CheckRow::pass)
                .containsExactly(false, true, false, true, false, true, false, false, false);
    }
}
