package org.swarmload.yaml;

import java.nio.file.Path;
import java.util.List;

/**
 * Puts price lists of the scenario's own folder in the place of their names: {@code tariff: our-cdn.yaml} becomes what the
 * file says, so that the effective scenario needs no other file. Lines and columns stay those of the file.
 */
final class TariffFiles {
    /** Whose keys are names of payers. */
    private static final List<String> GROUPS = List.of("cdns", CostBinder.FRONT_DOOR);

    private final Path folder;
    private final Problems problems;

    private TariffFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The document with the price lists that it names read from its own folder. */
    static SourceNode inline(SourceNode document, Path folder, Problems problems) {
        TariffFiles files = new TariffFiles(folder, problems);
        return document instanceof SourceNode.MapNode map && map.get("costs") instanceof SourceNode.MapNode costs
                ? with(map, "costs", files.payers(costs, "costs"))
                : document;
    }

    private static SourceNode.MapNode with(SourceNode.MapNode map, String key, SourceNode value) {
        return map.with(key, new SourceNode.Entry(map.entries().get(key).keyPosition(), value));
    }

    private SourceNode.MapNode payers(SourceNode.MapNode payers, String path) {
        SourceNode.MapNode done = payers;
        for (String payer : payers.entries().keySet()) {
            if (payers.get(payer) instanceof SourceNode.MapNode map) {
                String at = path + "." + payer;
                boolean isPayer = map.get("tariff") != null;
                SourceNode.MapNode read = isPayer
                        ? with(map, "tariff", tariff(map.get("tariff"), at + ".tariff"))
                        : GROUPS.contains(payer) ? payers(map, at) : map;
                done = with(done, payer, read);
            }
        }
        return done;
    }

    private SourceNode tariff(SourceNode node, String path) {
        if (node instanceof SourceNode.ListNode list) {
            List<SourceNode> items =
                    list.items().stream().map(item -> tariff(item, path)).toList();
            return SourceNode.ListNode.of(list.position(), items);
        }
        if (!(node instanceof SourceNode.ScalarNode name) || !isFile(name.text())) {
            return node;
        }
        Path file = NearFile.in(folder, name, path);
        SourceNode read = SourceParser.parse(file.toString(), FileText.read(file), problems);
        if (!(read instanceof SourceNode.MapNode map) || map.get("id") != null) {
            return read;
        }
        String id = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return map.with(
                "id", new SourceNode.Entry(map.position(), new SourceNode.ScalarNode(map.position(), id, true)));
    }

    /** Whether this names a file rather than a price list that comes with the program. */
    static boolean isFile(String text) {
        return text.strip().matches(".*\\.ya?ml");
    }
}
