package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.server.CacheExchange;
import org.swarmload.sim.server.ServerPool;

/** All cells of a model driven by hand behind an open door, so that a test sees each viewer; nobody reloads. */
final class CellRun {
    private final CellPlan plan;
    private final List<CellResult> results = new ArrayList<>();

    CellRun(ModelSpec spec, long roundMicros) {
        plan = new CellPlan(spec, new Audience(spec));
        int cells = plan.cells();
        int[][] dealt = new int[cells][];
        Cell[] run = new Cell[cells];
        double[] population = new double[cells];
        for (int c = 0; c < cells; c++) {
            int cell = c;
            dealt[c] = IntStream.range(0, plan.audience().viewers())
                    .filter(v -> plan.audience().cellOf(v, cells) == cell)
                    .toArray();
            run[c] = new Cell(plan, c, dealt[c]);
            population[c] = (double) dealt[c].length / plan.audience().viewers();
        }
        RoundInput.Admissions[] arrivals =
                Arrays.stream(dealt).map(this::arrivals).toArray(RoundInput.Admissions[]::new);
        ServerPool[] pools = new ServerPool[plan.servers()];
        Arrays.setAll(pools, s -> new ServerPool(plan, s, population));
        RoundOutput[] outputs = new RoundOutput[cells];
        Arrays.fill(outputs, RoundOutput.none(plan.servers()));
        for (long from = 0; from < spec.endMicros(); from += roundMicros) {
            outputs = round(run, pools, arrivals, outputs, from, from + roundMicros);
        }
        for (Cell cell : run) {
            results.add(cell.finish(spec.endMicros()));
        }
    }

    private RoundInput.Admissions arrivals(int[] viewers) {
        int[] order = Arrays.stream(viewers)
                .boxed()
                .sorted(Comparator.comparingLong(v -> plan.audience().pressMicros(v)))
                .mapToInt(v -> v)
                .toArray();
        long[] press =
                Arrays.stream(order).mapToLong(plan.audience()::pressMicros).toArray();
        return new RoundInput.Admissions(order, press, press, new int[order.length], new boolean[order.length]);
    }

    private RoundOutput[] round(
            Cell[] cells,
            ServerPool[] pools,
            RoundInput.Admissions[] arrivals,
            RoundOutput[] last,
            long from,
            long to) {
        RoundInput.Grant[][] grants = new RoundInput.Grant[pools.length][];
        for (int s = 0; s < pools.length; s++) {
            int server = s;
            grants[s] = pools[s].grant(
                    Arrays.stream(last).map(o -> o.demands()[server]).toArray(RoundOutput.Demand[]::new), from);
        }
        RoundInput.CacheEvents[] orders = CacheExchange.orders(plan, last);
        RoundInput.CacheEvents updates = CacheExchange.updates(last);
        RoundOutput[] outputs = new RoundOutput[cells.length];
        for (int c = 0; c < cells.length; c++) {
            int cell = c;
            RoundInput.Grant[] own = Arrays.stream(grants).map(g -> g[cell]).toArray(RoundInput.Grant[]::new);
            RoundInput.Admissions some = between(arrivals[c], from, to);
            outputs[c] = cells[c].run(new RoundInput(from, to, some, own, updates, orders[c]));
        }
        return outputs;
    }

    private static RoundInput.Admissions between(RoundInput.Admissions all, long from, long to) {
        int first = firstAt(all.atMicros(), from);
        int last = firstAt(all.atMicros(), to);
        return new RoundInput.Admissions(
                Arrays.copyOfRange(all.viewer(), first, last),
                Arrays.copyOfRange(all.atMicros(), first, last),
                Arrays.copyOfRange(all.pressMicros(), first, last),
                Arrays.copyOfRange(all.press(), first, last),
                Arrays.copyOfRange(all.refused(), first, last));
    }

    private static int firstAt(long[] ascending, long time) {
        int at = 0;
        int end = ascending.length;
        while (at < end) {
            int middle = (at + end) >>> 1;
            if (ascending[middle] < time) {
                at = middle + 1;
            } else {
                end = middle;
            }
        }
        return at;
    }

    /** Share of the viewers of a device class who pressed play at or after that time and never saw a frame. */
    double failedShare(int device, long fromMicros) {
        long all = 0;
        long failed = 0;
        for (CellResult result : results) {
            Viewers viewers = result.viewers();
            for (int v = 0; v < viewers.count; v++) {
                int who = viewers.number[v];
                if (plan.audience().device(who) == device && plan.audience().pressMicros(who) >= fromMicros) {
                    all++;
                    failed += viewers.startupMicros.get(v) < 0 ? 1 : 0;
                }
            }
        }
        return (double) failed / all;
    }

    java.util.List<Long> digests() {
        return results.stream().map(CellResult::digest).toList();
    }

    long attempts() {
        return results.stream().mapToLong(r -> r.ledger().attempts).sum();
    }

    long refusals() {
        return results.stream().mapToLong(r -> r.ledger().http503).sum();
    }
}
