package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.report.Unit;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepPoint;
import org.swarmload.sweep.TimeEstimate;
import org.swarmload.yaml.Vary;

/** What a sweep will run, and what that takes. */
final class SweepPlan {
    private final SweepDesign design;
    private final List<SweepPoint> left;
    private final int threads;
    private final Path folder;

    /** @param left points that are still to be run */
    SweepPlan(SweepDesign design, List<SweepPoint> left, int threads, Path folder) {
        this.design = design;
        this.left = left;
        this.threads = threads;
        this.folder = folder;
    }

    void print(PrintWriter out, Memory memory, SweepDesign.Source source) {
        int runs = left.size() * design.deliveries().size() * design.replications();
        out.println("scenario      " + design.points().get(0).scenario().name());
        for (Vary vary : design.varies()) {
            out.println("varies        " + vary.path() + ": "
                    + vary.values().stream().map(Vary.Value::text).collect(Collectors.joining(", ")));
        }
        out.println("points        " + Unit.COUNT.say(design.points().size())
                + (design.varies().size() == 1 ? "" : design.zip() ? ", values side by side" : ", every combination")
                + (left.size() < design.points().size() ? "; " + Unit.COUNT.say(left.size()) + " still to run" : ""));
        out.println("deliveries    " + String.join(", ", design.deliveries()));
        out.println("replications  " + Unit.COUNT.say(design.replications()) + " of each: "
                + Unit.COUNT.say(runs, "simulation"));
        RunCommand.unknowns(design.points().get(0).scenario()).forEach(out::println);
        out.println("cells         "
                + (design.cells().sets()
                        ? "as the largest point: about "
                                + Unit.COUNT.say(Math.round(design.cells().viewersPerCell())) + " viewers in each"
                        : "as the scenario says, which is the same at every point"));
        out.println("memory        " + memory.line());
        out.println();
        points(out);
        out.println();
        out.flush();
        out.println("time          " + (left.isEmpty() ? "none: every point is there" : time(source)));
        out.println("out           " + folder);
        out.println("Nothing was written.");
    }

    private void points(PrintWriter out) {
        List<String> values = design.points().stream()
                .map(point -> String.join("  ", point.values()))
                .toList();
        int width = Math.max(6, values.stream().mapToInt(String::length).max().orElse(0));
        out.println(row("point", "values", width, "viewers", "cells", "simulations"));
        for (SweepPoint point : design.points()) {
            boolean there = !left.contains(point);
            out.println(row(
                    Integer.toString(point.number()),
                    values.get(point.number()),
                    width,
                    Unit.COUNT.say(point.scenario().audience().viewers()),
                    cells(point),
                    there
                            ? "finished"
                            : Unit.COUNT.say((double) design.deliveries().size() * design.replications())));
        }
    }

    private static String row(String point, String values, int width, String viewers, String cells, String runs) {
        return String.format(
                Locale.ROOT, "%5s  %-" + width + "s  %11s  %7s  %11s", point, values, viewers, cells, runs);
    }

    private String cells(SweepPoint point) {
        return design.deliveries().stream()
                .map(name -> ScenarioCompiler.compile(point.scenario(), name, 0).cells())
                .distinct()
                .sorted()
                .map(Unit.COUNT::say)
                .collect(Collectors.joining("/"));
    }

    private String time(SweepDesign.Source source) {
        TimeEstimate estimate = Simulation.estimate(design, source);
        double seconds = estimate.seconds(left, threads);
        return "about " + RoughTime.say(seconds) + " with " + Unit.COUNT.say(threads, "thread")
                + ", from a pilot just measured: each delivery of the smallest point with "
                + Unit.COUNT.say(estimate.pilotViewers(), "viewer")
                + "; refusals, retries and full memory caches take longer";
    }
}
