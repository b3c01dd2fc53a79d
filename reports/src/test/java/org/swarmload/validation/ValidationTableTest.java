package org.swarmload.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.validation.CaseResult.Row;

class ValidationTableTest {
    private static final ValidationTable TABLE = new ValidationTable(
            List.of(made("good", true), made("bad", false), made("known", false), made("mended", true), empty()),
            Map.of("known", "a reason", "mended", "a reason", "not-run", "a reason"),
            1);

    private static CaseResult made(String id, boolean pass) {
        return new CaseResult(id, List.of(new Row("what", "1", "2", "-", pass, "")), List.of(), "", 1);
    }

    private static CaseResult empty() {
        return new CaseResult("says-nothing", List.of(), List.of(), "", 1);
    }

    @Test
    void shouldTellWhatIsShortFromWhatIsKnownToBe() {
        assertThat(TABLE.unforeseen()).containsExactly("bad", "says-nothing");
        assertThat(TABLE.noLongerShort()).containsExactly("mended");
        assertThat(TABLE.text()).contains("short (known)", "3 cases short");
    }
}
