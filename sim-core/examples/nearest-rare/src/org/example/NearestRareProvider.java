package org.example;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PickerProvider;

/** Tells Swarmload of the picker; named in META-INF/services. */
public final class NearestRareProvider implements PickerProvider {
    @Override
    public String name() {
        return "my:nearest-rare";
    }

    @Override
    public PiecePicker create() {
        return new NearestRare();
    }
}
