package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.swarmload.cost.Invoice.Line;

/** One payer's account of a month: machines of a price region climb its tiers together, regions are billed apart. */
final class Account {
    private final String payer;
    private final Contract contract;
    private final List<Machine> machines;
    private final MonthBook book;
    private final Usage.CdnPrice cdn;

    Account(String payer, Contract contract, List<Machine> machines, MonthBook book, Usage.CdnPrice cdn) {
        this.payer = payer;
        this.contract = contract;
        this.machines = machines.stream()
                .map(machine -> machine.times(contract.share()))
                .toList();
        this.book = book;
        this.cdn = cdn;
    }

    Contract contract() {
        return contract;
    }

    List<Machine> machines() {
        return machines;
    }

    /** The same account with other machines. */
    Account of(List<Machine> others) {
        return new Account(payer, contract, others, book, cdn);
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Tariff tariff : contract.tariffs()) {
            List<Line> own = lines(tariff, meter -> true);
            lines.addAll(own);
            if (tariff.minimumPerMonth() != null) {
                lines.add(minimum(tariff, own));
            }
        }
        return lines;
    }

    /** What the event costs by the meters that bill bytes. */
    BigDecimal bytesAmount() {
        return sum(contract.tariffs().stream()
                .flatMap(tariff -> lines(tariff, Meter::isOfBytes).stream())
                .toList());
    }

    static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Line> lines(Tariff tariff, Predicate<Meter> wanted) {
        List<Line> lines = new ArrayList<>(lines(tariff, "", tariff.meters(), machines, wanted));
        regions(tariff)
                .forEach((region, own) ->
                        lines.addAll(lines(tariff, region, tariff.regions().get(region), own, wanted)));
        return lines;
    }

    /** Machines by price region, in the order in which the delivery has them. */
    private Map<String, List<Machine>> regions(Tariff tariff) {
        Map<String, List<Machine>> regions = new LinkedHashMap<>();
        if (tariff.regions().isEmpty()) {
            return regions;
        }
        for (Machine machine : machines) {
            regions.computeIfAbsent(contract.regionOf(machine.place(), tariff), r -> new ArrayList<>())
                    .add(machine);
        }
        return regions;
    }

    private List<Line> lines(
            Tariff tariff, String region, List<Meter> meters, List<Machine> own, Predicate<Meter> wanted) {
        if (meters.isEmpty()) {
            return List.of();
        }
        Usage without = book.without(own, cdn);
        Usage with = book.with(own, contract, cdn);
        List<Line> lines = new ArrayList<>();
        for (Meter meter : meters) {
            if (wanted.test(meter)) {
                meter.charges(without, with).stream()
                        .filter(Charge::isRead)
                        .forEach(charge -> lines.add(line(tariff, region, charge)));
            }
        }
        return lines;
    }

    private Line line(Tariff tariff, String region, Charge charge) {
        return new Line(
                payer,
                tariff.id(),
                region,
                charge.meter(),
                charge.unit(),
                plain(charge.without()),
                plain(charge.with()),
                charge.unitPrice(),
                charge.note());
    }

    /** Without the zeros that a division leaves. */
    private static BigDecimal plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? BigDecimal.ZERO : quantity.stripTrailingZeros();
    }

    /** What is missing to the least that a month costs; an event may fill it up before it costs anything. */
    private Line minimum(Tariff tariff, List<Line> own) {
        BigDecimal without = BigDecimal.ZERO;
        BigDecimal with = BigDecimal.ZERO;
        for (Line line : own) {
            without = without.add(line.without().multiply(line.unitPrice()));
            with = with.add(line.with().multiply(line.unitPrice()));
        }
        BigDecimal least = tariff.minimumPerMonth();
        return new Line(
                payer,
                tariff.id(),
                "",
                "missing to the monthly minimum of " + least.toPlainString(),
                tariff.currency(),
                least.subtract(without).max(BigDecimal.ZERO),
                least.subtract(with).max(BigDecimal.ZERO),
                BigDecimal.ONE,
                "");
    }
}
