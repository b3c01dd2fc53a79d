package org.swarmload.sim.picker.bt;

import bt.torrent.selector.RarestFirstSelector;

/**
 * {@code RarestFirstSelector} of bt-core with ties by a client's own order. bt's public
 * {@code RandomizedRarestFirstSelector} differs from it in nothing else, but draws that order from a
 * {@code ThreadLocalRandom}; this one overrides the same method.
 */
final class SeededRarestSelector extends RarestFirstSelector {
    private final ClientOrder order;

    SeededRarestSelector(ClientOrder order) {
        this.order = order;
    }

    @Override
    protected int getIterationIdx(int place) {
        return order.at(place);
    }
}
