package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.scenario.PlanDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.Digests;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.RunNote;
import org.swarmload.yaml.Assignment;
import org.swarmload.yaml.ScenarioReader;

/**
 * Finds what to order. What comes out depends on the scenario alone: not on threads, and on no clock. See the module's
 * ARCHITECTURE for what is searched at which size.
 */
public final class Planner {
    private final Scenario scenario;
    private final PlanDef def;
    private final boolean mathematics;
    private final Errands simulation;

    /**
     * @param scenario with a plan
     * @param mathematics whether bounds may say where to look first; what is found is the same
     */
    public Planner(Scenario scenario, boolean mathematics, Simulation simulation) {
        this.scenario = scenario;
        this.def = scenario.plan();
        this.mathematics = mathematics;
        this.simulation = new Errands(simulation);
    }

    /**
     * @throws Simulation.Interrupted when somebody ended it: then nothing is known
     * @throws org.swarmload.yaml.ScenarioException when the scenario cannot be what is on offer
     */
    public PlanResult plan() {
        List<Candidate> candidates = new ArrayList<>();
        for (String delivery : def.deliveries()) {
            candidates.add(new Candidate(scenario, delivery, mathematics, simulation));
        }
        // What the scenario cannot be with the least of everything is said before anything is simulated.
        candidates.forEach(one -> one.space().scenario(one.space().smallest()));
        List<Night> asWritten = def.deliveries().stream()
                .map(delivery -> WhatIf.asWritten(scenario, delivery))
                .toList();
        simulation.later(asWritten.stream().sorted(Planner::longerFirst).toList());
        simulation.announce("the largest orders");
        Candidate.largestOrders(simulation, candidates);
        for (Candidate candidate : candidates) {
            if (candidate.outcome() == null) {
                simulation.announce("search: " + candidate.delivery());
                candidate.screen();
            }
        }
        Candidate chosen = certified(candidates);
        List<WhatIf.Case> written = outcomes(asWritten);
        List<DeliveryPlan> plans = candidates.stream().map(Candidate::result).toList();
        return chosen == null
                ? new PlanResult(scenario, plans, null, written, List.of(), List.of(), null, simulation.runs(), 0)
                : recommended(candidates, chosen, written);
    }

    private List<WhatIf.Case> outcomes(List<Night> asWritten) {
        simulation.announce("what comes of doing nothing");
        List<RunNote> notes = simulation.of(asWritten);
        List<WhatIf.Case> outcomes = new ArrayList<>();
        for (int i = 0; i < asWritten.size(); i++) {
            outcomes.add(WhatIf.asWritten(scenario, def.deliveries().get(i), notes.get(i)));
        }
        return outcomes;
    }

    /** Nights of a swarm take several times as long as others. */
    private static int longerFirst(Night one, Night other) {
        return Boolean.compare(hasSwarm(other), hasSwarm(one));
    }

    private static boolean hasSwarm(Night night) {
        return night.variant().scenario().delivery(night.variant().delivery()).hasSwarm();
    }

    /**
     * The cheapest that holds at full size: the next is tried while a small crowd said that it may be cheaper. One whose
     * cost nobody knows is taken only where nothing that has a price holds, of several the first of the plan's.
     */
    private Candidate choose(List<Candidate> candidates) {
        List<Candidate> open = new ArrayList<>(candidates);
        open.removeIf(candidate -> candidate.outcome() != Outcome.HOLDS);
        open.sort((one, other) -> one.isCheaperThan(other) ? -1 : other.isCheaperThan(one) ? 1 : 0);
        Candidate best = null;
        for (Candidate candidate : open) {
            if (best == null || candidate.isCheaperThan(best)) {
                simulation.announce("full size: " + candidate.delivery());
                candidate.settle();
                boolean holds = candidate.outcome() == Outcome.HOLDS;
                best = holds && (best == null || candidate.isCheaperThan(best)) ? candidate : best;
            }
        }
        return best;
    }

    /** The first choice that holds on new nights too; null when none is left. */
    private Candidate certified(List<Candidate> candidates) {
        Candidate chosen = choose(candidates);
        while (chosen != null) {
            simulation.announce("certificate: " + chosen.delivery());
            chosen.certified(new Certifier(
                            chosen.space(),
                            chosen.prices(),
                            simulation,
                            chosen.certificateFactor(),
                            def.nights(scenario))
                    .of(chosen.order(), chosen.world()));
            if (chosen.outcome() == Outcome.HOLDS) {
                return chosen;
            }
            chosen = choose(candidates);
        }
        return null;
    }

    private PlanResult recommended(List<Candidate> candidates, Candidate chosen, List<WhatIf.Case> written) {
        simulation.announce("what if");
        Scenario ordered = chosen.space().scenario(chosen.order());
        List<WhatIf.Case> tornado = new WhatIf(simulation, chosen.delivery(), chosen.factor())
                .tornado(ordered, chosen.everybodysFirstNight(chosen.order()));
        List<WhatIf.Case> headroom = new WhatIf(simulation, chosen.delivery(), 1).headroom(ordered);
        List<DeliveryPlan> plans = candidates.stream().map(Candidate::result).toList();
        Scenario runnable = ScenarioReader.variants(
                        ordered,
                        List.of(List.of(new Assignment(
                                "plan.replications", "run.replications", Integer.toString(def.nights(scenario))))))
                .get(0);
        return new PlanResult(
                scenario,
                plans,
                plans.get(candidates.indexOf(chosen)),
                written,
                tornado,
                headroom,
                ScenarioReader.alone(runnable, chosen.delivery()).effectiveYaml(),
                simulation.runs(),
                Digests.over(chosen.nights().stream().map(RunNote::digest).toList()));
    }
}
