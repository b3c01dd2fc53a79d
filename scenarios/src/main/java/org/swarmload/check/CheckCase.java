package org.swarmload.check;

import java.util.List;

/**
 * A case by name.
 *
 * @param id such as "o-07"
 * @param claim what it says, in a sentence
 * @param source paper or derivation
 */
public record CheckCase(String id, String claim, String source, Work work) {
    /** Computes the values of a case and notes them. */
    @FunctionalInterface
    interface Work {
        void run(Rows rows, Lab lab);
    }

    /** The rows of the case, in a fixed order; the same for the same seed. */
    public List<CheckRow> run(Lab lab) {
        Rows rows = new Rows();
        work.run(rows, lab);
        return rows.list();
    }
}
