package org.swarmload.sim.door;

import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.kernel.Digest;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ServiceSpec;

/** What each event does at the front door: the rules that {@link FrontDoor} lists. */
final class ServiceChain {
    // The order of events at one instant: departures, faults, time-outs and patience, arrivals. It is part of results.
    static final int SERVICE_DONE = 0;

    private static final int ADMIT = 1;
    private static final int FAULT_BEGIN = 2;
    private static final int FAULT_END = 3;
    static final int CALL_TIMEOUT = 4;
    private static final int PATIENCE_OUT = 5;
    private static final int CALL = 6;
    private static final int RELOAD = 7;
    /** Never queued: comes after everything that is queued for its instant. */
    private static final int FIRST_PRESS = 8;

    private final Audience audience;
    private final Callers callers;
    private final EventQueue queue;
    private final Service[] services;
    private final DoorFacts facts;
    private final DoorLevels levels;
    private final Admissions admissions = new Admissions();

    private long errors;
    private long events;
    private long digest = Digest.EMPTY;

    ServiceChain(List<ServiceSpec> specs, long warmupMicros, Audience audience, Callers callers, EventQueue queue) {
        this.audience = audience;
        this.callers = callers;
        this.queue = queue;
        facts = new DoorFacts(specs.size(), warmupMicros);
        levels = new DoorLevels(warmupMicros);
        services = new Service[specs.size()];
        for (int s = 0; s < services.length; s++) {
            services[s] = new Service(specs.get(s), s, audience, callers, queue, facts, levels);
        }
    }

    /** Takes a service down for a while. */
    void schedule(FaultSpec fault, int service) {
        queue.push(fault.atMicros(), FAULT_BEGIN, service, 0);
        queue.push(fault.endMicros(), FAULT_END, service, 0);
    }

    DoorFacts facts() {
        return facts;
    }

    /** How much of each service was used. */
    List<ServiceUse> use() {
        return Arrays.stream(services).map(service -> service.use).toList();
    }

    void endBin(int bin) {
        facts.endBin(bin, levels);
        for (Service service : services) {
            service.use.endBin(bin);
        }
    }

    DoorLevels levels() {
        return levels;
    }

    Admissions admissions() {
        return admissions;
    }

    /** Viewers at the door or at its error page. */
    long waiting() {
        return levels.waiting.value();
    }

    /** Refusals, time-outs and unanswered calls since the start. */
    long errors() {
        return errors;
    }

    /** The number of the cause "a service was down". */
    int faultCause() {
        return services.length;
    }

    /** Whether somebody waits at a service, or would have to. */
    boolean isTight() {
        return Arrays.stream(services).anyMatch(Service::isTight);
    }

    long events() {
        return events;
    }

    long digest() {
        return digest;
    }

    void firstPress(int viewer, long time) {
        callers.counted[viewer] = facts.press(time);
        levels.waiting.add(1, time);
        executed(time, FIRST_PRESS, viewer);
        if (viewer < audience.initialViewers()) {
            callers.beginPress(viewer, time);
            letIn(viewer, time);
        } else {
            press(viewer, time);
        }
    }

    /** Executes the event that the queue has popped, or passes over it if the viewer's life has overtaken it. */
    void execute(long time, int kind, int id, int aux) {
        if (!isCurrent(kind, id, aux)) {
            return;
        }
        executed(time, kind, id);
        switch (kind) {
            case SERVICE_DONE -> serviceDone(id, time);
            case ADMIT -> admit(id, time);
            case FAULT_BEGIN -> beginFault(id, time);
            case FAULT_END -> services[id].endFault();
            case CALL_TIMEOUT -> callTimedOut(id, time);
            case PATIENCE_OUT -> patienceOut(id, time);
            case CALL -> call(id, time);
            case RELOAD -> {
                callers.press.add(id, 1);
                levels.retrying.add(-1, time);
                press(id, time);
            }
            default -> throw new IllegalStateException("Unknown kind of event " + kind + " at " + time + " µs.");
        }
    }

    private boolean isCurrent(int kind, int id, int aux) {
        return switch (kind) {
            case SERVICE_DONE -> callers.isServed(id) && callers.callStamp(id) == aux;
            case ADMIT, CALL -> callers.isBetweenCalls(id);
            case CALL_TIMEOUT -> callers.isInLine(id) && callers.callStamp(id) == aux;
            case PATIENCE_OUT -> callers.isPatienceRunning(id) && callers.pressStamp(id) == aux;
            default -> true;
        };
    }

    private void executed(long time, int kind, int id) {
        events++;
        digest = Digest.mix(Digest.mix(digest, time), ((long) kind << Integer.SIZE) | id);
    }

    private void press(int viewer, long time) {
        callers.beginPress(viewer, time);
        if (services.length == 0) {
            admit(viewer, time);
            return;
        }
        callers.state[viewer] = Callers.BETWEEN_CALLS;
        long patience = audience.patienceMicros(viewer, callers.press.getInt(viewer));
        if (patience != Long.MAX_VALUE) {
            queue.push(time + patience, PATIENCE_OUT, viewer, callers.pressStamp(viewer));
        }
        call(viewer, time);
    }

