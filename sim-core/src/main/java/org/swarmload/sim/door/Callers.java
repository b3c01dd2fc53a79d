package org.swarmload.sim.door;

import java.util.stream.Stream;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.kernel.Numbers;

/** What the door knows of each viewer: one array per attribute, indexed by the viewer's number; 24 bytes as a rule. */
final class Callers {
    static final int NOBODY = -1;
    static final int NO_CAUSE = -1;

    /** Has not pressed play yet. */
    static final byte OUTSIDE = 0;
    /** Pressed play; no call is with a service: an answer is on its way. */
    static final byte BETWEEN_CALLS = 1;
    /** Its call waits in the queue of the service. */
    static final byte QUEUED = 2;
    /** Its call is being served. */
    static final byte SERVED = 3;
    /** Left while its call was being served: nobody waits for the answer, but the server works on. */
    static final byte GONE_BUT_SERVED = 4;
    /** The player has given up; the person is going to reload. */
    static final byte AT_ERROR_PAGE = 5;
    /** In a cell's hands. */
    static final byte ADMITTED = 6;
    /** Left for good. */
    static final byte ENDED = 7;

    /** The player waits for a retry. */
    static final byte RETRYING = 8;
    /** Its call waits in the queue of the service for somebody's session to end. */
    static final byte AWAITING_PLACE = 9;

    /** Of a viewer, without what is in {@link Numbers} and without places. */
    private static final long BYTES = 8 + 4 + 4 + 1 + 1;

    private static final int STAMP_MASK = EventQueue.AUX_LIMIT - 1;

    final long[] pressMicros;
    /** Number of the present press: 0, then one more for each reload. */
    final Numbers press;

    final Numbers attempt;
    /** Calls made so far. */
    final Numbers calls;
    /** Neighbours in the list (waiting or being served) that the call is in. */
    final int[] next;

    final int[] previous;
    final Numbers service;
    final Numbers call;
    /** Cause of the latest refusal or error, {@link #NO_CAUSE} if there was none in any press. */
    final Numbers culprit;

    final byte[] state;
    /** Whether the viewer first pressed play after the warm-up, so that what becomes of it is counted. */
    final boolean[] counted;
    /** Services at which the viewer has a place, one bit each; null when no service limits sessions. */
    private final long[] places;

    Callers(long[] pressMicros, boolean limitedSessions) {
        int viewers = pressMicros.length;
        this.pressMicros = pressMicros;
        press = new Numbers(viewers);
        attempt = new Numbers(viewers);
        calls = new Numbers(viewers);
        next = new int[viewers];
        previous = new int[viewers];
        service = new Numbers(viewers);
        call = new Numbers(viewers);
        culprit = new Numbers(viewers);
        culprit.fill(NO_CAUSE);
        state = new byte[viewers];
        counted = new boolean[viewers];
        places = limitedSessions ? new long[viewers] : null;
    }

    /** Whether the clock of the viewer's patience runs here. */
    boolean isPatienceRunning(int viewer) {
        return isBetweenCalls(viewer) || isInLine(viewer) || state[viewer] == SERVED;
    }

    boolean isBetweenCalls(int viewer) {
        return state[viewer] == BETWEEN_CALLS || state[viewer] == RETRYING;
    }

    boolean isInLine(int viewer) {
        return state[viewer] == QUEUED || state[viewer] == AWAITING_PLACE;
    }

    boolean hasPlace(int viewer, int service) {
        return (places[viewer] >>> service & 1) != 0;
    }

    void takePlace(int viewer, int service) {
        places[viewer] |= 1L << service;
    }

    /** Takes all places from the viewer: the services at which it had one, one bit each. */
    long removePlaces(int viewer) {
        if (places == null) {
            return 0;
        }
        long had = places[viewer];
        places[viewer] = 0;
        return had;
    }

    /** Puts the viewer before the first call of the chain. */
    void beginPress(int viewer, long atMicros) {
        pressMicros[viewer] = atMicros;
        service.set(viewer, 0);
        call.set(viewer, 0);
        attempt.set(viewer, 0);
    }

    /** The number that an event of the latest call carries; tells it from one that life has overtaken. */
    int callStamp(int viewer) {
        return calls.getInt(viewer) & STAMP_MASK;
    }

    /** The number that an event of the present press carries. */
    int pressStamp(int viewer) {
        return press.getInt(viewer) & STAMP_MASK;
    }

    /** Whether a server works on the viewer's call. */
    boolean isServed(int viewer) {
        return state[viewer] == SERVED || state[viewer] == GONE_BUT_SERVED;
    }

    long stateBytes() {
        long numbers = Stream.of(press, attempt, calls, service, call, culprit)
                .mapToLong(Numbers::stateBytes)
                .sum();
        return numbers + (BYTES + (places != null ? Long.BYTES : 0)) * state.length;
    }

    /** What is expected when all have come: the six numbers of a viewer are small. */
    static long bytesFor(int viewers, boolean limitedSessions) {
        return (BYTES + 6 + (limitedSessions ? Long.BYTES : 0)) * viewers;
    }
}
