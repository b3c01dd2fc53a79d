package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.result.RunResult.LedgerLine;

/** A billing month of one delivery: what each machine sends without the event, and the mean event of the replications. */
final class MonthBook {
    private static final String PEERS = "peers";
    private static final int DECIMALS = 6;
    private static final BigDecimal MICROS_PER_MINUTE = BigDecimal.valueOf(60_000_000L);

    private final Contracts contracts;
    private final Estate estate;
    private final BillingMonth month;
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final BigDecimal viewerHours;
    private final BigDecimal mostViewers;

    MonthBook(Contracts contracts, Estate estate, List<EventUse> events) {
        this.contracts = contracts;
        this.estate = estate;
        month = new BillingMonth(contracts.days());
        estate.pools().forEach((name, pool) -> machines.put(name, machine(name, pool, events)));
        estate.services().forEach((name, service) -> machines.put(Estate.SERVICE + name, machine(name, service)));
        TreeSet<String> others = new TreeSet<>();
        events.forEach(event -> event.ledger().forEach(line -> others.add(line.payer())));
        Estate.Pool plain = new Estate.Pool(1, 0, BackgroundSpec.NONE);
        others.forEach(name -> machines.computeIfAbsent(name, n -> machine(n, plain, events)));
        viewerHours = mean(events.stream().mapToDouble(EventUse::viewerHours).toArray());
        mostViewers = mean(events.stream().mapToDouble(EventUse::mostViewers).toArray());
    }

    private Machine machine(String name, Estate.Pool pool, List<EventUse> events) {
        long[] bytes = new long[month.bins()];
        long requests = 0;
        for (EventUse event : events) {
            for (LedgerLine line : event.ledger()) {
                if (line.payer().equals(name)) {
                    int bin = month.binOf(line.binStartMicros());
                    bytes[bin] = Math.addExact(bytes[bin], line.bytes());
                    requests = Math.addExact(requests, line.requests());
                }
            }
        }
        int runs = Math.max(1, events.size());
        MonthTraffic sum = MonthTraffic.of(bytes);
        MonthTraffic event = runs == 1 ? sum : sum.dividedBy(runs);
        return new Machine(
                name.substring(name.indexOf(':') + 1),
                month.of(pool),
                event,
                BigDecimal.valueOf(requests).divide(BigDecimal.valueOf(runs), DECIMALS, RoundingMode.HALF_UP),
                pool.servers(),
                BigDecimal.valueOf(pool.capacityBps()));
    }

    /** A service sends nothing that is billed. */
    private Machine machine(String name, Estate.Service service) {
        MonthTraffic nothing = MonthTraffic.nothing(month.bins());
        return new Machine(name, nothing, nothing, BigDecimal.ZERO, service.servers(), service.callsPerSecond());
    }

    private static BigDecimal mean(double[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.divide(BigDecimal.valueOf(Math.max(1, values.length)), DECIMALS, RoundingMode.HALF_UP);
    }

    /** The machines that a payer has in this delivery. */
    List<Machine> machines(String payer) {
        List<Machine> own = new ArrayList<>();
        machines.forEach((name, machine) -> {
            if (contracts.payerOf(name).equals(payer)) {
                own.add(machine);
            }
        });
        return own;
    }

    /** What viewers sent each other; null when they sent nothing. */
    Machine peers() {
        Machine peers = machines.get(PEERS);
        return peers == null || peers.event().bytes().signum() == 0 ? null : peers;
    }

    /** Whether there is anything in this delivery for which that payer is billed. */
    boolean has(String payer) {
        return switch (payer) {
            case "fixed" -> true;
            case PEERS, "tracker", "relay" -> estate.hasSwarm() || machines.containsKey(PEERS);
            default -> !machines(payer).isEmpty();
        };
    }

    /** A machine that sends nothing: where a CDN is only thought of. */
    Machine idle() {
        MonthTraffic nothing = MonthTraffic.nothing(month.bins());
        return new Machine("", nothing, nothing, BigDecimal.ZERO, 0, BigDecimal.ZERO);
    }

    Usage without(List<Machine> own, Usage.CdnPrice cdn) {
        return Usage.quiet(background(own), cdn);
    }

    Usage with(List<Machine> own, Contract contract, Usage.CdnPrice cdn) {
        MonthTraffic traffic = background(own);
        BigDecimal requests = BigDecimal.ZERO;
        BigDecimal servers = BigDecimal.ZERO;
        BigDecimal capacity = BigDecimal.ZERO;
        for (Machine machine : own) {
            traffic = traffic.plus(machine.event());
            requests = requests.add(machine.requests());
            servers = servers.add(BigDecimal.valueOf(machine.servers()));
            capacity = capacity.add(machine.capacity());
        }
        BigDecimal minutes = requests.multiply(BigDecimal.valueOf(estate.segmentMicros()))
                .divide(MICROS_PER_MINUTE, DECIMALS, RoundingMode.HALF_UP);
        return new Usage(
                traffic,
                requests,
                minutes,
                contract.rentedHours().multiply(servers),
                servers,
                capacity,
                contract.rentedHours(),
                mostViewers,
                viewerHours,
                BigDecimal.ONE,
                cdn);
    }

    private MonthTraffic background(List<Machine> own) {
        MonthTraffic traffic = MonthTraffic.nothing(month.bins());
        for (Machine machine : own) {
            traffic = traffic.plus(machine.background());
        }
        return traffic;
    }
}