    private void call(int viewer, long time) {
        if (callers.state[viewer] == Callers.RETRYING) {
            levels.retrying.add(-1, time);
        }
        int s = callers.service.getInt(viewer);
        boolean fresh = callers.calls.add(viewer, 1) == 1;
        Service.Answer answer = services[s].call(viewer, time);
        if (fresh) {
            facts.firstCall(answer == Service.Answer.REFUSED, time);
        }
        if (answer != Service.Answer.TAKEN) {
            error(viewer, time, answer == Service.Answer.REFUSED ? s : faultCause());
        }
    }

    private void serviceDone(int viewer, long time) {
        Service service = services[callers.service.getInt(viewer)];
        service.done(viewer, time);
        if (callers.state[viewer] == Callers.GONE_BUT_SERVED) {
            callers.state[viewer] = Callers.ENDED;
        } else {
            answer(service, viewer, time);
        }
    }

    private void answer(Service service, int viewer, long time) {
        callers.state[viewer] = Callers.BETWEEN_CALLS;
        if (callers.call.add(viewer, 1) == service.spec.calls()) {
            callers.call.set(viewer, 0);
            callers.attempt.set(viewer, 0);
            callers.service.add(viewer, 1);
        }
        long answered = time + service.spec.latencyMicros() + audience.rttMicros(viewer);
        queue.push(answered, callers.service.getInt(viewer) == services.length ? ADMIT : CALL, viewer, 0);
    }

    private void admit(int viewer, long time) {
        facts.pass(time);
        letIn(viewer, time);
    }

    private void letIn(int viewer, long time) {
        callers.state[viewer] = Callers.ADMITTED;
        levels.waiting.add(-1, time);
        admissions.add(viewer, time);
    }

    private void beginFault(int s, long time) {
        services[s].beginFault();
        int viewer = services[s].breakNext(time);
        while (viewer != Callers.NOBODY) {
            if (callers.state[viewer] == Callers.GONE_BUT_SERVED) {
                callers.state[viewer] = Callers.ENDED;
            } else {
                error(viewer, time, faultCause());
            }
            viewer = services[s].breakNext(time);
        }
    }

    private void callTimedOut(int viewer, long time) {
        int s = callers.service.getInt(viewer);
        services[s].withdraw(viewer, time);
        error(viewer, time, s);
    }

    /** The player meets an error: it tries the call again, or gives up. */
    private void error(int viewer, long time, int cause) {
        errors++;
        callers.culprit.set(viewer, cause);
        int attempt = callers.attempt.getInt(viewer);
        int k = callers.press.getInt(viewer) * services.length + callers.service.getInt(viewer);
        if (!audience.retries(viewer, k, attempt)) {
            failPress(viewer, time, time);
            return;
        }
        callers.state[viewer] = Callers.RETRYING;
        levels.retrying.add(1, time);
        callers.attempt.add(viewer, 1);
        queue.push(time + audience.retryDelayMicros(viewer, k, attempt), CALL, viewer, 0);
    }

    /** The player shows an error page: the person reloads, not before {@code earliest}, or leaves. */
    private void failPress(int viewer, long time, long earliest) {
        freePlaces(viewer, earliest);
        int press = callers.press.getInt(viewer);
        if (press < audience.maxReloads()) {
            callers.state[viewer] = Callers.AT_ERROR_PAGE;
            levels.retrying.add(1, time);
            long reload = time + audience.reloadDelayMicros(viewer, press);
            queue.push(Math.max(earliest, reload), RELOAD, viewer, 0);
        } else {
            callers.state[viewer] = Callers.ENDED;
            levels.waiting.add(-1, time);
            failStart(viewer, time);
        }
    }

    private void failStart(int viewer, long time) {
        if (callers.counted[viewer]) {
            facts.failStart(callers.culprit.getInt(viewer), time);
        }
    }

    /** The viewer holds no place any more: the press has failed, the viewer has left or the session is over. */
    void freePlaces(int viewer, long time) {
        for (long at = callers.removePlaces(viewer); at != 0; at &= at - 1) {
            services[Long.numberOfTrailingZeros(at)].freePlace(time);
        }
    }

    /** A viewer who had been admitted is back at the error page. */
    void failAfterAdmission(int viewer, long time, int cause, long now) {
        if (callers.state[viewer] != Callers.ADMITTED) {
            throw new IllegalStateException("Viewer " + viewer + " fails at " + time + " µs but has not been admitted"
                    + " (state " + callers.state[viewer] + ").");
        }
        callers.culprit.set(viewer, cause);
        levels.waiting.add(1, time);
        failPress(viewer, time, now);
    }

    private void patienceOut(int viewer, long time) {
        byte state = callers.state[viewer];
        int s = Math.min(callers.service.getInt(viewer), services.length - 1);
        if (callers.isInLine(viewer)) {
            services[s].withdraw(viewer, time);
        } else if (state == Callers.RETRYING) {
            levels.retrying.add(-1, time);
        }
        callers.state[viewer] = state == Callers.SERVED ? Callers.GONE_BUT_SERVED : Callers.ENDED;
        levels.waiting.add(-1, time);
        freePlaces(viewer, time);
        if (callers.culprit.getInt(viewer) != Callers.NO_CAUSE) {
            failStart(viewer, time);
        } else if (callers.counted[viewer]) {
            facts.exit(s, time);
        }
    }
}
