package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.swarmload.cost.Contract;
import org.swarmload.cost.Contracts;
import org.swarmload.cost.Invoice;
import org.swarmload.cost.Invoice.BreakEven;
import org.swarmload.cost.Meter;
import org.swarmload.cost.Tariff;
import org.swarmload.report.Report.Finding;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.MetricWord;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.study.StudyResult;

/** What bills say, what they leave out, and what stands beside them. */
final class MoneyFindings {
    private final StudyResult study;
    private final List<Night> nights;

    MoneyFindings(StudyResult study, List<Night> nights) {
        this.study = study;
        this.nights = nights;
    }

    List<Finding> list() {
        List<Finding> findings = new ArrayList<>(List.of(margin()));
        if (!study.scenario().nights().areCertain()) {
            findings.add(
                    Finding.of("Every night has a bill of its own, at what that night draws. The cost is the mean of "
                            + "all bills; lines, chart and notes are those of one night, whose bill is the median: it can be "
                            + "checked by hand against ledger.csv and unknowns.csv."));
        }
        extremes().ifPresent(findings::add);
        Unbilled.said(study.scenario().costs().contracts(), nights)
                .ifPresent(unknown -> findings.add(Finding.of(unknown + ".")));
        findings.addAll(notes());
        findings.addAll(uploads());
        findings.addAll(losses());
        findings.addAll(prices());
        return findings;
    }

    private Finding margin() {
        Contracts contracts = study.scenario().costs().contracts();
        int days = contracts.days();
        return Finding.of("An event is billed at the margin: a month of " + days
                + " days with it less the same month without it. "
                + otherwise()
                + (contracts.tariffs().stream().anyMatch(MoneyFindings::orders)
                        ? " Capacity and machines are ordered for the event: it pays for all of them, used or not."
                        : "")
                + " Public price lists are what small customers pay; large contracts are 50 to 90 % lower.");
    }

    /** What else is in the month. A commitment or a monthly minimum is paid without any traffic. */
    private String otherwise() {
        boolean background = nights.stream()
                .map(night -> study.scenario().delivery(night.name()))
                .anyMatch(MoneyFindings::hasBackground);
        if (background) {
            return "The month's other traffic is the background that takes capacity in the simulation.";
        }
        boolean paid = nights.stream()
                .anyMatch(night -> night.result().invoice().monthWithout().signum() != 0);
        return paid
                ? "The scenario gives no other traffic; what the month costs without the event is committed or a monthly "
                        + "minimum."
                : "The scenario gives no other traffic, so the month is empty otherwise: the event begins at the first "
                        + "tier.";
    }

    private static boolean hasBackground(DeliveryDef delivery) {
        List<Server> servers = new ArrayList<>();
        servers.add(delivery.origin());
        servers.add(delivery.shield() == null ? null : delivery.shield().server());
        delivery.edges().forEach(edge -> servers.add(edge.server()));
        servers.add(delivery.seeds());
        return servers.stream()
                .anyMatch(server -> server != null && server.background().mostBps() > 0);
    }

    private static boolean orders(Tariff tariff) {
        return tariff.allMeters().stream().anyMatch(Meter::isOrder);
    }

    private Optional<Finding> extremes() {
        List<Night> billed = nights.stream()
                .filter(Night::hasBill)
                .sorted(Comparator.comparingDouble(Night::cost))
                .toList();
        if (billed.size() < 2
                || billed.get(0).cost() == billed.get(billed.size() - 1).cost()) {
            return Optional.empty();
        }
        Night cheap = billed.get(0);
        Night dear = billed.get(billed.size() - 1);
        Quantity least = Quantity.money("cost", cheap.cost(), cheap.currency());
        Quantity most = Quantity.money("cost", dear.cost(), dear.currency());
        return Optional.of(Finding.of(
                (billed.size() < nights.size() ? "Of those that have a bill " : "") + cheap.name()
                        + " is the cheapest (" + least.text() + ") and " + dear.name() + " the dearest ("
                        + most.text()
                        + "). A delivery that serves fewer viewers sends fewer bytes and so costs less: read cost beside "
                        + "the share served well.",
                least,
                most));
    }

    /** What meters have to say, once for the payers and deliveries that share it. */
    private List<Finding> notes() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (Night night : nights) {
            for (Invoice.Line line : night.result().invoice().lines()) {
                if (!line.note().isEmpty()) {
                    said.computeIfAbsent(line.note(), note -> new ArrayList<>())
                            .add(night.name() + ", " + line.payer()
                                    + (line.region().isEmpty() ? "" : " in " + line.region()));
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        said.forEach((note, whose) -> findings.add(Finding.of(String.join("; ", whose) + ": " + note)));
        return findings;
    }

    /** Viewers' uploads, which nobody here is billed for, and what a vendor may ask for them. */
    private List<Finding> uploads() {
        List<Finding> findings = new ArrayList<>();
        for (Night night : nights) {
            StudyResult.MetricValue bytes = night.result().metrics().get(MetricWord.PEER_BYTES.word());
            if (bytes == null || bytes.mean() == 0) {
                continue;
            }
            Quantity sent = Quantity.of(MetricWord.PEER_BYTES.word(), bytes.mean(), Unit.BYTES);
            String sentence = night.name() + ": viewers sent each other " + sent.text()
                    + " over lines that they pay for themselves. How much of it crosses between access providers is not "
                    + "known: the simulator has none.";
            BreakEven breakEven = night.result().invoice().breakEven();
            if (breakEven == null) {
                findings.add(Finding.of(sentence, sent));
                continue;
            }
            double price = breakEven.perUnit().doubleValue();
            Quantity most = new Quantity("break-even", price, price(price) + " " + night.currency());
            sentence += " Sent by machines instead, at the same prices, these bytes would cost "
                    + Unit.MONEY.say(breakEven.spared().doubleValue()) + " " + night.currency() + " more: ";
            findings.add(
                    price <= 0
                            ? Finding.of(
                                    sentence + "no price of a vendor pays off in money. What uploads save is capacity.",
                                    sent)
                            : Finding.of(
                                    sentence + "a vendor pays off while it asks less than " + most.text() + " for each "
                                            + breakEven.unit() + ".",
                                    sent,
                                    most));
        }
        return findings;
    }

    private static String price(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private List<Finding> losses() {
        List<Finding> findings = new ArrayList<>();
        for (Night night : nights) {
            StudyResult.ExpectedLoss loss = study.expectedLoss(night.result());
            if (loss != null) {
                Quantity failed = Quantity.of("failed-starts", loss.failedStarts(), Unit.COUNT);
                Quantity amount = Quantity.money("expected-loss", loss.amount().doubleValue(), night.currency());
                findings.add(Finding.of(
                        night.name() + ", beside the bill and in none of its sums: " + failed.text()
                                + " failed starts at " + loss.each().toPlainString() + " " + night.currency()
                                + " each are an expected loss of " + amount.text() + ".",
                        failed,
                        amount));
            }
        }
        return findings;
    }

    private List<Finding> prices() {
        List<Finding> findings = new ArrayList<>();
        new TreeMap<>(study.scenario().costs().contracts().all())
                .forEach((payer, contract) -> contract.tariffs()
                        .forEach(tariff -> findings.add(Finding.of("Price for " + payer + ": " + tariff.title()
                                + ", of " + tariff.asOf() + less(contract) + ". Source: " + tariff.source() + "."))));
        return findings;
    }

    private static String less(Contract contract) {
        String percent =
                contract.discount().movePointRight(2).stripTrailingZeros().toPlainString();
        return contract.discount().signum() == 0 ? "" : ", less " + percent + " % by agreement";
    }
}
