package org.swarmload.yaml;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.swarmload.scenario.Content;
import org.swarmload.scenario.Durations;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.ContentSpec.File;
import org.swarmload.sim.model.ContentSpec.Live;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.ContentSpec.Titles;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.swarm.Holdings;

/** Binds {@code content:}: a title on demand, a live channel or a file. */
final class ContentBinder {
    private static final int MAX_TITLES = 10_000;
    private static final Range FILE_BYTES = new Range(1, 1e13, "from 1B to 10TB");
    private static final Range SEGMENT = new Range(0.01, 600, "from 10ms to 10min");
    private static final double DEFAULT_PIECE_BYTES = 1 << 20;

    private final Problems problems;

    ContentBinder(Problems problems) {
        this.problems = problems;
    }

    Content bind(Fields content) {
        String kind = new ContentKind(content).word();
        LocalTime unlocks =
                kind.equals("vod") || content.has("unlocks") ? Clock.time(content, "unlocks") : LocalTime.MIDNIGHT;
        Titles titles = titles(content);
        ContentSpec title = kind.equals("file") ? file(content, titles) : stream(content, titles, kind.equals("live"));
        content.done();
        return new Content(unlocks, title);
    }

    /** A number of titles that are alike, or {count, zipf}. */
    private static Titles titles(Fields content) {
        if (!content.has("titles")) {
            return Titles.ONE;
        }
        if (content.node("titles") instanceof SourceNode.ScalarNode) {
            return new Titles((int) content.count("titles", 1, MAX_TITLES, 1), 0);
        }
        Fields titles = content.mapOrEmpty("titles");
        int count = (int) titles.requiredCount("count", 1, MAX_TITLES, "100");
        double zipf = titles.quantity("zipf", Kind.COUNT, new Range(0, 5, "from 0 to 5"), 0);
        titles.done();
        return new Titles(count, zipf);
    }

    private static ContentSpec file(Fields content, Titles titles) {
        Law size = content.requiredLaw("size", Kind.SIZE, FILE_BYTES, "2GB");
        boolean constant = size instanceof Law.Constant;
        double bytes = constant ? size.mean() : 1;
        double otherwise = Math.min(bytes, DEFAULT_PIECE_BYTES);
        long piece = Math.round(content.quantity("piece", Kind.SIZE, FILE_BYTES, otherwise));
        long block = Math.round(content.quantity("block", Kind.SIZE, FILE_BYTES, piece));
        if (content.has("piece") && !constant && content.sound("size")) {
            content.problem("piece", "A file whose size is a law is one piece.", "Leave piece out, or write one size.");
        }
        if (constant && content.sound("size", "piece")) {
            double pieces = Math.ceil(bytes / piece);
            if (piece > bytes) {
                content.problem("piece", "A piece is larger than the file.", "");
            } else if (pieces > ContentSpec.MAX_FILE_PIECES) {
                content.problem(
                        "piece",
                        String.format(
                                Locale.ROOT,
                                "size / piece is %,.0f pieces; at most %,d.",
                                pieces,
                                ContentSpec.MAX_FILE_PIECES),
                        "Write a larger piece.");
            }
        }
        if (block > piece && content.sound("block", "piece")) {
            content.problem("block", "A block is larger than a piece.", "");
        }
        Law whole = constant ? Law.constant(Math.round(bytes)) : size;
        return new ContentSpec(
                1, 1, List.of(new Rendition("file", 1)), null, new File(whole, piece, Math.min(block, piece)), titles);
    }

    private ContentSpec stream(Fields content, Titles titles, boolean live) {
        long length = content.requiredMicros("length", new Range(1, 604_800, "from 1s to 7d"), "59min");
        long segment = content.micros("segment", SEGMENT, 4);
        List<Rendition> renditions = renditions(content.map("renditions", "{sd: 2Mbps, hd: 4Mbps}"));
        Live broadcast = live ? live(content, segment) : null;
        ContentSpec title = new ContentSpec(length, segment, renditions, broadcast, null, titles);
        if (content.sound("segment", "length")) {
            checkSegments(content, title);
        }
        return title;
    }

    private static Live live(Fields content, long segment) {
        Range time = new Range(0.01, 3_600, "from 10ms to 1h");
        long delay = content.micros("delay", time, 3 * segment / 1e6);
        long window = content.micros("window", time, Math.max(60, 2 * delay / 1e6));
        if (content.sound("delay", "window", "segment")) {
            checkLive(content, segment, delay, window);
        }
        return new Live(delay, window);
    }

    private static void checkLive(Fields content, long segment, long delay, long window) {
        String behind = "A delay of " + Durations.text(delay);
        if (delay < segment) {
            content.problem(
                    "delay",
                    behind + " is less than a segment of " + Durations.text(segment)
                            + ": play would begin before the first segment is there.",
                    "");
        } else if (window < delay) {
            content.problem(
                    "window",
                    "A window of " + Durations.text(window) + " is less than the delay of " + Durations.text(delay)
                            + ": segments would be gone before they are played.",
                    "Maybe window: " + Durations.text(2 * delay) + ", or a shorter delay.");
        } else if (delay > Holdings.WINDOW * segment) {
            content.problem(
                    "delay",
                    behind + " is more than " + Holdings.WINDOW + " segments of " + Durations.text(segment)
                            + " behind the live edge; that is too many.",
                    "At most " + Durations.text(Holdings.WINDOW * segment) + " with this segment.");
        }
    }

    private static void checkSegments(Fields content, ContentSpec title) {
        String length = Quantities.seconds(title.lengthMicros());
        String segment = Quantities.seconds(title.segmentMicros());
        if (title.segmentMicros() > title.lengthMicros()) {
            content.problem("segment", "A segment of " + segment + " is longer than the title of " + length + ".", "");
        } else if (title.pieces() > Holdings.MAX_PIECES) {
            content.problem(
                    "segment",
                    String.format(
                            Locale.ROOT,
                            "length / segment is %s / %s = %,d segments; at most %,d.",
                            length,
                            segment,
                            title.pieces(),
                            Holdings.MAX_PIECES),
                    "Write a longer segment or a shorter length.");
        }
    }

    private List<Rendition> renditions(Fields fields) {
        List<Rendition> renditions = new ArrayList<>();
        Set<Long> rates = new LinkedHashSet<>();
        fields.named("a rendition").forEach((name, node) -> {
            long rate = Math.round(fields.quantity(
                    name, Kind.BANDWIDTH, new Range(10_000, 200e6, "from 10kbps to 200Mbps"), 1e6 + renditions.size()));
            if (fields.sound(name) && !rates.add(rate)) {
                problems.add(node.position(), fields.path(name), "Another rendition has this rate.");
            }
            renditions.add(new Rendition(name, rate));
        });
        if (renditions.size() > ContentSpec.MAX_RENDITIONS) {
            problems.add(
                    fields.position(),
                    fields.path(),
                    "This version takes at most " + ContentSpec.MAX_RENDITIONS + " renditions.",
                    "Leave out those that few viewers see.");
        }
        renditions.sort(Comparator.comparingLong(Rendition::rateBps));
        return renditions;
    }
}
