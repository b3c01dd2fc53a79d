package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.chart.Axis;
import org.swarmload.chart.Ink;
import org.swarmload.chart.TimeChart;
import org.swarmload.chart.TimeChart.Key;
import org.swarmload.chart.TimeChart.Panel;
import org.swarmload.chart.TimeChart.Series;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.sim.result.TimeSeries;

/** What the audience draws against what the operator has, and who sends it; one panel per delivery. */
final class BandwidthChart {
    /** Capacity above this multiple of everything else would press the picture flat: the axis is cut below it. */
    private static final double AMPLE = 1.5;

    /** Where a cut axis ends, as a multiple of the greatest demand or traffic. */
    private static final double CUT = 1.25;

    private static final Key DEMAND =
            new Key("demand: everybody served at the best quality their line carries", Ink.DEMAND, false);
    private static final Key CAPACITY = new Key("capacity of the operator's machines", Ink.CAPACITY, false);

    private final Setting setting;
    private final Bins bins;
    private final List<Night> shown;
    private final List<Lane> lanes;

    /** One delivery's curves. Sources that never send are left out. */
    private record Lane(Night night, Map<Key, double[]> sources, double[] demand, double[] capacity) {
        /** Highest point of traffic and demand. */
        double traffic() {
            double max = Bins.max(demand);
            double[] sum = new double[demand.length];
            for (double[] source : sources.values()) {
                for (int bin = 0; bin < sum.length; bin++) {
                    sum[bin] += source[bin];
                    max = Math.max(max, sum[bin]);
                }
            }
            return max;
        }
    }

    BandwidthChart(Setting setting, Bins bins, List<Night> shown) {
        this.setting = setting;
        this.bins = bins;
        this.shown = shown;
        this.lanes = shown.stream().map(this::lane).toList();
    }

    TimeChart draw(String id, String title) {
        double traffic = lanes.stream().mapToDouble(Lane::traffic).max().orElse(0);
        double capacity = lanes.stream()
                .mapToDouble(lane -> Bins.max(lane.capacity()))
                .max()
                .orElse(0);
        boolean cut = traffic > 0 && capacity > AMPLE * traffic;
        double top = cut ? CUT * traffic : TimeCharts.HEADROOM * Math.max(traffic, capacity);
        Axis axis = Axis.of(Axis.Kind.RATE, "Bandwidth", top);
        List<Panel> panels = lanes.stream().map(lane -> panel(lane, axis)).toList();
        boolean edges = shown.stream().anyMatch(night -> Setting.hasEdges(setting.delivery(night.name())));
        String subtitle = "Bandwidth sent to viewers, " + bins.text() + ", first replication."
                + (edges ? " What an origin sends to fill edges is left out." : "");
        String alt = "Bandwidth over time by source, with demand and capacity, for " + TimeCharts.names(shown) + ".";
        return new TimeChart(id, title, subtitle, alt, bins.clock(setting), axis, panels, legend(axis));
    }

    private Lane lane(Night night) {
        DeliveryDef delivery = setting.delivery(night.name());
        TimeSeries series = night.drawn().series();
        Map<Key, double[]> sources = new LinkedHashMap<>();
        // An origin behind edges sends to them, not to viewers.
        if (Setting.hasEdges(delivery)) {
            sources.put(new Key("edges", Ink.EDGES, true), bins.rates(series, 8, "edge-bytes"));
        } else {
            sources.put(new Key("origin", Ink.ORIGIN, true), bins.rates(series, 8, "origin-bytes"));
        }
        sources.put(new Key("seeds", Ink.SEEDS, true), bins.rates(series, 8, "seed-bytes"));
        sources.put(new Key("peers", Ink.PEERS, true), bins.rates(series, 8, "peer-bytes"));
        sources.values().removeIf(values -> Bins.max(values) == 0);
        double[] capacity = new double[bins.count()];
        for (int bin = 0; bin < capacity.length; bin++) {
            capacity[bin] = setting.operatorBps(night.name(), bins.middleMicros(bin));
        }
        return new Lane(night, sources, demand(night, series), capacity);
    }

    /** A download takes what it gets: nobody can say what it would ask for. */
    private double[] demand(Night night, TimeSeries series) {
        return night.isFile() ? new double[bins.count()] : bins.levels(series, "demand-bps");
    }

    private Panel panel(Lane lane, Axis axis) {
        List<Series> areas = new ArrayList<>();
        lane.sources().forEach((key, values) -> areas.add(new Series(key.name(), key.ink(), values)));
        List<Series> lines = new ArrayList<>();
        double capacity = Bins.max(lane.capacity());
        if (capacity > 0) {
            lines.add(new Series("capacity", Ink.CAPACITY, lane.capacity()));
        }
        if (Bins.max(lane.demand()) > 0) {
            lines.add(new Series("demand", Ink.DEMAND, lane.demand()));
        }
        return new Panel(
                shown.size() > 1 ? lane.night().name() : "",
                areas,
                lines,
                TimeCharts.bands(setting, lane.night().name()),
                areas.isEmpty() ? "No byte was sent to viewers in this delivery." : null,
                capacity > axis.upper() ? "capacity " + Unit.BPS.say(capacity) + ", above this axis" : "");
    }

    /** What is drawn in some panel; a capacity that is above the axis all the time is said in the panel instead. */
    private List<Key> legend(Axis axis) {
        List<Key> legend = new ArrayList<>();
        if (lanes.stream().anyMatch(lane -> Bins.max(lane.demand()) > 0)) {
            legend.add(DEMAND);
        }
        if (lanes.stream().anyMatch(lane -> isSeen(lane.capacity(), axis))) {
            legend.add(CAPACITY);
        }
        for (Ink ink : List.of(Ink.ORIGIN, Ink.EDGES, Ink.SEEDS, Ink.PEERS)) {
            lanes.stream()
                    .flatMap(lane -> lane.sources().keySet().stream())
                    .filter(key -> key.ink() == ink)
                    .findFirst()
                    .ifPresent(legend::add);
        }
        return legend;
    }

    private static boolean isSeen(double[] capacity, Axis axis) {
        for (double value : capacity) {
            if (Bins.max(capacity) > 0 && value <= axis.upper()) {
                return true;
            }
        }
        return false;
    }
}
