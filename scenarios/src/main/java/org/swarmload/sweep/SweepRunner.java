package org.swarmload.sweep;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.study.StudyResult;

/** Runs the points of a sweep that are not there yet, one after the other. */
public final class SweepRunner {
    /** Simulates one point; an interrupted study is marked partial. */
    @FunctionalInterface
    public interface Study {
        StudyResult of(SweepPoint point);
    }

    /** Where finished points lie. What it returns is what counts from then on: the same when it is found again. */
    public interface Store {
        /** What would come out for that point again; null if it is not there. */
        PointResult find(SweepPoint point);

        PointResult keep(SweepPoint point, PointResult result);
    }

    private final Study study;
    private final Store store;

    public SweepRunner(Study study, Store store) {
        this.study = study;
        this.store = store;
    }

    /** All points, or those before the first that was interrupted and those that were there already. */
    public SweepResult run(SweepDesign design) {
        List<PointResult> results = new ArrayList<>();
        design.points().forEach(point -> results.add(store.find(point)));
        for (SweepPoint point : design.points()) {
            if (results.get(point.number()) == null) {
                StudyResult found = study.of(point);
                if (found.partial()) {
                    break;
                }
                results.set(point.number(), store.keep(point, PointResult.of(point, found)));
            }
        }
        return new SweepResult(design, results);
    }
}
