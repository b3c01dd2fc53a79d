package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.swarmload.chart.Axis;
import org.swarmload.chart.Ink;
import org.swarmload.chart.TimeChart;
import org.swarmload.chart.TimeChart.Key;
import org.swarmload.chart.TimeChart.Panel;
import org.swarmload.chart.TimeChart.Series;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.result.TimeSeries;

/** Charts over time of day, from the first replication of each delivery. */
final class TimeCharts {
    private static final String STALL = "stall-seconds:";

    /** Names of panels and outages stand above the curves. */
    private static final double HEADROOM = 1.15;

    private final Setting setting;
    private final List<Night> nights;
    private final Bins bins;

    TimeCharts(Setting setting, List<Night> nights) {
        this.setting = setting;
        this.nights = nights;
        this.bins = Bins.covering(nights);
    }

    /** What the audience draws against what the operator has, and who sends it; one panel per delivery. */
    TimeChart bandwidth(String id, String title, List<Night> shown) {
        List<Panel> panels = new ArrayList<>();
        double max = 0;
        boolean swarm = false;
        boolean seeds = false;
        boolean edges = false;
        boolean origin = false;
        for (Night night : shown) {
            Panel panel = bandwidthPanel(night, shown.size() > 1);
            panels.add(panel);
            max = Math.max(max, maximum(panel));
            DeliveryDef delivery = setting.delivery(night.name());
            swarm |= delivery.hasSwarm();
            seeds |= delivery.seeds() != null;
            edges |= Setting.hasEdges(delivery);
            origin |= !Setting.hasEdges(delivery) && delivery.origin() != null;
        }
        List<Key> legend = new ArrayList<>();
        legend.add(new Key("demand: everybody served at the best quality their line carries", Ink.DEMAND, false));
        legend.add(new Key("capacity of the operator's machines", Ink.CAPACITY, false));
        addIf(origin, legend, new Key("origin", Ink.ORIGIN, true));
        addIf(edges, legend, new Key("edges", Ink.EDGES, true));
        addIf(seeds, legend, new Key("seeds", Ink.SEEDS, true));
        addIf(swarm, legend, new Key("peers", Ink.PEERS, true));
        String subtitle = "Bandwidth sent to viewers, " + bins.text() + ", first replication."
                + (edges ? " What an origin sends to fill edges is left out." : "");
        String alt = "Bandwidth over time by source, with demand and capacity, for " + names(shown) + ".";
        return new TimeChart(
                id,
                title,
                subtitle,
                alt,
                bins.clock(setting),
                Axis.of(Axis.Kind.RATE, "Bandwidth", max * HEADROOM),
                panels,
                legend);
    }

    private Panel bandwidthPanel(Night night, boolean named) {
        DeliveryDef delivery = setting.delivery(night.name());
        TimeSeries series = night.drawn().series();
        List<Series> areas = new ArrayList<>();
        if (Setting.hasEdges(delivery)) {
            areas.add(new Series("edges", Ink.EDGES, bins.rates(series, 8, "edge-bytes")));
        } else if (delivery.origin() != null) {
            areas.add(new Series("origin", Ink.ORIGIN, bins.rates(series, 8, "origin-bytes")));
        }
        if (delivery.seeds() != null) {
            areas.add(new Series("seeds", Ink.SEEDS, bins.rates(series, 8, "seed-bytes")));
        }
        if (delivery.hasSwarm()) {
            areas.add(new Series("peers", Ink.PEERS, bins.rates(series, 8, "peer-bytes")));
        }
        double[] capacity = new double[bins.count()];
        for (int bin = 0; bin < capacity.length; bin++) {
            capacity[bin] = setting.operatorBps(night.name(), bins.middleMicros(bin));
        }
        List<Series> lines = new ArrayList<>();
        lines.add(new Series("capacity", Ink.CAPACITY, capacity));
        if (series.has("demand-bps")) {
            lines.add(new Series("demand", Ink.DEMAND, bins.levels(series, "demand-bps")));
        }
        boolean silent = areas.stream().allMatch(area -> Bins.max(area.values()) == 0);
        return new Panel(
                named ? night.name() : "",
                areas,
                lines,
                bands(night.name()),
                silent ? "No byte was sent to viewers in this delivery." : null);
    }

    /** Highest point of a panel: the sum of its areas or one of its lines. */
    private static double maximum(Panel panel) {
        double max = 0;
        for (Series line : panel.lines()) {
            max = Math.max(max, Bins.max(line.values()));
        }
        int bins = panel.areas().isEmpty() ? 0 : panel.areas().get(0).values().length;
        for (int bin = 0; bin < bins; bin++) {
            double sum = 0;
            for (Series area : panel.areas()) {
                sum += area.values()[bin];
            }
            max = Math.max(max, sum);
        }
        return max;
    }

    private List<TimeChart.Band> bands(String delivery) {
        List<TimeChart.Band> bands = new ArrayList<>();
        for (FaultSpec fault : setting.faults(delivery)) {
            bands.add(band(setting.faultText(delivery, fault), fault.atMicros(), fault.endMicros()));
        }
        return bands;
    }

