package org.swarmload.study;

import java.util.List;
import java.util.Optional;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.theory.Erlang;
import org.swarmload.sim.theory.MG1;
import org.swarmload.sim.theory.MMcK;
import org.swarmload.sim.theory.Retrial;
import org.swarmload.sim.theory.RetryOverload;
import org.swarmload.study.BoundCase.Steady;
import org.swarmload.study.StudyResult.Bound;

/** Queues of the front door under Poisson arrivals of constant rate, where a formula is at hand. */
final class SteadyDoor {
    private static final String LEFT = "patience, the empty beginning, and chance";
    private static final int MOST_ROOM = 1_000_000;

    private SteadyDoor() {}

    static List<Bound> of(BoundCase asked, Steady arrivals) {
        List<ServiceSpec> services = asked.spec().frontDoor();
        if (services.stream().anyMatch(service -> service.timeoutMicros() > 0)) {
            return List.of();
        }
        if (services.stream().noneMatch(DoorBounds::refuses)) {
            return waits(asked, arrivals, services);
        }
        return services.size() == 1 ? losses(asked, arrivals, services.get(0)) : List.of();
    }

    /** A chain that turns nobody away; behind the first service arrivals are nearly a Poisson process. */
    private static List<Bound> waits(BoundCase asked, Steady arrivals, List<ServiceSpec> services) {
        double waiting = 0;
        double wait = 0;
        double roundTrip = meanRoundTrip(asked);
        for (ServiceSpec service : services) {
            Optional<Double> each = meanWait(service, arrivals.perSecond());
            if (each.isEmpty()) {
                return List.of();
            }
            waiting += arrivals.perSecond() * each.get();
            wait += each.get() + service.serviceSeconds().mean() + service.latencyMicros() / 1e6 + roundTrip;
        }
        return List.of(
                Bound.about("front-door-queue", waiting, "Poisson arrivals at one rate, in order of arrival", LEFT),
                Bound.about(
                        "front-door-wait",
                        wait,
                        "the same, with each service and the round trips of its answers",
                        LEFT));
    }

    private static Optional<Double> meanWait(ServiceSpec service, double perSecond) {
        double mean = service.serviceSeconds().mean();
        double load = perSecond * mean;
        if (service.calls() > 1 || load >= service.servers()) {
            return Optional.empty();
        }
        if (service.serviceSeconds() instanceof Law.Exponential) {
            return Optional.of(Erlang.meanWaitSeconds(load, service.servers(), mean));
        }
        return service.servers() == 1 && service.serviceSeconds() instanceof Law.Constant
                ? Optional.of(MG1.constantServiceWaitSeconds(perSecond, mean))
                : Optional.empty();
    }

    private static double meanRoundTrip(BoundCase asked) {
        double mean = 0;
        for (Access line : asked.audience().access()) {
            mean += line.share() * line.rttSeconds().mean();
        }
        return mean;
    }

    /** One service that refuses. */
    private static List<Bound> losses(BoundCase asked, Steady arrivals, ServiceSpec service) {
        Optional<Double> holding = holdingSeconds(asked, service);
        if (holding.isEmpty() || service.calls() > 1) {
            return List.of();
        }
        int servers = service.limitsSessions() ? service.sessions() : service.servers();
        int queue = service.limitsSessions() ? service.placeQueueLimit() : service.queueLimit();
        double load = arrivals.perSecond() * holding.get();
        Retry retry = asked.audience().retry();
        boolean reloads =
                asked.audience().reload() != null && asked.audience().reload().attempts() > 0;
        if (retry.backoff() != Backoff.NONE && retry.attempts() > 0) {
            return queue == 0 && !reloads && retry.giveUpShare() == 0
                    ? retries(arrivals, holding.get(), servers, retry, exponential(asked, service))
                    : List.of();
        }
        if (reloads || (queue > 0 && !exponential(asked, service)) || queue > MOST_ROOM) {
            return List.of();
        }
        String why = BoundCase.say(
                "%.4g erlangs offered to %,d places and %,d in line, nobody tries again", load, servers, queue);
        if (queue == 0) {
            return List.of(Bound.about("front-door-blocked-share", Erlang.blocking(load, servers), why, LEFT));
        }
        MMcK line = MMcK.of(load, servers, servers + queue);
        return List.of(
                Bound.about("front-door-blocked-share", line.blocking(), why, LEFT),
                Bound.about("front-door-queue", line.meanWaiting(), why, LEFT));
    }

    /** @param exponential how long a place is taken; where retries end, only its mean matters */
    private static List<Bound> retries(Steady arrivals, double holding, int servers, Retry retry, boolean exponential) {
        if (retry.attempts() != Retry.FOR_EVER) {
            RetryOverload overload = RetryOverload.of(arrivals.perSecond(), holding, servers, retry.attempts());
            String why = BoundCase.say(
                    "at most %d retries, each with everybody's chance; with ever more places %.4g attempts for each that"
                            + " could be served",
                    retry.attempts(),
                    RetryOverload.amplification(arrivals.perSecond() * holding / servers, retry.attempts()));
            return List.of(
                    Bound.about(
                            "front-door-blocked-share",
                            overload.blocking(),
                            why,
                            "that a retry soon after a refusal meets the same full door; " + LEFT),
                    Bound.about("attempt-rate", overload.attemptsPerSecond(), why, LEFT));
        }
        boolean random = retry.backoff() == Backoff.LAW && retry.delaySeconds() instanceof Law.Exponential;
        if (servers != 1 || !random || !exponential || arrivals.perSecond() * holding >= 1) {
            return List.of();
        }
        Retrial retrial = Retrial.singleServer(
                arrivals.perSecond(), 1 / holding, 1 / retry.delaySeconds().mean());
        return List.of(Bound.about(
                "retrying-viewers", retrial.meanOrbit(), "one place, exponential service and delays, for ever", LEFT));
    }

    /** How long a place is taken on average; empty where nobody can say before the run. */
    private static Optional<Double> holdingSeconds(BoundCase asked, ServiceSpec service) {
        if (!service.limitsSessions()) {
            return Optional.of(service.serviceSeconds().mean()).filter(mean -> mean > 0);
        }
        if (asked.content().isFile() || asked.content().isLive()) {
            return Optional.empty();
        }
        double length = asked.content().lengthMicros() / 1e6;
        double sum = 0;
        int slices = 10_000;
        for (int i = 0; i < slices; i++) {
            sum += Math.min(length, asked.audience().staySeconds().quantile((i + 0.5) / slices));
        }
        return Optional.of(sum / slices);
    }

    private static boolean exponential(BoundCase asked, ServiceSpec service) {
        Law law = service.limitsSessions() ? asked.audience().staySeconds() : service.serviceSeconds();
        return law instanceof Law.Exponential;
    }
}
