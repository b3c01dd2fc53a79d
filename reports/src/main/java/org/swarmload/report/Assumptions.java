package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.FaultSpec;

/** What a scenario takes for granted, in sentences. */
final class Assumptions {
    private final Setting setting;
    private final Scenario scenario;

    Assumptions(Setting setting) {
        this.setting = setting;
        this.scenario = setting.scenario();
    }

    List<String> list() {
        List<String> said = new ArrayList<>(event());
        said.addAll(prices());
        said.add("The same audience, drawn viewer by viewer, meets every delivery.");
        return said;
    }

    /** Who comes for what, and what breaks. */
    List<String> event() {
        List<String> said = new ArrayList<>();
        int viewers = scenario.audience().viewers();
        said.add((scenario.nights().areCertain() ? "" : "As it is written: ")
                + (scenario.content().title().isFile() ? wanted(viewers) : pressed(viewers)));
        Unknowns.assumption(scenario).ifPresent(said::add);
        for (FaultSpec fault : setting.faults()) {
            said.add("Outage, " + setting.span(fault) + ": " + broken(fault) + ".");
        }
        return said;
    }

    /** Price lists with their dates, by who is paid. */
    private List<String> prices() {
        Map<String, List<String>> prices = new TreeMap<>();
        new TreeMap<>(scenario.costs().contracts().all())
                .forEach((payer, contract) -> contract.tariffs()
                        .forEach(tariff -> prices.computeIfAbsent(
                                        tariff.title() + ", " + tariff.asOf(), title -> new ArrayList<>())
                                .add(payer)));
        List<String> said = new ArrayList<>();
        prices.forEach((title, payers) -> said.add("Price for " + String.join(", ", payers) + ": " + title + "."));
        return said;
    }

    private String pressed(int viewers) {
        return Unit.COUNT.say(viewers) + (viewers == 1 ? " person presses" : " people press")
                + " play; the title unlocks at "
                + setting.clockText(setting.clock().unlockMicros()) + " (" + setting.zone() + ") and lasts "
                + Unit.MINUTES.say(setting.scenario().content().title().lengthMicros() / 1e6) + ".";
    }

    private String wanted(int viewers) {
        return Unit.COUNT.say(viewers) + (viewers == 1 ? " person wants" : " people want") + " a file of "
                + Unit.BYTES.say(setting.scenario().content().title().file().bytes()) + " that comes out at "
                + setting.clockText(setting.clock().unlockMicros()) + " (" + setting.zone() + ").";
    }

    /** What breaks, in words that hold for every delivery. */
    private static String broken(FaultSpec fault) {
        String part = fault.part() < 1 ? Math.round(100 * fault.part()) + " % of " : "";
        return part
                + switch (fault.target()) {
                    case CENTRAL -> "what each delivery depends on (the origin, or seeds and tracker)";
                    case ORIGIN -> "the origin";
                    case SHIELD -> "the shield";
                    case SEEDS -> "the operator's seeds";
                    case TRACKER -> "the tracker";
                    case EDGE -> "edge " + fault.name();
                    case SERVICE -> "service " + fault.name();
                };
    }
}
