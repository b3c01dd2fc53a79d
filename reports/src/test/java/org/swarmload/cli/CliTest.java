package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.export.PlanFiles;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.report.SamplePlan;
import org.swarmload.report.SampleStudy;

class CliTest extends CommandTest {

    @TempDir
    Path place;

    @ParameterizedTest
    @ValueSource(strings = {"run", "sweep", "compare", "pickers", "validate", "verify", "list", "new", "completion"})
    void shouldGiveTwoExamplesInTheHelpOfEveryCommand(String command) {
        assertThat(run(command, "--help")).isZero();
        String examples = out.toString().split("Examples:")[1];
        assertThat(examples.lines().filter(line -> line.contains("swarmload"))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldSayWhatEveryExitCodeMeans() {
        assertThat(run("--help")).isZero();
        for (ExitCode code : ExitCode.values()) {
            assertThat(out.toString()).contains(code.code() + "  " + code.meaning());
        }
    }

    @Test
    void shouldExitWithTwoOnAWrongCommandLine() {
        assertThat(run("rum")).isEqualTo(2);
        assertThat(run("run", "premiere-night", "--threads", "0")).isEqualTo(2);
        assertThat(run("run", "premiere-night", "--deliveries", "pigeons")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: swarmload run?", "--threads", "no 'pigeons'");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--threads 257",
                "--threads -1",
                "--threads many",
                "--seed -1",
                "--seed 9007199254740993",
                "--seed x",
                "--replications 0",
                "--replications 1001",
                "--replications 99999999999"
            })
    void shouldNameTheOptionThatIsWrong(String wrong) {
        String[] option = wrong.split(" ");
        assertThat(run("run", "premiere-night", "--dry-run", option[0], option[1]))
                .isEqualTo(2);
        assertThat(err.toString()).contains(option[0], option[1]).doesNotContain("--set");
    }

    @Test
    void shouldSayTheVersionOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("(?s)swarmload [0-9]+\\.[0-9]+\\.[0-9]+\\S* on Java .*");
        assertThat(Version.stamp(SampleStudy.study()).engine().version()).isEqualTo(Version.text());
    }

    @Test
    void shouldSayOneThingInTheSingular() {
        assertThat(run("validate", "premiere-night", "--set", "audience.viewers=1", "--deliveries", "cdn"))
                .isZero();
        assertThat(out.toString()).contains("1 viewer, delivery cdn");
    }

    @Test
    void shouldLeaveAFolderWithAForeignManifestAlone() throws IOException {
        Path manifest = Files.writeString(place.resolve("manifest.json"), "{\"name\": \"web app\"}");
        assertThat(run("run", "premiere-night", "--out", place.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("manifest.json", "left alone");
        assertThat(manifest).hasContent("{\"name\": \"web app\"}");
    }

    /** Before anything is simulated, estimated by a simulation, or planned. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run premiere-night",
                "sweep premiere-night --vary audience.viewers=1k,2k",
                "limits premiere-night",
                "plan premiere-night",
                "pickers picker-shootout"
            })
    void shouldRefuseAnOutputFolderThatCannotBeMade(String command) throws IOException {
        Path file = Files.writeString(place.resolve("f"), "text");
        Path target = file.resolve("run");
        assertThat(run(List.of(command.split(" ")), "--out", target.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("'" + target + "' cannot be made: '" + file
                        + "' is no folder.\nMaybe name another with --out.\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldListAllProblemsOfAScenarioAndExitWithThree() throws IOException {
        Path folder = place.resolve("out");
        Path scenario = Files.writeString(place.resolve("bad.yaml"), "schema: 1\nname: Bad\nsed: 5\nseed: five\n");
        assertThat(run("run", scenario.toString(), "--out", folder.toString())).isEqualTo(3);
        assertThat(err.toString())
                .contains("bad.yaml:3:", "bad.yaml:4:")
                .containsPattern("[0-9]+ problems; nothing was run");
        assertThat(folder).doesNotExist();
    }

    @Test
    void shouldRefuseAnOutputFolderThatIsNoRunBeforeAnythingIsSimulated() throws IOException {
        Files.writeString(place.resolve("precious.txt"), "text");
        assertThat(run("run", "premiere-night", "--out", place.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("left alone", "precious.txt");
    }

    @Test
    void shouldSayWhatWouldRun() {
        assertThat(run("run", "premiere-night", "--dry-run", "--replications", "3", "--deliveries", "cdn,hybrid"))
                .isZero();
        assertThat(out.toString()).contains("cdn, hybrid", "6 simulations", "Nothing was run.");
        assertThat(out.toString()).containsPattern("memory +about [0-9.]+ MB, and Java may use .*; hybrid takes");
    }

    @Test
    void shouldSayOnWhichDayARunEnds() {
        assertThat(run("run", "file-release", "--dry-run", "--set", "run.until=all-done"))
                .isZero();
        assertThat(out.toString()).containsPattern("clock .*18:00 7 days later at the latest");
    }

    @Test
    void shouldCopyAScenarioAndNeverOverwrite() {
        Path mine = place.resolve("mine.yaml");
        assertThat(run("new", "premiere-night", "--to", mine.toString())).isZero();
        assertThat(mine).content().startsWith("#");
        assertThat(run("new", "premiere-night", "--to", mine.toString())).isEqualTo(2);
        assertThat(run("validate", mine.toString())).isZero();
    }

    @Test
    void shouldRefuseToVerifyWhatIsNoRun() {
        assertThat(run("verify", place.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is not the folder of a run, a sweep or a comparison of pickers");
    }

    /** Its scenario stands for none of its simulations, so nothing is run to find that out. */
    @ParameterizedTest
    @ValueSource(strings = {"verify", "compare"})
    void shouldSayThatAFolderIsAPlan(String command) throws IOException {
        Files.writeString(place.resolve("summary.json"), PlanFiles.json(SamplePlan.of(Outcome.HOLDS)));
        Files.writeString(place.resolve("effective-scenario.yaml"), "schema: 1\n");
        Files.writeString(place.resolve("recommended.yaml"), "schema: 1\n");
        String folder = place.toString();
        List<String> arguments = command.equals("verify") ? List.of(command, folder) : List.of(command, folder, folder);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("'" + place + "' is the folder of a plan")
                .contains("recommended.yaml")
                .doesNotContain("version");
    }

    @Test
    void shouldCheckMathematicsBesideItsKnownValues() {
        assertThat(run("check", "o-07")).isZero();
        assertThat(out.toString())
                .contains("✓ pass", "100.0 Erlang on 100 places", "0.0757")
                .doesNotContain("short");
    }

    @Test
    void shouldListTheChecks() {
        assertThat(run("check", "list")).isZero();
        assertThat(out.toString()).contains("o-02", "o-18", "o-22", "o-24");
        assertThat(out.toString()).contains("o-05 and o-20 are simulated only");
    }

    /** What is written, and what is said to be meant. */
    @ParameterizedTest
    @CsvSource({
        "check o-07 --all, Either 'o-07' or --all",
        "check list --all, Either 'list' or --all",
        "check o-77, no case 'o-77'",
        "check O-07, Maybe you meant o-07.",
        "check o-7, Maybe you meant o-07.",
        "check o-04-a, swarmload run scenarios/validation/o-04-a.yaml",
        "check o-20, swarmload run scenarios/validation/o-20.yaml",
        "run premiere-night --seed abc, 'abc' is not a whole number.",
        "new file-relase, Maybe you meant file-release."
    })
    void shouldExitWithTwoAndSayWhatWasMeant(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldSayWhereTheCasesOfValidationAre() {
        assertThat(run("run", "o-11", "--dry-run")).isEqualTo(3);
        assertThat(err.toString())
                .contains("Maybe a file of scenarios/validation, such as scenarios/validation/o-11.yaml.");
    }

    @Test
    void shouldPrintAScriptForTheShell() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("complete -F", "swarmload");
    }
}
