package org.swarmload.sim.door;

import java.util.List;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.ServiceSpec;

/**
 * The services that every start passes in order, for all viewers, exact to the microsecond whatever the length of a
 * round.
 *
 * <ol>
 *   <li>A press makes its calls one after the other: each joins the queue of its service or is answered 503; after its
 *       service the answer takes the service's latency and the viewer's round trip. A refusal is known at once.
 *   <li>After a 503, or when a call has waited as long as its time-out, the player tries the same call again while it
 *       has retries for this service. Then the press has failed; the person reloads, which starts the chain anew with
 *       fresh patience, or leaves.
 *   <li>A person whose patience runs out leaves for good: out of a queue at once; a call that is being served keeps its
 *       server until it is done. Nobody's patience runs at the error page.
 *   <li>A fault on a service breaks the calls it holds, and new ones find nobody who answers: an error to the player
 *       like a 503, but neither an attempt nor a 503.
 *   <li>A service that limits sessions gives a start a place with its first call there. The start keeps it through
 *       retries and the session, until the press fails or somebody says {@link #sessionEnded}. When no place is free the
 *       call waits for one, if the queue has room for that, or is answered 503.
 *   <li>Who is there from the beginning is let in at the first press without any call.
 *   <li>At one instant departures come before faults, these before time-outs and patience, these before retries and
 *       next calls, these before reloads, these before first presses; within each, smaller viewer numbers first.
 *   <li>Causes are numbers: 0 … services - 1 are the services, {@link #faultCause} is a service that was down, and the
 *       greater ones belong to whoever calls {@link #startFailed}.
 * </ol>
 *
 * <p>The patience of a press runs on after the admission, until the first frame: that is the caller's business, who
 * learns press time and press number with the admission.
 */
public final class FrontDoor {
    /** The cause of a viewer who has met no error yet. */
    public static final int NO_CAUSE = Callers.NO_CAUSE;

    private final Callers callers;
    private final int[] pressOrder;
    private final EventQueue queue = new EventQueue();
    private final ServiceChain chain;
    private final int services;

    private int firstPresses;
    private long nowMicros;
    private int nextBin;
    private long errorsBeforeRound;

    public FrontDoor(ModelSpec model, Audience audience) {
        this(model, audience, firstPresses(audience));
    }

    /** A door whose viewers first press at these times; the array becomes the door's. */
    FrontDoor(ModelSpec model, Audience audience, long[] pressMicros) {
        if (pressMicros.length > EventQueue.ID_LIMIT) {
            throw new IllegalArgumentException("The front door holds " + EventQueue.ID_LIMIT + " viewers at most, not "
                    + pressMicros.length + ".");
        }
        services = model.frontDoor().size();
        pressOrder = PressOrder.of(pressMicros);
        callers = new Callers(pressMicros, limitsSessions(model));
        chain = new ServiceChain(model.frontDoor(), model.warmupMicros(), audience, callers, queue);
        scheduleFaults(model);
    }

    /** The objects that the door consists of. */
    public List<Object> parts() {
        return services == 0 ? List.of(this) : List.of(this, chain, queue);
    }

    private void scheduleFaults(ModelSpec model) {
        for (FaultSpec fault : model.faults()) {
            for (int s = 0; s < services; s++) {
                boolean hit = model.frontDoor().get(s).name().equals(fault.name());
                if (hit && fault.target() == FaultSpec.Target.SERVICE) {
                    chain.schedule(fault, s);
                }
            }
        }
    }

    private static long[] firstPresses(Audience audience) {
        long[] pressMicros = new long[audience.viewers()];
        for (int v = 0; v < pressMicros.length; v++) {
            pressMicros[v] = audience.pressMicros(v);
        }
        return pressMicros;
    }

    /** Runs everything before {@code toMicros}. The admissions of the round before are forgotten. */
    public void advance(long toMicros) {
        chain.admissions().clear();
        errorsBeforeRound = chain.errors();
        while (true) {
            long press = nextFirstPressMicros();
            // First presses are the last rank of an instant: what is queued up to and including that instant goes
            // first.
            if (queue.popBefore(press < toMicros ? press + 1 : toMicros)) {
                closeBins(queue.time());
                chain.execute(queue.time(), queue.kind(), queue.id(), queue.aux());
            } else if (press < toMicros) {
                closeBins(press);
                chain.firstPress(pressOrder[firstPresses++], press);
            } else {
                break;
            }
        }
        closeBins(toMicros);
        nowMicros = toMicros;
    }

