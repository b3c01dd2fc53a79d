package org.swarmload.sim.picker;

/**
 * A picker from outside. A jar names its implementations in
 * {@code META-INF/services/org.swarmload.sim.picker.PickerProvider}; each has a public constructor without arguments.
 */
public interface PickerProvider {
    /** How scenarios name the picker: a prefix of the author's own and a name, such as {@code my:nearest}. */
    String name();

    /** A fresh picker; each cell has one of its own. */
    PiecePicker create();
}
