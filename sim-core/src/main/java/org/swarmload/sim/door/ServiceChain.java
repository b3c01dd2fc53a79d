package org.swarmload.sim.door;

import java.util.List;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.kernel.Digest;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ServiceSpec;

/** What each event does at the front door: the rules that {@link FrontDoor} lists. */
final class ServiceChain {
    // The order of events at one instant: departures, faults, time-outs and patience, arrivals. It is part of results.
    private static final int SERVICE_DONE = 0;
    private static final int ADMIT = 1;
    private static final int FAULT_BEGIN = 2;
    private static final int FAULT_END = 3;
    private static final int CALL_TIMEOUT = 4;
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
    private final Admissions admissions = new Admissions();

    private long waiting;
    private long errors;
    private long events;
    private long digest = Digest.EMPTY;

    ServiceChain(List<ServiceSpec> specs, Audience audience, Callers callers, EventQueue queue) {
        this.audience = audience;
        this.callers = callers;
        this.queue = queue;
        services = specs.stream().map(spec -> new Service(spec, callers)).toArray(Service[]::new);
        facts = new DoorFacts(services.length);
    }

    /** Takes a service down for a while. */
    void schedule(FaultSpec fault, int service) {
        queue.push(fault.atMicros(), FAULT_BEGIN, service, 0);
        queue.push(fault.endMicros(), FAULT_END, service, 0);
    }

    DoorFacts facts() {
        return facts;
    }

    Admissions admissions() {
        return admissions;
    }

    /** Viewers at the door or at its error page. */
    long waiting() {
        return waiting;
    }

    /** Refusals, time-outs and unanswered calls since the start. */
    long errors() {
        return errors;
    }

    /** The number of the cause "a service was down". */
    int faultCause() {
        return services.length;
    }

    boolean hasQueue() {
        for (Service service : services) {
            if (service.queued.size() > 0) {
                return true;
            }
        }
        return false;
    }

    long events() {
        return events;
    }

    long digest() {
        return digest;
    }

