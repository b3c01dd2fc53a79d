package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.chart.Chart;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Section;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.EngineFacts;
import org.swarmload.study.StudyResult;

/** Turns a study's result into what is said about it. */
public final class ReportBuilder {
    private final StudyResult study;
    private final Setting setting;
    private final List<Night> nights;

    /** @throws IllegalArgumentException when no delivery has a finished run: there is nothing to report */
    public ReportBuilder(StudyResult study) {
        this.study = study;
        this.setting = Setting.of(study.scenario());
        this.nights = Night.of(study);
        if (nights.isEmpty()) {
            throw new IllegalArgumentException("No simulation was finished: there is nothing to report.");
        }
    }

    public Report build() {
        Decision decision = new Decision(study, setting, nights);
        Scenario scenario = study.scenario();
        Night chosen = decision.chosen();
        // Curves show a night that came: with the capacities and by the clock of that night.
        Scenario drawn = scenario.night(chosen.drawn().replication());
        TimeCharts overTime = new TimeCharts(Setting.of(drawn), nights);
        Chart lead = overTime.bandwidth(
                "demand-against-capacity",
                (isFile() ? "Who sends the bytes: " : "What the audience asks for, and who sends it: ") + chosen.name(),
                List.of(chosen));
        return new Report(
                scenario.name(),
                subtitle(),
                study.partial(),
                decision.verdict(),
                decision.figures(),
                lead,
                decision.recommendation(),
                new Assumptions(setting).list(),
                new Changes(study, setting, decision).list(),
                sections(overTime, chosen));
    }

    private String subtitle() {
        int replications = nights.stream()
                .mapToInt(night -> night.result().runs().size())
                .min()
                .orElse(0);
        String about = study.scenario().about().strip();
        return (about.isEmpty() ? "" : about + " ")
                + Unit.COUNT.say(study.scenario().audience().viewers(), "viewer") + ", " + nights.size()
                + (nights.size() == 1 ? " delivery, " : " deliveries, ")
                + Unit.COUNT.say(replications, scenarioIsCertain() ? "replication" : "night") + " each.";
    }

    private List<Section> sections(TimeCharts overTime, Night chosen) {
        Findings findings = new Findings(setting, nights);
        OtherCharts bars = new OtherCharts(nights);
        Tables tables = new Tables(nights);
        List<Finding> said = new ArrayList<>(findings.quality());
        said.addAll(findings.crowd());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("The deliveries side by side", said, List.of(bars.fate()), compared()));
        if (!scenarioIsCertain()) {
            sections.add(new Unknowns(study, nights).section(chosen));
        }
        Chart demand = overTime.bandwidth(
                "bandwidth-by-source",
                isFile()
                        ? "Capacity and who sends, delivery by delivery"
                        : "Demand, capacity and who sends, delivery by delivery",
                nights);
        sections.add(new Section("Demand and bandwidth over time", List.of(), List.of(demand), List.of()));
        sections.addAll(isFile() ? downloads(overTime, bars) : plays(overTime, bars, findings));
        sections.add(
                new Section("Where the bytes come from", List.of(), List.of(bars.bytes()), List.of(tables.traffic())));
        if (scenarioIsCertain()) {
            sections.add(mathematics());
        }
        if (nights.stream().anyMatch(Night::hasBill)) {
            sections.add(new Section(
                    "What it costs",
                    new MoneyFindings(study, nights).list(),
                    List.of(bars.cost()),
                    nights.stream().filter(Night::hasBill).map(tables::invoice).toList()));
        }
        sections.add(method());
        return sections;
    }

    private boolean scenarioIsCertain() {
        return study.scenario().nights().areCertain();
    }

    private boolean isFile() {
        return nights.stream().allMatch(Night::isFile);
    }

    private List<Section> plays(TimeCharts overTime, OtherCharts bars, Findings findings) {
        Tables tables = new Tables(nights);
        return List.of(
                new Section(
                        "At the front door",
                        findings.frontDoor(),
                        List.of(overTime.attempts(), overTime.concurrency()),
                        List.of(tables.outcomes())),
                new Section("Waiting for the first frame", List.of(), List.of(bars.startup()), List.of()),
                new Section(
                        "Stalls and outages",
                        findings.outages(),
                        List.of(overTime.stalls()),
                        List.of(tables.causes())));
    }

    private List<Section> downloads(TimeCharts overTime, OtherCharts bars) {
        Tables tables = new Tables(nights);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "How long downloads take",
                new Findings(setting, nights).downloads(),
                List.of(bars.completion(), overTime.downloads()),
                List.of()));
        if (nights.stream().anyMatch(night -> night.mean(run -> run.outcomes().attempts()) > 0)) {
            sections.add(new Section(
                    "At the front door",
                    new Findings(setting, nights).frontDoor(),
                    List.of(overTime.attempts()),
                    List.of(tables.downloadOutcomes(), tables.causes())));
        }
        return sections;
    }

    /** What formulas say beside what was simulated, and what no server can change. */
    private Section mathematics() {
        Mathematics bounds = new Mathematics(nights);
        List<Table> tables = new ArrayList<>(List.of(bounds.table()));
        OwnLineFloors floors = new OwnLineFloors(study.floors());
        if (!floors.isEmpty()) {
            tables.add(floors.table());
        }
        return new Section("Mathematics beside the simulation", bounds.findings(), List.of(), tables);
    }

    private List<Table> compared() {
        List<Table> compared = new ArrayList<>(List.of(new Comparison(nights).table()));
        if (!study.verdicts().isEmpty()) {
            compared.add(Metrics.objectives(study.scenario(), study.verdicts()));
        }
        if (!study.expectations().isEmpty()) {
            compared.add(Expected.table(study));
        }
        if (scenarioIsCertain()) {
            compared.add(Metrics.all(nights));
        }
        compared.add(Metrics.quantiles(nights));
        return compared;
    }

    private Section method() {
        EngineFacts facts = nights.get(0).drawn().engine();
        StudyResult.EngineUse use = study.engine();
        List<Row> rows = List.of(
                row("seed", Long.toString(study.scenario().seed())),
                row("replications planned", Unit.COUNT.say(study.plannedReplications())),
                row("digest of all results", digest(study.digest())),
                row("cells per simulation", Unit.COUNT.say(facts.cells())),
                row("classes that ran", String.join(", ", facts.parts())),
                row("program", use.version()),
                row("Java", use.javaVersion()),
                row("threads", Unit.COUNT.say(use.threads())),
                row("time on the wall", Unit.SECONDS.say(use.wallSeconds())));
        List<Table> tables =
                new ArrayList<>(List.of(new Table("How this was computed", true, List.of("what", "value"), rows)));
        if (!scenarioIsCertain()) {
            tables.add(Metrics.all(nights));
        }
        return new Section(
                "Method",
                List.of(Finding.of("Viewers, pieces, servers and links are simulated one by one. The same scenario and "
                        + "seed give the same digest on any machine and any number of threads; the command verify "
                        + "checks it. Intervals are over replications, never over parts of one."
                        + (scenarioIsCertain() ? "" : " " + Unknowns.METHOD))),
                List.of(),
                tables);
    }

    private static Row row(String name, String value) {
        return new Row(name, List.of(Cell.of(value)));
    }

    /** A digest as people and files write it: 16 hexadecimal digits. */
    public static String digest(long digest) {
        return String.format(Locale.ROOT, "%016x", digest);
    }
}
