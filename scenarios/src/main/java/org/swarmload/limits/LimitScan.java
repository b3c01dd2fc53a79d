package org.swarmload.limits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds where things break: a ladder of audiences first, then in every bracket the middle, all brackets at once, until
 * each is narrow enough. Which audiences are run depends on results alone.
 */
public final class LimitScan {
    /** Simulates audiences. */
    @FunctionalInterface
    public interface Runs {
        /**
         * @param audiences ascending
         * @return the points of those that were finished; fewer than asked for ends the scan
         */
        List<AudiencePoint> of(List<Integer> audiences);
    }

    private final LimitsDesign design;
    private final Runs runs;
    private final NavigableMap<Integer, AudiencePoint> points = new TreeMap<>();

    public LimitScan(LimitsDesign design, Runs runs) {
        this.design = design;
        this.runs = runs;
    }

    /** Runs to the end, or until some audience was not finished; no points means that nothing was. */
    public LimitsResult scan() {
        boolean whole = run(design.ladder());
        while (whole) {
            Set<Integer> middles = new TreeSet<>();
            limits().stream()
                    .filter(limit -> limit.isOpen(design.within()))
                    .forEach(limit -> middles.add(limit.middle()));
            if (middles.isEmpty()) {
                break;
            }
            whole = run(middles);
        }
        return new LimitsResult(design, List.copyOf(points.values()), points.isEmpty() ? List.of() : limits(), !whole);
    }

    private boolean run(Collection<Integer> audiences) {
        List<AudiencePoint> found = runs.of(List.copyOf(audiences));
        found.forEach(point -> points.put(point.viewers(), point));
        return found.size() == audiences.size();
    }

    private List<Limit> limits() {
        return breakages().stream()
                .map(what -> Limit.of(what, points))
                .sorted(Limit.ORDER)
                .toList();
    }

    /** Everything that may break: the resources that runs speak of, in their order, then the objectives. */
    private Set<Breakage> breakages() {
        Set<Breakage> all = new LinkedHashSet<>();
        for (String delivery : design.deliveries()) {
            List<Breakage> objectives = new ArrayList<>();
            for (AudiencePoint point : points.values()) {
                for (AudiencePoint.Run run : point.delivery(delivery).runs()) {
                    run.resources().forEach(one -> all.add(new Breakage.Full(delivery, one.resource())));
                    run.promises().forEach(one -> objectives.add(new Breakage.Falls(delivery, one.objective())));
                }
            }
            all.addAll(objectives);
        }
        return all;
    }
}
