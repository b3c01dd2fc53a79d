package org.swarmload.sim.door;

import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.ServiceSpec;

/**
 * One service: who waits, who is served, who has a place, and whether a fault has taken it down. First come first
 * served; a call waits for a place before it waits for a server.
 */
final class Service {
    /** What a call meets. */
    enum Answer {
        TAKEN,
        REFUSED,
        NOBODY
    }

    final ServiceSpec spec;
    private final int number;
    private final Audience audience;
    private final Callers callers;
    private final EventQueue queue;
    private final DoorFacts facts;
    private final DoorLevels levels;
    final ServiceUse use = new ServiceUse();
    private final CallList queued;
    private final CallList awaitingPlace;
    private final CallList served;
    private int placesTaken;
    private int faults;
    private double carryMicros;

    Service(
            ServiceSpec spec,
            int number,
            Audience audience,
            Callers callers,
            EventQueue queue,
            DoorFacts facts,
            DoorLevels levels) {
        if (spec.servers() < 1 || spec.calls() < 1 || spec.calls() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("Service '" + spec.name() + "' has " + spec.servers() + " servers and "
                    + spec.calls() + " calls per start; each must be at least 1 (calls at most 32767).");
        }
        if (spec.limitsSessions() && number >= Long.SIZE) {
            throw new IllegalArgumentException("Service '" + spec.name() + "' limits sessions and is number " + number
                    + "; only the first " + Long.SIZE + " can.");
        }
        this.spec = spec;
        this.number = number;
        this.audience = audience;
        this.callers = callers;
        this.queue = queue;
        this.facts = facts;
        this.levels = levels;
        queued = new CallList(callers);
        awaitingPlace = new CallList(callers);
        served = new CallList(callers);
    }

    void beginFault() {
        faults++;
    }

    void endFault() {
        faults--;
    }

    /** Whether somebody waits, or would have to because every place is taken. */
    boolean isTight() {
        return waiting() > 0 || spec.limitsSessions() && placesTaken >= spec.sessions();
    }

    private int waiting() {
        return queued.size() + awaitingPlace.size();
    }

    /** A call joins the servers, the queue, or neither. */
    Answer call(int viewer, long time) {
        if (faults > 0) {
            return Answer.NOBODY;
        }
        boolean lacksPlace = spec.limitsSessions() && !callers.hasPlace(viewer, number);
        boolean placeFree = !lacksPlace || placesTaken < spec.sessions();
        boolean serverFree = served.size() < spec.servers();
        boolean mayWait = waiting() < spec.queueLimit() && (placeFree || waiting() < spec.placeQueueLimit());
        if (!(placeFree && serverFree || mayWait)) {
            facts.refuse(time);
            use.refuse(!placeFree, time);
            return Answer.REFUSED;
        }
        facts.take(time);
        if (lacksPlace && placeFree) {
            takePlace(viewer, time);
        }
        if (placeFree && serverFree) {
            serve(viewer, time);
        } else {
            wait(viewer, placeFree, time);
        }
        return Answer.TAKEN;
    }

    private void takePlace(int viewer, long time) {
        callers.takePlace(viewer, number);
        placesTaken++;
        levels.sessions.add(1, time);
        use.places.add(1, time);
    }

    private void wait(int viewer, boolean hasPlace, long time) {
        callers.state[viewer] = hasPlace ? Callers.QUEUED : Callers.AWAITING_PLACE;
        (hasPlace ? queued : awaitingPlace).add(viewer);
        levels.queued.add(1, time);
        if (spec.timeoutMicros() > 0) {
            queue.push(time + spec.timeoutMicros(), ServiceChain.CALL_TIMEOUT, viewer, callers.callStamp(viewer));
        }
    }

    private void serve(int viewer, long time) {
        callers.state[viewer] = Callers.SERVED;
        served.add(viewer);
        work(1, time);
        // The draw knows no attempt: a call is as much work whenever it is taken.
        long k = ((long) callers.press.getInt(viewer) << 32)
                | (callers.service.getInt(viewer) << 16)
                | callers.call.getInt(viewer);
        double work = audience.serviceMicros(spec.serviceSeconds(), viewer, k);
        queue.push(time + durationMicros(work), ServiceChain.SERVICE_DONE, viewer, callers.callStamp(viewer));
    }

    private void work(int servers, long time) {
        levels.busy.add(servers, time);
        use.busy.add(servers, time);
    }

    /** A call that was served leaves, and the next one begins. */
    void done(int viewer, long time) {
        served.remove(viewer);
        work(-1, time);
        if (queued.size() > 0) {
            levels.queued.add(-1, time);
            serve(queued.removeFirst(), time);
        }
    }

    /** A call that waits leaves the queue. */
    void withdraw(int viewer, long time) {
        (callers.state[viewer] == Callers.QUEUED ? queued : awaitingPlace).remove(viewer);
        levels.queued.add(-1, time);
    }

    /** A place becomes free; who waits for one has it. */
    void freePlace(long time) {
        placesTaken--;
        levels.sessions.add(-1, time);
        use.places.add(-1, time);
        if (awaitingPlace.size() == 0) {
            return;
        }
        int viewer = awaitingPlace.removeFirst();
        takePlace(viewer, time);
        if (served.size() < spec.servers()) {
            levels.queued.add(-1, time);
            serve(viewer, time);
        } else {
            callers.state[viewer] = Callers.QUEUED;
            queued.add(viewer);
        }
    }

    /** Takes one call that is broken by a fault out, those being served first; {@link Callers#NOBODY} if none is left. */
    int breakNext(long time) {
        if (served.size() > 0) {
            work(-1, time);
            return served.removeFirst();
        }
        if (waiting() == 0) {
            return Callers.NOBODY;
        }
        levels.queued.add(-1, time);
        return queued.size() > 0 ? queued.removeFirst() : awaitingPlace.removeFirst();
    }

    /**
     * Whole microseconds for this much work. What rounding takes from one call the next one gets, so that 1.4 µs each
     * are 700,000 calls a second and not a million.
     */
    private long durationMicros(double workMicros) {
        double exact = workMicros + carryMicros;
        long whole = Math.max(0, (long) StrictMath.floor(exact + 0.5));
        carryMicros = exact - whole;
        return whole;
    }
}
