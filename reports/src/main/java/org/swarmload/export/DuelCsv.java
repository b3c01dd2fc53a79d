package org.swarmload.export;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.DuelRun;
import org.swarmload.duel.SwarmHistory;

/** The tables of a comparison of pickers. */
public final class DuelCsv {
    private DuelCsv() {}

    /** One line per picker, replication and metric. */
    public static String pickers(DuelResult result) {
        Csv csv = new Csv();
        csv.line(List.of("picker", "replication", "metric", "value"));
        for (String picker : result.pickers()) {
            for (DuelRun run : result.of(picker)) {
                run.values()
                        .forEach((metric, value) -> csv.line(List.of(
                                picker, Integer.toString(run.replication()), metric.word(), Numbers.plain(value))));
            }
        }
        return csv.text();
    }

    /** The first replication over time: what the charts of progress, uplinks and availability are drawn from. */
    public static String history(DuelResult result) {
        Csv csv = new Csv();
        List<String> head = new ArrayList<>(
                List.of("picker", "seconds", "present", "in-order-progress", "peer-bytes-after", "lent-bytes-until"));
        int groups = result.of(result.pickers().get(0)).get(0).history().groups();
        for (int group = 0; group < groups; group++) {
            head.add("availability-" + group);
        }
        csv.line(head);
        for (String picker : result.pickers()) {
            DuelRun run = result.of(picker).get(0);
            for (int moment = 0; moment < run.history().moments(); moment++) {
                csv.line(line(picker, run, moment));
            }
        }
        return csv.text();
    }

    private static List<String> line(String picker, DuelRun run, int moment) {
        SwarmHistory history = run.history();
        List<String> line = new ArrayList<>();
        line.add(picker);
        line.add(Numbers.plain(history.atMicros(moment) / 1e6));
        line.add(Long.toString(history.present(moment)));
        line.add(number(history.inOrderProgress(moment)));
        line.add(moment < run.peerBytes().length ? Numbers.plain(run.peerBytes()[moment]) : "");
        line.add(Long.toString(history.lentBytes(moment)));
        for (int group = 0; group < history.groups(); group++) {
            line.add(number(history.availability(moment, group)));
        }
        return line;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.plain(value);
    }
}
