package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.cost.Invoice.BreakEven;
import org.swarmload.cost.Invoice.Line;

/**
 * What viewers sent each other, had the operator's machines sent it in the same minutes: edges in proportion to what they
 * sent, or a CDN that is only thought of where the delivery has no edges, or origin or seeds where there is no CDN at all.
 */
final class Alternative {
    private final MonthBook book;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Account> loaded = new ArrayList<>();

    Alternative(Contracts contracts, MonthBook book) {
        this.book = book;
        contracts.all().forEach((payer, contract) -> {
            if (Contracts.isCdn(payer) && book.has(payer)) {
                accounts.add(new Account(payer, contract, book.machines(payer), book, null));
            }
        });
        contracts.all().forEach((payer, contract) -> {
            if (Contracts.isCdn(payer) && accounts.isEmpty()) {
                accounts.add(new Account(payer, contract, List.of(book.idle()), book, null));
            }
        });
        for (String payer : List.of("origin", "seeds")) {
            if (accounts.isEmpty() && contracts.payers().containsKey(payer) && book.has(payer)) {
                accounts.add(new Account(payer, contracts.payers().get(payer), book.machines(payer), book, null));
            }
        }
        load();
    }

    private void load() {
        BigDecimal sent = eventBytes(accounts);
        boolean first = true;
        for (Account account : accounts) {
            List<Machine> machines = new ArrayList<>();
            for (Machine machine : account.machines()) {
                BigDecimal share = sent.signum() == 0
                        ? (first ? BigDecimal.ONE : BigDecimal.ZERO)
                        : machine.event().bytes().divide(sent, MathContext.DECIMAL64);
                machines.add(book.peers() == null ? machine : machine.with(book.peers(), share));
                first = false;
            }
            loaded.add(account.of(machines));
        }
    }

    private static BigDecimal eventBytes(List<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> account.machines().stream())
                .map(machine -> machine.event().bytes())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The price of the average unit of what edges and viewers sent; null where nobody tells it. */
    Usage.CdnPrice price() {
        if (accounts.isEmpty()) {
            return null;
        }
        BigDecimal volume = unit().of(eventBytes(loaded));
        BigDecimal amount = loaded.stream().map(Account::bytesAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal price = volume.signum() == 0 ? BigDecimal.ZERO : amount.divide(volume, MathContext.DECIMAL64);
        String tariffs = String.join(
                " and ",
                accounts.stream()
                        .flatMap(account -> account.contract().tariffs().stream())
                        .filter(tariff -> tariff.allMeters().stream().anyMatch(Meter::isOfBytes))
                        .map(Tariff::id)
                        .distinct()
                        .toList());
        return new Usage.CdnPrice(price, unit(), tariffs);
    }

    /** The unit in which the bytes are billed that were spared; GB where rates are billed. */
    private VolumeUnit unit() {
        for (Account account : accounts) {
            for (Tariff tariff : account.contract().tariffs()) {
                for (Meter meter : tariff.allMeters()) {
                    if (meter instanceof Meter.Tiers tiers) {
                        return tiers.unit();
                    }
                    if (meter instanceof Meter.Commit commit) {
                        return commit.unit();
                    }
                }
            }
        }
        return VolumeUnit.GB;
    }

    /** Null when viewers sent nothing, or nobody tells what machines would cost. */
    BreakEven breakEven(List<Line> invoice) {
        if (book.peers() == null || accounts.isEmpty()) {
            return null;
        }
        BigDecimal spared = BigDecimal.ZERO;
        for (int i = 0; i < accounts.size(); i++) {
            spared = spared.add(Account.sum(loaded.get(i).lines()))
                    .subtract(Account.sum(accounts.get(i).lines()));
        }
        BigDecimal helpers = Account.sum(invoice.stream()
                .filter(line -> line.payer().equals("tracker") || line.payer().equals("relay"))
                .toList());
        return new BreakEven(unit().of(book.peers().event().bytes()), unit().symbol(), spared, helpers);
    }
}
