package org.swarmload.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.EventUse;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.DeliveryDef.EdgeDef;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.DeliverySpec.Shield;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.study.RunNote;

/**
 * A scenario with fewer people, in which what many of them share is divided by the same number: links, connections, lines,
 * services. What belongs to one viewer stays. It is no picture of the whole (a swarm fetches each piece once however small
 * it is, chance weighs more), so it only says where to look.
 */
final class SmallCrowd {
    private final double factor;

    private SmallCrowd(double factor) {
        this.factor = factor;
    }

    /** Whether the people can be fewer: they come by shares, and no group of them is counted. */
    static boolean isPossible(Scenario scenario) {
        Audience people = scenario.audience();
        return people.dealt() > 0
                && people.initial().isEmpty()
                && people.arrivals().stream().allMatch(arrival -> arrival.isShared())
                && people.regions().stream().allMatch(region -> region.count() == AudienceSpec.BY_SHARE)
                && people.access().stream().allMatch(line -> line.count() == AudienceSpec.BY_SHARE)
                && people.devices().stream().allMatch(device -> device.count() == AudienceSpec.BY_SHARE);
    }

    /** @param factor by which everything is divided, at least 1 */
    static Scenario of(Scenario scenario, double factor) {
        if (factor == 1) {
            return scenario;
        }
        SmallCrowd small = new SmallCrowd(factor);
        Map<String, DeliveryDef> deliveries = new LinkedHashMap<>();
        scenario.deliveries().forEach((name, delivery) -> deliveries.put(name, small.delivery(delivery)));
        return scenario.with(
                small.people(scenario.audience()),
                scenario.frontDoor().stream().map(small::service).toList(),
                deliveries,
                scenario.nights().each(night -> of(night, factor)));
    }

    /**
     * What everybody would have used, and measured where a promise is about the whole: of what grows with the crowd that
     * many times as much, and the bill of so much use, with the prices and machines of the whole.
     *
     * @param few what the small crowd of that scenario measured
     */
    static RunNote everybodys(RunNote few, Scenario scenario, String delivery, double factor) {
        if (factor == 1) {
            return few;
        }
        EventUse use = few.use().times(factor);
        List<Double> promised = new ArrayList<>(few.promised());
        for (int i = 0; i < promised.size(); i++) {
            MetricWord metric = scenario.objectives().get(i).metric();
            if (promised.get(i) != null && metric.unit() == MetricWord.Unit.MONEY) {
                Scenario night = scenario.night(few.replication());
                double bill =
                        RunNote.invoice(night, delivery, List.of(use)).total().doubleValue();
                promised.set(i, metric == MetricWord.COST ? bill : bill / use.viewerHours());
            } else if (promised.get(i) != null && metric.growsWithTheCrowd()) {
                promised.set(i, promised.get(i) * factor);
            }
        }
        return few.promising(promised).using(use);
    }

    private Audience people(Audience all) {
        return new Audience(
                (int) part(all.dealt()),
                all.arrivals(),
                all.notice(),
                all.patience(),
                all.retry(),
                all.reload(),
                all.regions(),
                all.access(),
                all.devices(),
                all.stay(),
                all.initial());
    }

    private DeliveryDef delivery(DeliveryDef whole) {
        List<EdgeDef> edges = whole.edges().stream()
                .map(edge -> new EdgeDef(server(edge.server()), edge.regions(), edge.cache()))
                .toList();
        Shield shield = whole.shield() == null
                ? null
                : new Shield(server(whole.shield().server()), whole.shield().cache());
        return new DeliveryDef(
                whole.name(),
                server(whole.origin()),
                shield,
                edges,
                server(whole.seeds()),
                whole.swarm(),
                whole.player());
    }

    private Server server(Server whole) {
        return whole == null
                ? null
                : new Server(
                        whole.name(),
                        whole.servers(),
                        part(whole.uplinkBps()),
                        whole.connections() == 0 ? 0 : (int) part(whole.connections()),
                        (int) part(whole.queue()),
                        whole.keepAliveMicros(),
                        whole.admission(),
                        whole.latencySeconds(),
                        background(whole.background()));
    }

    private BackgroundSpec background(BackgroundSpec whole) {
        return new BackgroundSpec(whole.steps().stream()
                .map(step -> new BackgroundSpec.Step(step.atMicros(), Math.round(step.bps() / factor)))
                .toList());
    }

    /** Whole servers, whose service takes as much longer as was rounded: together they are as fast as they should be. */
    private ServiceSpec service(ServiceSpec whole) {
        boolean limited = whole.servers() < Integer.MAX_VALUE;
        int servers = limited ? (int) part(whole.servers()) : whole.servers();
        double longer = limited ? servers * factor / whole.servers() : 1;
        return new ServiceSpec(
                whole.name(),
                servers,
                Law.times(whole.serviceSeconds(), longer),
                whole.calls(),
                whole.queueLimit() == Integer.MAX_VALUE ? whole.queueLimit() : none(whole.queueLimit()),
                whole.timeoutMicros(),
                whole.latencyMicros(),
                whole.sessions() == 0 ? 0 : (int) part(whole.sessions()),
                whole.placeQueueLimit() == Integer.MAX_VALUE ? whole.placeQueueLimit() : none(whole.placeQueueLimit()));
    }

    private int none(int whole) {
        return whole == 0 ? 0 : (int) part(whole);
    }

    /** At least one of what there is. */
    private long part(long whole) {
        return Math.max(1, Math.round(whole / factor));
    }
}
