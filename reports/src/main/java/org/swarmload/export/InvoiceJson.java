package org.swarmload.export;

import org.swarmload.cost.Invoice;

/** A bill for machines: every line with what its meter reads in the month without the event and with it. */
final class InvoiceJson {
    private InvoiceJson() {}

    static void write(Json json, Invoice invoice) {
        json.field("currency", invoice.currency())
                .field("total", invoice.total())
                .field("monthWithout", invoice.monthWithout())
                .field("monthWith", invoice.monthWith());
        json.array("lines", () -> invoice.lines().forEach(line -> json.value(() -> line(json, line))));
        Invoice.BreakEven breakEven = invoice.breakEven();
        if (breakEven != null) {
            json.object(
                    "breakEven",
                    () -> json.field("offloaded", breakEven.offloaded())
                            .field("unit", breakEven.unit())
                            .field("spared", breakEven.spared())
                            .field("helpers", breakEven.helpers())
                            .field("perUnit", breakEven.perUnit()));
        }
    }

    private static void line(Json json, Invoice.Line line) {
        json.field("payer", line.payer())
                .field("tariff", line.tariff())
                .field("region", line.region())
                .field("meter", line.meter())
                .field("without", line.without())
                .field("with", line.with())
                .field("quantity", line.quantity())
                .field("unit", line.unit())
                .field("unitPrice", line.unitPrice())
                .field("amount", line.amount())
                .field("note", line.note());
    }
}
