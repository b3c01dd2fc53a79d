package org.swarmload.sim.audience;

import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Initial;

/**
 * Which numbers belong to whom: groups that are here from the beginning, then components of arrivals that have a count,
 * then everybody else, who is dealt to the other components by their shares.
 */
final class Numbering {
    static final int NONE = -1;

    /** First number after each group, and after each component that has a count. */
    private final int[] initialEnds;

    private final int[] countedEnds;
    private final int[] counted;

    private final int[] shared;
    private final double[] shares;
    /** What the shares of the others add up to; 1 when all components have shares. */
    private final double sharedWhole;

    Numbering(AudienceSpec spec) {
        initialEnds = new int[spec.initial().size()];
        int next = 0;
        for (int g = 0; g < initialEnds.length; g++) {
            next += spec.initial().get(g).count();
            initialEnds[g] = next;
        }
        List<Arrival> arrivals = spec.arrivals();
        int withCount = (int) arrivals.stream().filter(Numbering::isCounted).count();
        counted = new int[withCount];
        countedEnds = new int[withCount];
        shared = new int[arrivals.size() - withCount];
        shares = new double[shared.length];
        int c = 0;
        int s = 0;
        double sum = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            if (isCounted(arrivals.get(i))) {
                next += arrivals.get(i).count();
                counted[c] = i;
                countedEnds[c++] = next;
            } else {
                sum += arrivals.get(i).share();
                shared[s] = i;
                shares[s++] = sum;
            }
        }
        sharedWhole = next == 0 ? 1 : sum;
    }

    private static boolean isCounted(Arrival arrival) {
        return arrival.count() != AudienceSpec.BY_SHARE;
    }

    /** Index of the group that was here from the beginning, or {@link #NONE}. */
    int initialGroup(int viewer) {
        for (int g = 0; g < initialEnds.length; g++) {
            if (viewer < initialEnds[g]) {
                return g;
            }
        }
        return NONE;
    }

    /** Index of the component of a viewer who was not here from the beginning. */
    int component(int viewer, double u) {
        for (int c = 0; c < counted.length; c++) {
            if (viewer < countedEnds[c]) {
                return counted[c];
            }
        }
        return shared[Deal.byShare(shares, u * sharedWhole)];
    }

    /** The how-manieth of its component a viewer is, from 0, if the component has a count. */
    int placeInComponent(int viewer) {
        int first = initialEnds.length == 0 ? 0 : initialEnds[initialEnds.length - 1];
        for (int end : countedEnds) {
            if (viewer < end) {
                break;
            }
            first = end;
        }
        return viewer - first;
    }

    /** The how-manieth a viewer is among those whose access class is not given, from 0. */
    int rankAmongDealt(int viewer, List<Initial> initial) {
        int rank = viewer;
        int first = 0;
        for (int g = 0; g < initialEnds.length && first <= viewer; g++) {
            if (initial.get(g).access() != AudienceSpec.BY_SHARE) {
                rank -= Math.min(viewer, initialEnds[g]) - first;
            }
            first = initialEnds[g];
        }
        return rank;
    }
}
