package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.study.RunNote;

/**
 * By how much what a small crowd measures is put right, promise by promise: by what everybody measured more than it did, on
 * the same night with the same order. A small crowd tells orders and circumstances apart, what they come to it tells badly.
 */
record Calibration(List<Double> shifts) {
    static final Calibration NONE = new Calibration(List.of());

    static Calibration between(RunNote small, RunNote everybody) {
        List<Double> shifts = new ArrayList<>();
        for (int i = 0; i < everybody.promised().size(); i++) {
            Double of = everybody.promised().get(i);
            Double from = small.promised().get(i);
            shifts.add(of == null || from == null ? 0 : of - from);
        }
        return new Calibration(shifts);
    }

    RunNote of(RunNote note) {
        List<Double> promised = new ArrayList<>(note.promised());
        for (int i = 0; i < shifts.size(); i++) {
            if (promised.get(i) != null) {
                promised.set(i, Math.max(0, promised.get(i) + shifts.get(i)));
            }
        }
        return note.promising(promised);
    }
}
