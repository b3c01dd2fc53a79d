package org.swarmload.sim.door;

/**
 * Calls in order of arrival, linked through {@link Callers}: a call leaves from anywhere in constant time. A viewer is
 * in one list at most.
 */
final class CallList {
    private final Callers callers;
    private int first = Callers.NOBODY;
    private int last = Callers.NOBODY;
    private int size;

    CallList(Callers callers) {
        this.callers = callers;
    }

    int size() {
        return size;
    }

    /** Takes the call that came first out of a list that is not empty. */
    int removeFirst() {
        int viewer = first;
        remove(viewer);
        return viewer;
    }

    void add(int viewer) {
        callers.next[viewer] = Callers.NOBODY;
        callers.previous[viewer] = last;
        if (last == Callers.NOBODY) {
            first = viewer;
        } else {
            callers.next[last] = viewer;
        }
        last = viewer;
        size++;
    }

    void remove(int viewer) {
        int before = callers.previous[viewer];
        int after = callers.next[viewer];
        if (before == Callers.NOBODY) {
            first = after;
        } else {
            callers.next[before] = after;
        }
        if (after == Callers.NOBODY) {
            last = before;
        } else {
            callers.previous[after] = before;
        }
        size--;
    }
}
