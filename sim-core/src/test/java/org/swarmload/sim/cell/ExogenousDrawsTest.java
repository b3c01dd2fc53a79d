package org.swarmload.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.Premiere;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.ModelSpec;

/** The same people, one by one, in every delivery and however they are dealt to cells (common random numbers). */
class ExogenousDrawsTest {
    private static final int VIEWERS = 500;

    /** What each viewer brings, by number, as the cells of a run keep it or ask the audience for it. */
    private static Map<String, long[]> drawsOf(ModelSpec spec) {
        CellPlan plan = new CellPlan(spec, new Audience(spec));
        Map<String, long[]> draws = new LinkedHashMap<>();
        Audience audience = plan.audience();
        put(draws, "press", audience::pressMicros);
        put(draws, "device", audience::device);
        put(draws, "region", audience::region);
        put(draws, "access", audience::access);
        put(draws, "upBps", audience::upBps);
        put(draws, "downBps", audience::downBps);
        put(draws, "rtt", audience::rttMicros);
        put(draws, "stay", audience::stayMicros);
        put(draws, "patience", v -> audience.patienceMicros(v, 0));
        put(draws, "patience of the second press", v -> audience.patienceMicros(v, 1));
        put(draws, "patience with the third stall", v -> audience.stallPatienceMicros(v, 2));
        put(draws, "retry", v -> audience.retryDelayMicros(v, -1, 1));
        put(draws, "reload", v -> audience.reloadDelayMicros(v, 0));
        putKept(draws, plan);
        return draws;
    }

    private static void put(Map<String, long[]> draws, String name, IntToLongFunction draw) {
        draws.put(name, IntStream.range(0, VIEWERS).mapToLong(draw::applyAsLong).toArray());
    }

    private static void putKept(Map<String, long[]> draws, CellPlan plan) {
        long[] down = new long[VIEWERS];
        long[] rtt = new long[VIEWERS];
        long[] stay = new long[VIEWERS];
        int seen = 0;
        for (int c = 0; c < plan.cells(); c++) {
            int cell = c;
            int[] numbers = IntStream.range(0, VIEWERS)
                    .filter(v -> plan.audience().cellOf(v, plan.cells()) == cell)
                    .toArray();
            Viewers viewers = new Viewers(plan, numbers);
            for (int v = 0; v < numbers.length; v++) {
                down[numbers[v]] = Double.doubleToRawLongBits(viewers.down(v));
                rtt[numbers[v]] = viewers.rttMicros(v);
                stay[numbers[v]] = viewers.stayMicros(v);
            }
            seen += numbers.length;
        }
        assertThat(seen).isEqualTo(VIEWERS);
        draws.put("downlink in the cell", down);
        draws.put("round trip in the cell", rtt);
        draws.put("stay in the cell", stay);
    }

    private static void assertSame(Premiere premiere, Map<String, long[]> reference) {
        drawsOf(premiere.spec())
                .forEach((name, values) -> assertThat(values)
                        .as("%s of %s with %d cells", name, premiere.delivery(), premiere.cells())
                        .containsExactly(reference.get(name)));
    }

    @Test
    void shouldBeEqualInEveryDeliveryAndCellCount() {
        Map<String, long[]> reference =
                drawsOf(Premiere.of("client-server", VIEWERS).withCells(1).spec());
        for (String delivery : List.of("client-server", "cdn", "p2p", "hybrid")) {
            for (int cells : new int[] {1, 8}) {
                Premiere premiere = Premiere.of(delivery, VIEWERS).withCells(cells);
                assertSame(premiere, reference);
                assertSame(premiere.withCapacity(0.3).withFault().paranoid(), reference);
            }
        }
    }

    @Test
    void shouldBeOthersForAnotherSeed() {
        Map<String, long[]> reference =
                drawsOf(Premiere.of("hybrid", VIEWERS).withCells(1).spec());
        Map<String, long[]> others =
                drawsOf(Premiere.of("hybrid", VIEWERS).withCells(1).withSeed(8).spec());
        for (String name : List.of("press", "device", "region", "downBps", "upBps", "patience", "retry", "reload")) {
            assertThat(Arrays.equals(others.get(name), reference.get(name)))
                    .as(name)
                    .isFalse();
        }
    }

    /** A drawn list that is constant would be equal everywhere and say nothing. */
    @Test
    void shouldDifferBetweenViewers() {
        drawsOf(Premiere.of("hybrid", VIEWERS).spec()).forEach((name, values) -> {
            if (!name.startsWith("stay")) {
                assertThat(Arrays.stream(values).distinct().count()).as(name).isGreaterThan(1);
            }
        });
    }
}