    private long nextFirstPressMicros() {
        // A viewer who has not pressed yet still has the time of the first press.
        return firstPresses < pressOrder.length ? callers.pressMicros[pressOrder[firstPresses]] : Long.MAX_VALUE;
    }

    private void closeBins(long timeMicros) {
        while ((nextBin + 1) * DoorFacts.BIN_MICROS <= timeMicros) {
            chain.endBin(nextBin++);
        }
    }

    /** Admissions of the last round, in order of time. */
    public int admissions() {
        return chain.admissions().size();
    }

    public int admittedViewer(int i) {
        return chain.admissions().viewer(i);
    }

    public long admittedAtMicros(int i) {
        return chain.admissions().micros(i);
    }

    /** When the press began that was admitted: patience and waiting count from here. */
    public long admittedPressMicros(int i) {
        return callers.pressMicros[admittedViewer(i)];
    }

    /** Number of the press that was admitted: 0 is the first, then one more for each reload. */
    public int admittedPress(int i) {
        return callers.press.getInt(admittedViewer(i));
    }

    /**
     * Cause of the latest error that the viewer met in any press, {@link #NO_CAUSE} if there was none. A viewer who
     * leaves before the first frame is a start failure charged to it, or an exit before start if there is none.
     */
    public int admittedCause(int i) {
        return callers.culprit.getInt(admittedViewer(i));
    }

    /** Whether what becomes of the viewer counts. */
    public boolean admittedCounts(int i) {
        return callers.counted[admittedViewer(i)];
    }

    /**
     * The session of an admitted viewer is over: the places that it had at services are free from the end of the last
     * round on. Without limits on sessions this need not be told.
     */
    public void sessionEnded(int viewer) {
        chain.freePlaces(viewer, nowMicros);
    }

    /** The number of the cause "a fault"; equal to the number of services. Cells may use it for their faults too. */
    public int faultCause() {
        return chain.faultCause();
    }

    /**
     * The player of an admitted viewer has given up with an error before the first frame: the person reloads after a
     * while, but not before the end of the last round, or leaves as a start failure.
     *
     * @param cause number of the cause: {@link #faultCause} or a greater one
     */
    public void startFailed(int viewer, long atMicros, int cause) {
        if (cause < faultCause() || cause > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Cause " + cause + " is not one of a cell: those begin at " + faultCause() + ".");
        }
        chain.failAfterAdmission(viewer, atMicros, cause, nowMicros);
    }

    /** Viewers at the door or at its error page now. */
    public long waiting() {
        return chain.waiting();
    }

    /** Whether everybody has pressed play for the first time. */
    public boolean allPressed() {
        return firstPresses == pressOrder.length;
    }

    /** Those of {@link #waiting} who first pressed play after the warm-up. */
    public long waitingCounted() {
        long sum = 0;
        for (int v = 0; v < callers.state.length; v++) {
            boolean here = callers.isPatienceRunning(v) || callers.state[v] == Callers.AT_ERROR_PAGE;
            sum += here && callers.counted[v] ? 1 : 0;
        }
        return sum;
    }

    /** Whether a call waits at a service now, would have to wait for a place, or one met an error in the last round. */
    public boolean constrained() {
        return chain.errors() > errorsBeforeRound || chain.isTight();
    }

    /** How many there were at once, until the end of the last round. */
    public DoorLevels levels() {
        return chain.levels();
    }

    public DoorFacts facts() {
        return chain.facts();
    }

    /** How much of each service was used, in their order. */
    public List<ServiceUse> use() {
        return chain.use();
    }

    /** Events executed so far, without those that life had overtaken. */
    public long events() {
        return chain.events();
    }

    /** Over time, kind and viewer of every executed event; does not depend on how the time was cut into rounds. */
    public long digest() {
        return chain.digest();
    }

    /** Bytes that a door of that model will hold, without its events. */
    public static long bytesFor(ModelSpec model) {
        int viewers = model.audience().viewers();
        return Callers.bytesFor(viewers, limitsSessions(model)) + 4L * viewers;
    }

    private static boolean limitsSessions(ModelSpec model) {
        return model.frontDoor().stream().anyMatch(ServiceSpec::limitsSessions);
    }

    /** Bytes of memory held. */
    public long stateBytes() {
        return callers.stateBytes()
                + 4L * pressOrder.length
                + queue.stateBytes()
                + chain.admissions().stateBytes();
    }
}
