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
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.result.TimeSeries;

/** Charts over time of day, from the first replication of each delivery. */
final class TimeCharts {
    private static final Key REFUSED = new Key("answered 503 (refused)", Ink.REFUSALS, true);
    private static final Key ADMITTED = new Key("admitted", Ink.ATTEMPTS, true);
    private static final String STALL = "stall-seconds:";

    /** Names of panels and outages stand above the curves. */
    static final double HEADROOM = 1.15;

    private final Setting setting;
    private final List<Night> nights;
    private final Bins bins;

    TimeCharts(Setting setting, List<Night> nights) {
        this.setting = setting;
        this.nights = nights;
        this.bins = Bins.covering(nights);
    }

    /** Demand, capacity and who sends, of these deliveries. */
    TimeChart bandwidth(String id, String title, List<Night> shown) {
        return new BandwidthChart(setting, bins, shown).draw(id, title);
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

    /** The outages that a delivery feels, in its words. */
    static List<TimeChart.Band> bands(Setting setting, String delivery) {
        return setting.faults(delivery).stream()
                .map(fault -> band(setting, setting.faultText(delivery, fault), fault))
                .toList();
    }

    private static TimeChart.Band band(Setting setting, String label, FaultSpec fault) {
        return new TimeChart.Band(
                label, setting.clockSeconds(fault.atMicros()), setting.clockSeconds(fault.endMicros()));
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

    /** People who download a file and people who have it and stay; one panel per delivery. */
    TimeChart downloads() {
        List<Panel> panels = new ArrayList<>();
        double max = 0;
        for (Night night : nights) {
            TimeSeries series = night.drawn().series();
            Panel panel = new Panel(
                    night.name(),
                    List.of(),
                    List.of(
                            new Series("downloading", Ink.WAITING, bins.levels(series, "leechers")),
                            new Series("have it and stay", Ink.PEERS, bins.levels(series, "seeds-online"))),
                    bands(setting, night.name()),
                    null);
            panels.add(panel);
            max = Math.max(max, maximum(panel));
        }
        return new TimeChart(
                "leechers-and-seeds",
                "Who downloads, and who has the file and stays",
                "People at a time, " + bins.text() + ", first replication.",
                "People who download and people who have the file over time for " + names(nights) + ".",
                bins.clock(setting),
                Axis.of(Axis.Kind.COUNT, "People", max * HEADROOM),
                panels,
                List.of(
                        new Key("downloading", Ink.WAITING, false),
                        new Key("have the whole file and stay", Ink.PEERS, false)));
    }

    /** Every outage of the scenario, without what it means to one delivery, for a panel that shows several. */
    private List<TimeChart.Band> commonBands() {
        return setting.faults().stream()
                .map(fault -> band(setting, "outage", fault))
                .toList();
    }

    /** Requests at the doors and how many were refused; one panel per delivery. */
    TimeChart attempts() {
        List<Panel> panels = new ArrayList<>();
        double max = 0;
        boolean anyRefused = false;
        for (Night night : nights) {
            TimeSeries series = night.drawn().series();
            double[] attempts = bins.rates(series, 1, "attempts");
            double[] refused = bins.rates(series, 1, "http-503");
            double[] answered = new double[attempts.length];
            for (int bin = 0; bin < answered.length; bin++) {
                answered[bin] = Math.max(0, attempts[bin] - refused[bin]);
            }
            max = Math.max(max, Bins.max(attempts));
            anyRefused |= Bins.max(refused) > 0;
            boolean silent = Bins.max(attempts) == 0;
            panels.add(new Panel(
                    night.name(),
                    List.of(
                            new Series("refused", Ink.REFUSALS, refused),
                            new Series("admitted", Ink.ATTEMPTS, answered)),
                    List.of(),
                    bands(setting, night.name()),
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
                anyRefused ? List.of(REFUSED, ADMITTED) : List.of(ADMITTED));
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
                bands(setting, night.name()),
                silent ? "Nobody stalled in this delivery." : null);
    }

    static String names(List<Night> nights) {
        return String.join(", ", nights.stream().map(Night::name).toList()).toLowerCase(Locale.ROOT);
    }
}
