package org.example;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PiecePickerContract;

class NearestRareTest extends PiecePickerContract {
    @Override
    protected PiecePicker picker() {
        return new NearestRare();
    }
}