    void firstPress(int viewer, long time) {
        waiting++;
        executed(time, FIRST_PRESS, viewer);
        facts.press();
        press(viewer, time);
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
            case PATIENCE_OUT -> patienceOut(id);
            case CALL -> call(id, time);
            case RELOAD -> {
                callers.press[id]++;
                facts.reload();
                press(id, time);
            }
            default -> throw new IllegalStateException("Unknown kind of event " + kind + " at " + time + " µs.");
        }
    }

    private boolean isCurrent(int kind, int id, int aux) {
        return switch (kind) {
            case SERVICE_DONE -> callers.isServed(id) && callers.callStamp(id) == aux;
            case ADMIT, CALL -> callers.state[id] == Callers.BETWEEN_CALLS;
            case CALL_TIMEOUT -> callers.state[id] == Callers.QUEUED && callers.callStamp(id) == aux;
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
        long patience = audience.patienceMicros(viewer, callers.press[viewer]);
        if (patience != Long.MAX_VALUE) {
            queue.push(time + patience, PATIENCE_OUT, viewer, callers.pressStamp(viewer));
        }
        call(viewer, time);
    }

    private void call(int viewer, long time) {
        int s = callers.service[viewer];
        Service service = services[s];
        callers.calls[viewer]++;
        if (service.isDown()) {
            facts.leaveUnanswered(s);
            error(viewer, time, faultCause());
            return;
        }
        if (service.isFull()) {
            facts.refuse(s, time);
            error(viewer, time, s);
            return;
        }
        facts.take(s, time);
        if (service.hasFreeServer()) {
            serve(service, viewer, time);
            return;
        }
        callers.state[viewer] = Callers.QUEUED;
        service.queued.add(viewer);
        facts.queued(s, service.queued.size());
        if (service.spec.timeoutMicros() > 0) {
            queue.push(time + service.spec.timeoutMicros(), CALL_TIMEOUT, viewer, callers.callStamp(viewer));
        }
    }

    private void serve(Service service, int viewer, long time) {
        callers.state[viewer] = Callers.SERVED;
        service.served.add(viewer);
        // The draw knows no attempt: a call is as much work whenever it is taken.
        long k = ((long) callers.press[viewer] << 32) | (callers.service[viewer] << 16) | callers.call[viewer];
        double work = audience.serviceMicros(service.spec.serviceSeconds(), viewer, k);
        queue.push(time + service.durationMicros(work), SERVICE_DONE, viewer, callers.callStamp(viewer));
    }

    private void serviceDone(int viewer, long time) {
        Service service = services[callers.service[viewer]];
        service.served.remove(viewer);
        if (service.queued.size() > 0) {
            serve(service, service.queued.removeFirst(), time);
        }
        if (callers.state[viewer] == Callers.GONE_BUT_SERVED) {
            callers.state[viewer] = Callers.ENDED;
        } else {
            answer(service, viewer, time);
        }
    }

    private void answer(Service service, int viewer, long time) {
        callers.state[viewer] = Callers.BETWEEN_CALLS;
        if (++callers.call[viewer] == service.spec.calls()) {
            callers.call[viewer] = 0;
            callers.attempt[viewer] = 0;
            callers.service[viewer]++;
        }
        long answered = time + service.spec.latencyMicros() + audience.rttMicros(viewer);
        queue.push(answered, callers.service[viewer] == services.length ? ADMIT : CALL, viewer, 0);
    }

    private void admit(int viewer, long time) {
        callers.state[viewer] = Callers.ADMITTED;
        waiting--;
        facts.pass();
        admissions.add(viewer, time);
    }

    private void beginFault(int s, long time) {
        services[s].beginFault();
        breakCalls(s, services[s].served, time);
        breakCalls(s, services[s].queued, time);
    }

    private void breakCalls(int s, CallList calls, long time) {
        while (calls.size() > 0) {
            int viewer = calls.removeFirst();
            facts.leaveUnanswered(s);
            if (callers.state[viewer] == Callers.GONE_BUT_SERVED) {
                callers.state[viewer] = Callers.ENDED;
            } else {
                error(viewer, time, faultCause());
            }
        }
    }

    private void callTimedOut(int viewer, long time) {
        int s = callers.service[viewer];
        services[s].queued.remove(viewer);
        facts.timeOut(s);
        error(viewer, time, s);
    }

    /** The player meets an error: it tries the call again, or gives up. */
    private void error(int viewer, long time, int cause) {
        errors++;
        callers.culprit[viewer] = (short) cause;
        int attempt = callers.attempt[viewer];
        int k = callers.press[viewer] * services.length + callers.service[viewer];
        if (!audience.retries(viewer, k, attempt)) {
            failPress(viewer, time, time);
            return;
        }
        callers.state[viewer] = Callers.BETWEEN_CALLS;
        callers.attempt[viewer]++;
        queue.push(time + audience.retryDelayMicros(viewer, k, attempt), CALL, viewer, 0);
    }

    /** The player shows an error page: the person reloads, not before {@code earliest}, or leaves. */
    private void failPress(int viewer, long time, long earliest) {
        int press = callers.press[viewer];
        if (press < audience.maxReloads()) {
            callers.state[viewer] = Callers.AT_ERROR_PAGE;
            long reload = time + audience.reloadDelayMicros(viewer, press);
            queue.push(Math.max(earliest, reload), RELOAD, viewer, 0);
        } else {
            callers.state[viewer] = Callers.ENDED;
            waiting--;
            facts.failStart(callers.culprit[viewer]);
        }
    }

    /** A viewer who had been admitted is back at the error page. */
    void failAfterAdmission(int viewer, long time, int cause, long now) {
        if (callers.state[viewer] != Callers.ADMITTED) {
            throw new IllegalStateException("Viewer " + viewer + " fails at " + time + " µs but has not been admitted"
                    + " (state " + callers.state[viewer] + ").");
        }
        callers.culprit[viewer] = (short) cause;
        waiting++;
        failPress(viewer, time, now);
    }

    private void patienceOut(int viewer) {
        byte state = callers.state[viewer];
        int s = Math.min(callers.service[viewer], services.length - 1);
        if (state == Callers.QUEUED) {
            services[s].queued.remove(viewer);
        }
        callers.state[viewer] = state == Callers.SERVED ? Callers.GONE_BUT_SERVED : Callers.ENDED;
        waiting--;
        int culprit = callers.culprit[viewer];
        if (culprit == Callers.NO_CAUSE) {
            facts.exit(s);
        } else {
            facts.failStart(culprit);
        }
    }
}
