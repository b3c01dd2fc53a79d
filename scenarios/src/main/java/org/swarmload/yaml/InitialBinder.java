package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.Law;

/** Binds {@code audience.initial}: groups of people who are there from the beginning, and what they hold then. */
final class InitialBinder {
    private static final int MAX_LACKING = 100_000;

    private final Problems problems;
    private final List<String> accessClasses;
    private final boolean streams;

    /**
     * @param accessClasses names in the order in which the classes are written
     * @param streams whether people watch, so that nobody has pieces before the event
     */
    InitialBinder(Problems problems, List<String> accessClasses, boolean streams) {
        this.problems = problems;
        this.accessClasses = accessClasses;
        this.streams = streams;
    }

    List<Initial> bind(Fields audience) {
        List<Initial> groups = new ArrayList<>();
        List<SourceNode> nodes = audience.list("initial");
        for (int i = 0; i < nodes.size(); i++) {
            groups.add(group(new Fields(nodes.get(i), audience.path("initial." + i), problems)));
        }
        return groups;
    }

    private Initial group(Fields fields) {
        int count = (int) fields.requiredCount("count", 1, AudienceBinder.MAX_VIEWERS, "1000");
        Law stays = fields.says("stays", "never") ? null : fields.law("stays", Kind.DURATION, Range.LONG_TIME, null);
        int access = access(fields);
        Initial group = holds(fields, count, access, stays);
        if (streams && group.holding() != Holding.NONE && fields.sound("holds")) {
            fields.problem("holds", "is for files; of a stream nobody has anything before it begins.", "");
        }
        fields.done();
        return group;
    }

    private int access(Fields fields) {
        if (!fields.has("access")) {
            return AudienceSpec.BY_SHARE;
        }
        String name = fields.text("access", "");
        if (!accessClasses.contains(name) && !accessClasses.isEmpty() && fields.sound("access")) {
            fields.problem("access", "'" + name + "' is no access class.", DidYouMean.hintOrList(name, accessClasses));
        }
        return Math.max(0, accessClasses.indexOf(name));
    }

    private Initial holds(Fields fields, int count, int access, Law stays) {
        if (fields.node("holds") instanceof SourceNode.MapNode) {
            Fields holds = fields.mapOrEmpty("holds");
            boolean byShare = holds.has("share");
            boolean lacks = holds.has("all-but");
            double share = byShare ? holds.quantity("share", Kind.SHARE, Range.SHARE, 0) : 0;
            int lacking = lacks ? (int) holds.count("all-but", 1, MAX_LACKING, 1) : 0;
            holds.done();
            if (byShare == lacks && holds.sound("share", "all-but")) {
                problems.add(holds.position(), holds.path(), "Either a share or all-but.", "For example {all-but: 1}.");
            }
            return new Initial(count, byShare ? Holding.SHARE : Holding.ALL_BUT, lacking, share, access, stays);
        }
        String word = fields.word("holds", List.of("none", "all"), "none");
        return new Initial(count, Holding.valueOf(word.toUpperCase(Locale.ROOT)), 0, 0, access, stays);
    }
}
