package org.swarmload.sim.swarm;

import java.util.Arrays;

/**
 * Counts of any size, bit-sliced: of the 64 pieces of a word, one long holds the lowest bits of their counts, the next long
 * the second bits, and so on. So they take no more room than their bits, and the rarest of 64 pieces are found in a few steps.
 */
final class CountSlices implements PieceCounts {
    private final int words;

    /** Bits of a count. */
    private final int slices;

    /** By row, word and slice. */
    private final long[] slice;

    /** @param most greatest count */
    CountSlices(int rows, int words, int most) {
        this.words = words;
        slices = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, most));
        slice = new long[Math.multiplyExact(rows, Math.multiplyExact(words, slices))];
    }

    private int at(int row, int word) {
        return (row * words + word) * slices;
    }

    @Override
    public int count(int row, int piece) {
        int at = at(row, piece >> 6);
        int count = 0;
        for (int s = 0; s < slices; s++) {
            count |= (int) (slice[at + s] >>> piece & 1) << s;
        }
        return count;
    }

    /** 64 adders with their carries. */
    @Override
    public void add(int row, int word, long some) {
        long carry = some;
        for (int s = at(row, word); carry != 0; s++) {
            long next = slice[s] & carry;
            slice[s] ^= carry;
            carry = next;
        }
    }

    @Override
    public void remove(int row, int word, long some) {
        long borrow = some;
        for (int s = at(row, word); borrow != 0; s++) {
            long next = ~slice[s] & borrow;
            slice[s] ^= borrow;
            borrow = next;
        }
    }

    @Override
    public void clear(int row) {
        Arrays.fill(slice, at(row, 0), at(row + 1, 0), 0);
    }

    /** From the highest bit of the counts to the lowest, those pieces of a word are left that have a 0 there, if any have. */
    @Override
    public void keepRarest(int row, boolean atLeastOne, RarestPieces search) {
        for (int i = 0; i < search.words(); i++) {
            int at = at(row, search.word(i));
            long left = search.left(i);
            int count = 0;
            for (int s = slices - 1; s >= 0; s--) {
                // One that nobody shows is as good as one that somebody does: no bit divides them.
                long unset = s == 0 && count == 0 && atLeastOne ? 0 : left & ~slice[at + s];
                count += unset == 0 ? 1 << s : 0;
                left = unset == 0 ? left : unset;
            }
            search.found(i, left, count);
        }
        search.keepFewest();
    }

    @Override
    public long stateBytes() {
        return (long) Long.BYTES * slice.length;
    }
}