    private TimeChart.Band band(String label, long fromMicros, long toMicros) {
        return new TimeChart.Band(label, setting.clockSeconds(fromMicros), setting.clockSeconds(toMicros));
    }

    /** Viewers playing or stalled, one line per delivery. */
    TimeChart concurrency() {
        List<Series> lines = new ArrayList<>();
        List<Key> legend = new ArrayList<>();
        double max = 0;
        for (int i = 0; i < nights.size(); i++) {
            Night night = nights.get(i);
            double[] viewers = bins.levels(night.drawn().series(), "concurrent-viewers");
            max = Math.max(max, Bins.max(viewers));
            lines.add(new Series(night.name(), Ink.ofDelivery(i), viewers));
            legend.add(new Key(night.name(), Ink.ofDelivery(i), false));
        }
        Panel panel = new Panel("", List.of(), lines, commonBands(), null);
        return new TimeChart(
                "concurrent-viewers",
                "Viewers with a picture",
                "Viewers playing or stalled at a time, " + bins.text() + ", first replication.",
                "Concurrent viewers over time for " + names(nights) + ".",
                bins.clock(setting),
                Axis.of(Axis.Kind.COUNT, "Concurrent viewers", max * HEADROOM),
                List.of(panel),
                legend);
    }

    /** Every outage of the scenario, without what it means to one delivery, for a panel that shows several. */
    private List<TimeChart.Band> commonBands() {
        return setting.faults().stream()
                .map(fault -> band("outage", fault.atMicros(), fault.endMicros()))
                .toList();
    }

    /** Requests at the doors and how many were refused; one panel per delivery. */
    TimeChart attempts() {
        List<Panel> panels = new ArrayList<>();
        double max = 0;
        for (Night night : nights) {
            TimeSeries series = night.drawn().series();
            double[] attempts = bins.rates(series, 1, "attempts");
            double[] refused = bins.rates(series, 1, "http-503");
            double[] answered = new double[attempts.length];
            for (int bin = 0; bin < answered.length; bin++) {
                answered[bin] = Math.max(0, attempts[bin] - refused[bin]);
            }
            max = Math.max(max, Bins.max(attempts));
            boolean silent = Bins.max(attempts) == 0;
            panels.add(new Panel(
                    night.name(),
                    List.of(
                            new Series("refused", Ink.REFUSALS, refused),
                            new Series("admitted", Ink.ATTEMPTS, answered)),
                    List.of(),
                    bands(night.name()),
                    silent ? "No service or server counted a request in this delivery." : null));
        }
        return new TimeChart(
                "attempts",
                "Requests at the front door and the servers, and how many are refused",
                "Requests per second, " + bins.text() + ", first replication. Retries count as requests.",
                "Requests per second and 503 answers over time for " + names(nights) + ".",
                bins.clock(setting),
                Axis.of(Axis.Kind.COUNT, "Requests per second", max * HEADROOM),
                panels,
                List.of(
                        new Key("answered 503 (refused)", Ink.REFUSALS, true),
                        new Key("admitted", Ink.ATTEMPTS, true)));
    }

    /** Viewers who stall, by what they lack; one panel per delivery. */
    TimeChart stalls() {
        TreeSet<String> causes = new TreeSet<>();
        for (Night night : nights) {
            night.drawn().series().columns().stream()
                    .filter(column -> column.name().startsWith(STALL) && Bins.max(column.values()) > 0)
                    .forEach(column -> causes.add(column.name().substring(STALL.length())));
        }
        List<Panel> panels = new ArrayList<>();
        double max = 0;
        for (Night night : nights) {
            Panel panel = stallPanel(night, causes);
            panels.add(panel);
            max = Math.max(max, maximum(panel));
        }
        List<Key> legend = new ArrayList<>();
        causes.forEach(cause -> legend.add(new Key(Causes.say(cause), Causes.ink(cause), true)));
        return new TimeChart(
                "stalls",
                "Viewers whose picture stands still, and why",
                "Stalled viewers (stall-seconds per second), " + bins.text() + ", first replication.",
                "Stalled viewers over time by cause for " + names(nights) + ".",
                bins.clock(setting),
                Axis.of(Axis.Kind.COUNT, "Stalled viewers", max * HEADROOM),
                panels,
                legend);
    }

    private Panel stallPanel(Night night, TreeSet<String> causes) {
        List<Series> areas = new ArrayList<>();
        for (String cause : causes) {
            double[] values = bins.rates(night.drawn().series(), 1, STALL + cause);
            areas.add(new Series(Causes.say(cause), Causes.ink(cause), values));
        }
        boolean silent = areas.stream().allMatch(area -> Bins.max(area.values()) == 0);
        return new Panel(
                night.name(),
                areas,
                List.of(),
                bands(night.name()),
                silent ? "Nobody stalled in this delivery." : null);
    }

    private static void addIf(boolean wanted, List<Key> legend, Key key) {
        if (wanted) {
            legend.add(key);
        }
    }

    static String names(List<Night> nights) {
        return String.join(", ", nights.stream().map(Night::name).toList()).toLowerCase(Locale.ROOT);
    }
}
