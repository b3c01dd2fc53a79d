package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "BANDWIDTH, 5Mbps, 5e6",
        "BANDWIDTH, 700kbps, 7e5",
        "BANDWIDTH, 10 Gbps, 1e10",
        "BANDWIDTH, 2MBps, 16e6",
        "BANDWIDTH, 2MB/s, 16e6",
        "BANDWIDTH, 1Mibps, 1048576",
        "BANDWIDTH, 0bps, 0",
        "DURATION, 4s, 4",
        "DURATION, 250ms, 0.25",
        "DURATION, 2min, 120",
        "DURATION, 2h10min, 7800",
        "DURATION, 2h 10min, 7800",
        "DURATION, -15min, -900",
        "DURATION, -1min30s, -90",
        "DURATION, 1.5h, 5400",
        "SIZE, 1GiB, 1073741824",
        "SIZE, 2.5GB, 2.5e9",
        "SIZE, 300B, 300",
        "SHARE, 38%, 0.38",
        "SHARE, 5.8%, 0.058",
        "SHARE, 0.5%, 0.005",
        "COUNT, 20k, 20000",
        "COUNT, 1M, 1e6",
        "COUNT, 12, 12",
        "RATE, 100/s, 100",
        "RATE, 2.5k/s, 2500",
    })
    void shouldReadExactly(Kind kind, String text, double expected) {
        Quantities.Parsed parsed = Quantities.parse(text, kind);

        assertThat(parsed.message()).isNull();
        assertThat(parsed.value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BANDWIDTH | 10Mpbs  | '10Mpbs' is not a bandwidth.  | Maybe you meant 10Mbps.
                    BANDWIDTH | 5       | '5' has no unit.              | Maybe you meant 5Mbps or 5Gbps.
                    BANDWIDTH | 5Kbps   | '5Kbps' is not a bandwidth.   | Maybe you meant 5kbps.
                    BANDWIDTH | 5Mb     | '5Mb' is not a bandwidth.     | Maybe you meant 5Mbps.
                    BANDWIDTH | fast    | 'fast' is not a bandwidth.    |
                    BANDWIDTH | 4s      | '4s' is a duration, not a bandwidth. |
                    DURATION  | 5       | '5' has no unit.              | Maybe you meant 5s or 5ms.
                    SIZE      | 200     | '200' has no unit.            | Maybe you meant 200MB or 200GB.
                    SHARE     | 1.0     | '1.0' has no unit.            | Maybe you meant 100%.
                    SHARE     | 1       | '1' has no unit.              | Maybe you meant 1% or 100%.
                    DURATION  | 5m      | '5m' is not a duration.       | Maybe you meant 5min.
                    DURATION  | 10sec   | '10sec' is not a duration.    | Maybe you meant 10s.
                    DURATION  | 10min2h | '10min2h' is not a duration.  |
                    SIZE      | 3Mbps   | '3Mbps' is a bandwidth, not a size. |
                    SHARE     | 0.38    | '0.38' has no unit.           | Maybe you meant 38%.
                    SHARE     | 38      | '38' has no unit.             | Maybe you meant 38%.
                    COUNT     | 20K     | '20K' is not a count.         | Maybe you meant 20k.
                    RATE      | 100     | '100' has no unit.            | Maybe you meant 100/s.
                    """)
    void shouldSayWhatIsWrong(Kind kind, String text, String message, String hint) {
        Quantities.Parsed parsed = Quantities.parse(text, kind);

        assertThat(parsed.message()).isEqualTo(message);
        assertThat(parsed.hint()).isEqualTo(hint == null ? "" : hint);
    }

    @Test
    void shouldProposeNoUnitThatTheRangeForbids() {
        Range tenSeconds = new Range(0, 10, "from 0s to 10s");

        assertThat(Quantities.parse("30", Kind.DURATION, tenSeconds).hint()).isEqualTo("Maybe you meant 30ms.");
    }

    @ParameterizedTest
    @CsvSource({
        "BANDWIDTH, 5gbps, Maybe you meant 5Gbps (gigabits a second) or 5GBps (gigabytes a second).",
        "BANDWIDTH, 5mb, Maybe you meant 5Mbps (megabits a second) or 5MBps (megabytes a second).",
        "BANDWIDTH, 5MBPS, Maybe you meant 5Mbps (megabits a second) or 5MBps (megabytes a second).",
        "SIZE, 5mb, Maybe you meant 5MB (megabytes) or 5Mb (megabits).",
    })
    void shouldNameBothReadings(Kind kind, String text, String hint) {
        Quantities.Parsed parsed = Quantities.parse(text, kind);

        assertThat(parsed.message()).isEqualTo("'" + text + "' is ambiguous: b is bit, B is byte.");
        assertThat(parsed.hint()).isEqualTo(hint);
    }

    @Test
    void shouldNeverThrow() {
        for (String text : new String[] {"", " ", "-", "%", "1e9", "NaN", "∞", "5Mbps5", "1".repeat(400), "٣s"}) {
            for (Kind kind : Kind.values()) {
                assertThat(Quantities.parse(text, kind).ok()).isFalse();
            }
        }
    }
}
