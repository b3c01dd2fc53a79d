package org.swarmload.sim.policy;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.policy.Plugins.Misbehaved;

/** A picker from outside, whose choice is looked at before anybody relies on it. */
final class WatchedPicker implements PiecePicker {
    private final String name;
    private final String origin;
    private final PiecePicker picker;

    WatchedPicker(String name, String origin, PiecePicker picker) {
        this.name = name;
        this.origin = origin;
        this.picker = picker;
    }

    @Override
    public int pick(PieceView view) {
        int index = choice(view);
        boolean offered = index >= 0 && index < view.pieces() && (view.offered(index >> 6) >>> index & 1) != 0;
        if (!offered) {
            throw new Misbehaved(
                    "The picker '" + name + "' answered " + index + ", which is no index of an offered piece.", null);
        }
        return index;
    }

    private int choice(PieceView view) {
        try {
            return picker.pick(view);
        } catch (RuntimeException | LinkageError e) {
            throw new Misbehaved("The picker '" + name + "' failed: " + e, e);
        }
    }

    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>(picker.parts());
        parts.add(origin);
        return parts;
    }
}
