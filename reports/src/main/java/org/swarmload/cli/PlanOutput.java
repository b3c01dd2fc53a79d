package org.swarmload.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.export.RunFolder;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.PlanResult;

/** Writes everything that a plan leaves behind. */
final class PlanOutput {
    static final String RECOMMENDED = "recommended.yaml";

    private PlanOutput() {}

    static String write(PlanResult result, Path target, RunLog log, boolean charts) {
        try (RunFolder folder = RunFolder.open(target)) {
            if (result.recommendedYaml() != null) {
                folder.write(RECOMMENDED, result.recommendedYaml());
            }
            folder.write(RunFolder.SCENARIO, result.scenario().effectiveYaml());
            log.line("written" + charts);
            folder.write("run.log", log.toString());
            folder.publish(Version.text(), true);
        }
        return "";
    }

    static List<String> lines(PlanResult result) {
        List<String> lines = new ArrayList<>();
        for (DeliveryPlan plan : result.deliveries()) {
            lines.add(plan.delivery() + " " + plan.outcome() + " viewers " + plan.viewers() + " cost " + plan.cost()
                    + " nights " + plan.nights() + " " + plan.judged());
            plan.order().forEach(line -> lines.add("   " + line));
            lines.add("   " + plan.causes() + " looked " + plan.looked().size() + " worse " + plan.worseWithMore());
            plan.looked().forEach(point -> lines.add("      " + point));
        }
        lines.add("certificate " + result.certificate());
        result.written().forEach(one -> lines.add("written " + one.delivery() + " " + one.cost() + " " + one.judged()));
        java.util.stream.Stream.concat(result.tornado().stream(), result.headroom().stream())
                .forEach(one -> lines.add("what if " + one.what() + " " + one.change() + " viewers " + one.viewers()
                        + " " + one.cost() + " " + one.judged()));
        return lines;
    }
}
