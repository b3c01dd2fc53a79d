package org.swarmload.sim.cell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.swarmload.sim.door.ServiceUse;
import org.swarmload.sim.model.ServiceSpec;

/**
 * What part of each resource was used, and whom it turned away, bin by bin. Of what it could have given: capacity is what
 * faults and other traffic leave; where nothing is left, nothing is used. The names of resources: {@code door:SERVICE}
 * (its servers' time), {@code places:SERVICE}, {@code link:POOL} (bytes sent), {@code room:POOL} (connections, or rate
 * that sessions reserve; of limited pools alone) and {@code uplinks:peers}; a pool is named as its payer.
 */
final class ResourceUse {
    private static final String USE = "use:";
    private static final String REFUSED = "refused:";
    private static final double KBIT_MICROS_PER_BYTE = 8_000;

    /** So many servers a service has that only limits sessions. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private interface Capacity {
        double at(long micros);
    }

    private final CellPlan plan;
    private final List<ServiceUse> services;
    private final long endedAtMicros;
    /** Times at which a capacity may change, ascending. */
    private final long[] changes;

    ResourceUse(CellPlan plan, List<ServiceUse> services, long endedAtMicros) {
        this.plan = plan;
        this.services = services;
        this.endedAtMicros = endedAtMicros;
        LongStream.Builder times = LongStream.builder();
        plan.spec.faults().forEach(fault -> times.add(fault.atMicros()).add(fault.endMicros()));
        for (int s = 0; s < plan.servers(); s++) {
            plan.servers[s].background().steps().forEach(step -> times.add(step.atMicros()));
        }
        changes = times.build().sorted().distinct().toArray();
    }

    void addTo(SeriesBuilder columns) {
        for (int s = 0; s < services.size(); s++) {
            addService(columns, plan.spec.frontDoor().get(s), services.get(s));
        }
        for (int s = 0; s < plan.servers(); s++) {
            addPool(columns, s);
        }
        if (plan.hasSwarm()) {
            columns.addShare(
                    USE + "uplinks:peers",
                    (bins, bin) -> Math.round(bins.get(Bins.PEER_BYTES, bin) * KBIT_MICROS_PER_BYTE),
                    bin -> 0,
                    columns.sum((bins, bin) -> bins.get(Bins.LENT_KBIT_MICROS, bin)));
        }
    }

    private void addService(SeriesBuilder columns, ServiceSpec spec, ServiceUse use) {
        if (spec.servers() < UNLIMITED) {
            addServers(columns, spec, use);
        }
        if (spec.limitsSessions()) {
            addPlaces(columns, spec, use);
        }
    }

    private void addServers(SeriesBuilder columns, ServiceSpec spec, ServiceUse use) {
        columns.addShare(
                USE + "door:" + spec.name(),
                (bins, bin) -> 0,
                use::busyMicros,
                bin -> (double) spec.servers() * micros(bin));
        columns.add(REFUSED + "door:" + spec.name(), (bins, bin) -> 0, use::refused);
    }

    private void addPlaces(SeriesBuilder columns, ServiceSpec spec, ServiceUse use) {
        columns.addShare(
                USE + "places:" + spec.name(),
                (bins, bin) -> 0,
                use::placeMicros,
                bin -> (double) spec.sessions() * micros(bin));
        columns.add(REFUSED + "places:" + spec.name(), (bins, bin) -> 0, use::refusedForPlaces);
    }

    private void addPool(SeriesBuilder columns, int server) {
        String pool = plan.payer(server);
        columns.addShare(
                USE + "link:" + pool,
                (bins, bin) -> bins.get(bins.serverBytes(server), bin),
                bin -> 0,
                bin -> capacityBytes(server, from(bin), to(bin)));
        if (plan.room(server, 0) != Long.MAX_VALUE) {
            double unit = plan.reserves(server) ? Room.BPS_PER_UNIT : 1;
            columns.addShare(
                    USE + "room:" + pool,
                    (bins, bin) -> bins.get(bins.serverRoom(server), bin),
                    bin -> 0,
                    bin -> integral(micros -> plan.room(server, micros) / unit, from(bin), to(bin)));
            columns.add(REFUSED + "room:" + pool, (bins, bin) -> bins.get(bins.serverRefusals(server), bin), bin -> 0);
        }
    }

    private static long from(int bin) {
        return bin * Bins.BIN_MICROS;
    }

    private long to(int bin) {
        return Math.min(endedAtMicros, from(bin) + Bins.BIN_MICROS);
    }

    private long micros(int bin) {
        return to(bin) - from(bin);
    }

    /** What a pool can send between two times. */
    double capacityBytes(int server, long from, long to) {
        return integral(micros -> plan.capacity(server, micros), from, to);
    }

    private double integral(Capacity capacity, long from, long to) {
        double sum = 0;
        long at = from;
        int found = Arrays.binarySearch(changes, from + 1);
        for (int c = found < 0 ? -1 - found : found; c < changes.length && changes[c] < to; c++) {
            sum += capacity.at(at) * (changes[c] - at);
            at = changes[c];
        }
        return sum + capacity.at(at) * (to - at);
    }
}
