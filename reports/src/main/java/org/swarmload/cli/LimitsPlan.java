package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.swarmload.limits.LimitsDesign;
import org.swarmload.report.Unit;
import org.swarmload.sweep.SweepPoint;
import org.swarmload.sweep.TimeEstimate;

/** What a scan for limits will run, and what that takes. */
final class LimitsPlan {
    private final LimitsDesign design;
    private final int threads;
    private final Path folder;

    LimitsPlan(LimitsDesign design, int threads, Path folder) {
        this.design = design;
        this.threads = threads;
        this.folder = folder;
    }

    void print(PrintWriter out, Memory memory) {
        int each = design.deliveries().size() * design.replications();
        List<Integer> ladder = design.ladder();
        out.println("scenario      " + design.scenario().name());
        out.println("written       " + Unit.COUNT.say(design.written(), "viewer"));
        out.println("ladder        "
                + String.join(", ", ladder.stream().map(Unit.COUNT::say).toList()) + " viewers");
        out.println("then          " + Unit.COUNT.say(halvings(), "more audience")
                + " at most for each limit that lies between two of these, to within "
                + Unit.SHARE.say(design.within()) + "; limits share them");
        out.println("deliveries    " + String.join(", ", design.deliveries()));
        out.println("replications  " + Unit.COUNT.say(design.replications()) + " of each: "
                + Unit.COUNT.say(each, "simulation") + " of every audience, "
                + Unit.COUNT.say((double) each * ladder.size()) + " for the ladder");
        out.println("cells         "
                + (design.oneCell()
                        ? "one for every audience"
                        : design.cells().sets()
                                ? "as the largest audience: about "
                                        + Unit.COUNT.say(
                                                Math.round(design.cells().viewersPerCell())) + " viewers in each"
                                : "as the scenario says"));
        out.println("memory        " + memory.line());
        out.flush();
        time(out);
        out.println("out           " + folder);
        out.println("Nothing was written.");
    }

    /** Audiences that halve the widest bracket of the ladder until it is narrow enough. */
    private int halvings() {
        List<Integer> ladder = design.ladder();
        double widest = 1;
        for (int i = 1; i < ladder.size(); i++) {
            widest = Math.max(widest, (double) ladder.get(i) / ladder.get(i - 1));
        }
        int halvings = 0;
        for (double ratio = widest; ratio > 1 + design.within(); ratio = Math.sqrt(ratio)) {
            halvings++;
        }
        return halvings;
    }

    private void time(PrintWriter out) {
        TimeEstimate estimate = Simulation.estimate(design.sweep(), design.source());
        List<SweepPoint> points = design.sweep().points();
        double ladder = estimate.seconds(points, threads);
        SweepPoint nearest = points.stream()
                .filter(point -> point.scenario().audience().viewers() >= design.written())
                .findFirst()
                .orElse(points.get(points.size() - 1));
        double one = estimate.seconds(List.of(nearest), threads);
        out.println("time          about " + RoughTime.say(ladder) + " for the ladder with "
                + Unit.COUNT.say(threads, "thread")
                + ", and about " + RoughTime.say(one) + " for one more audience of "
                + Unit.COUNT.say(nearest.scenario().audience().viewers())
                + "; so " + RoughTime.say(ladder + halvings() * one)
                + " if all limits lie together there, and more if they lie "
                + "apart or above. From a pilot just measured, each delivery with "
                + Unit.COUNT.say(estimate.pilotViewers(), "viewer") + "; nights of refusals take longer");
    }
}
