package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
            List<Line> own = new ArrayList<>(lines(tariff, meter -> true));
            if (tariff.minimumPerMonth() != null) {
                own.add(minimum(tariff, own));
            }
            if (contract.discount().signum() != 0 && !own.isEmpty()) {
                own.add(discount(tariff, own));
            }
            lines.addAll(own);
        }
        return lines;
    }

    /** What the event costs by the meters that bill bytes, less what is agreed off. */
    BigDecimal bytesAmount() {
        BigDecimal atListPrice = sum(contract.tariffs().stream()
                .flatMap(tariff -> lines(tariff, Meter::isOfBytes).stream())
                .toList());
        return atListPrice.multiply(BigDecimal.ONE.subtract(contract.discount()));
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
        BigDecimal without = amount(own, Line::without);
        BigDecimal with = amount(own, Line::with);
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

    /** The amounts of one list once more, less than nothing, at the share that is agreed off. */
    private Line discount(Tariff tariff, List<Line> own) {
        return new Line(
                payer,
                tariff.id(),
                "",
                "discount of "
                        + contract.discount()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + "% on the amounts of this list",
                tariff.currency(),
                plain(amount(own, Line::without).negate()),
                plain(amount(own, Line::with).negate()),
                contract.discount(),
                "");
    }

    /** Of a month: units x prices. */
    private static BigDecimal amount(List<Line> lines, Function<Line, BigDecimal> units) {
        return lines.stream()
                .map(line -> units.apply(line).multiply(line.unitPrice()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
