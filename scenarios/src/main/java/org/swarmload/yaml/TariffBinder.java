package org.swarmload.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Meter;
import org.swarmload.cost.Tariff;
import org.swarmload.cost.VolumeUnit;
import org.swarmload.library.ScenarioLibrary;

/** Binds a dated price list: shipped, in a file beside the scenario, or written into it. */
final class TariffBinder {
    private final Problems problems;

    TariffBinder(Problems problems) {
        this.problems = problems;
    }

    /** A tariff that comes with the program. */
    static Tariff shipped(String id) {
        Problems problems = new Problems();
        SourceNode tree = SourceParser.parse(id + ".yaml", ScenarioLibrary.tariffText(id), problems);
        Tariff tariff = new TariffBinder(problems).bind(new Fields(tree, "", problems), id);
        problems.throwIfAny();
        return tariff;
    }

    /** The tariff, or null after a problem was noted. */
    Tariff bind(Fields fields, String otherwiseId) {
        int before = problems.count();
        String id = fields.text("id", otherwiseId);
        String title = fields.requiredText("title", "Contract with our CDN");
        String source = fields.requiredText("source", "contract of 2026-01-15");
        String asOf = fields.requiredText("as-of", "\"2026-01\"");
        String currency = fields.text("currency", "USD");
        if (!currency.matches("[A-Z]{3}")) {
            fields.problem("currency", "'" + currency + "' is no currency code.", "For example USD.");
        }
        VolumeUnit unit = fields.word("unit", List.of("GB", "GiB"), "GB").equals("GB") ? VolumeUnit.GB : VolumeUnit.GIB;
        MeterBinder binder = new MeterBinder(problems, unit);
        List<Meter> meters = binder.bind(fields);
        BigDecimal minimum = MeterBinder.price(fields, "minimum-per-month");
        Map<String, List<Meter>> regions = regions(fields, binder);
        String usual = usualRegion(fields, regions);
        fields.done();
        if (meters.isEmpty() && regions.isEmpty() && problems.count() == before) {
            problems.add(
                    fields.position(),
                    fields.path(),
                    "What does a " + unit.symbol() + " cost?",
                    "For example tiers: [{up-to: 10240, price: 0.085}, {price: 0.08}]");
        }
        return problems.count() == before
                ? new Tariff(id, title, source, asOf, currency, meters, regions, usual, minimum)
                : null;
    }

    private Map<String, List<Meter>> regions(Fields fields, MeterBinder binder) {
        Map<String, List<Meter>> regions = new LinkedHashMap<>();
        if (!fields.has("regions")) {
            return regions;
        }
        Fields named = fields.mapOrEmpty("regions");
        named.named("a region").forEach((name, node) -> {
            Fields region = new Fields(node, named.path(name), problems);
            int before = problems.count();
            List<Meter> meters = binder.bind(region);
            region.done();
            if (meters.isEmpty() && problems.count() == before) {
                problems.add(region.position(), region.path(), "What does this region cost?", "For example tiers: […]");
            }
            regions.put(name, meters);
        });
        return regions;
    }

    /** Where servers are when a scenario does not say: what the list calls its own, else the first. */
    private static String usualRegion(Fields fields, Map<String, List<Meter>> regions) {
        String first = regions.isEmpty() ? "" : regions.keySet().iterator().next();
        String usual = fields.text("default-region", first);
        if (!regions.isEmpty() && !regions.containsKey(usual)) {
            fields.problem(
                    "default-region",
                    "'" + usual + "' is no region of this list.",
                    DidYouMean.hintOrList(usual, regions.keySet()));
            return first;
        }
        if (regions.isEmpty() && !usual.isEmpty()) {
            fields.problem("default-region", "This list has no regions.", "");
        }
        return usual;
    }
}
