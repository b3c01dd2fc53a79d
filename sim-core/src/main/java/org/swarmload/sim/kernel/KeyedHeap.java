package org.swarmload.sim.kernel;

import java.util.Arrays;

/**
 * A binary heap of numbered items whose keys and positions are kept with the items and shared with other heaps, for items that
 * are in at most one of those heaps at a time. Smallest key first, or greatest first with {@code sign = -1}; the order of
 * items with equal keys depends only on the order of operations.
 */
public final class KeyedHeap {
    /** Where items keep their key, and their position in the heap. */
    public interface Slots {
        double key(int item);

        /** Sets the key of an item that is in no heap. */
        void setKey(int item, double value);

        int position(int item);

        void place(int item, int hole);
    }

    private final Slots slots;
    private final double sign;
    private int[] items = new int[16];
    private int size;

    public KeyedHeap(Slots slots, boolean greatestFirst) {
        this.slots = slots;
        this.sign = greatestFirst ? -1 : 1;
    }

    public int size() {
        return size;
    }

    public int top() {
        return items[0];
    }

    public double topKey() {
        return slots.key(items[0]);
    }

    /** Adds the item with the key it has in the slots. */
    public void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        up(size++, item);
    }

    public void remove(int item) {
        int hole = slots.position(item);
        int last = items[--size];
        if (last != item) {
            place(hole, last);
        }
    }

    /** Changes the key of an item in this heap. */
    public void change(int item, double newKey) {
        slots.setKey(item, newKey);
        place(slots.position(item), item);
    }

    private void place(int hole, int item) {
        if (hole > 0 && less(item, items[(hole - 1) >> 1])) {
            up(hole, item);
        } else {
            down(hole, item);
        }
    }

    private boolean less(int a, int b) {
        return sign * slots.key(a) < sign * slots.key(b);
    }

    private void up(int hole, int item) {
        while (hole > 0) {
            int parent = (hole - 1) >> 1;
            int other = items[parent];
            if (!less(item, other)) {
                break;
            }
            items[hole] = other;
            slots.place(other, hole);
            hole = parent;
        }
        items[hole] = item;
        slots.place(item, hole);
    }

    private void down(int hole, int item) {
        while (true) {
            int child = 2 * hole + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && less(items[child + 1], items[child])) {
                child++;
            }
            int other = items[child];
            if (!less(other, item)) {
                break;
            }
            items[hole] = other;
            slots.place(other, hole);
            hole = child;
        }
        items[hole] = item;
        slots.place(item, hole);
    }
}
