package org.swarmload.sim.picker.bt;

import bt.torrent.selector.PieceSelector;

/**
 * A piece selector of the bt client from outside. A jar names its implementations in
 * {@code META-INF/services/org.swarmload.sim.picker.bt.SelectorProvider}; each has a public constructor without arguments.
 */
public interface SelectorProvider {
    /** How scenarios name the selector: a prefix of the author's own and a name, such as {@code my:nearest}. */
    String name();

    /**
     * A fresh selector; each cell has one of its own, for all its clients. It is told the number of pieces before each
     * call ({@code initSelector}), is given a {@code BitSet} that it may change, and only the first piece of its answer is
     * read. It may draw from no other randomness than one with a written seed.
     */
    PieceSelector create();
}
