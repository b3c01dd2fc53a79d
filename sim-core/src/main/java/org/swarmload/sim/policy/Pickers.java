package org.swarmload.sim.policy;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.swarmload.sim.picker.BitosWindow;
import org.swarmload.sim.picker.DeadlineFirst;
import org.swarmload.sim.picker.GiveToGet;
import org.swarmload.sim.picker.MixedEnds;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.RarestFirst;
import org.swarmload.sim.picker.Sequential;
import org.swarmload.sim.picker.bt.BtPicker;
import org.swarmload.sim.picker.ttorrent.TtorrentPicker;

/** The pickers known by name: our own, those of the clients bt and ttorrent, and those of {@link Plugins}. A new instance for each cell. */
public final class Pickers {
    private record Named(String name, Supplier<PiecePicker> picker) {}

    private static final List<Named> OWN = List.of(
            new Named("window", BitosWindow::new),
            new Named("rarest-first", RarestFirst::new),
            new Named("random", () -> view -> view.random(0, view.pieces())),
            new Named("sequential", Sequential::new),
            new Named("deadline", DeadlineFirst::new),
            new Named("give-to-get", GiveToGet::new),
            new Named("mixed", MixedEnds::new),
            new Named("newest-first", () -> view -> view.last(0, view.pieces())),
            new Named("bt:rarest-first", BtPicker::rarestFirst),
            new Named("bt:randomized-rarest", BtPicker::randomizedRarest),
            new Named("bt:sequential", BtPicker::sequential),
            new Named("bt:prioritized", BtPicker::prioritized),
            new Named("ttorrent:rarest", TtorrentPicker::rarest),
            new Named("ttorrent:sequential", TtorrentPicker::sequential));

    private Pickers() {}

    /** Those that come with the program. */
    public static List<String> own() {
        return OWN.stream().map(Named::name).toList();
    }

    /** All that a scenario may name now. */
    public static List<String> names() {
        return Stream.concat(OWN.stream().map(Named::name), Plugins.installed().pickerNames().stream())
                .toList();
    }

    /** A fresh picker of that name. */
    public static PiecePicker create(String name) {
        for (Named named : OWN) {
            if (named.name().equals(name)) {
                return named.picker().get();
            }
        }
        PiecePicker plugged = Plugins.installed().picker(name);
        if (plugged == null) {
            throw new IllegalArgumentException("No picker '" + name + "'.\nMaybe one of " + names() + ".");
        }
        return plugged;
    }
}
