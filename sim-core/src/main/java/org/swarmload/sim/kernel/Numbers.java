package org.swarmload.sim.kernel;

import java.util.Arrays;

/**
 * Whole numbers, in as few bytes each as the one needs that needs most: one, two, four or eight. When a greater one comes
 * all are copied. For what is small as a rule, may be large, and is not asked for in the inner loops.
 */
public final class Numbers {
    private int size;
    /** All but one are null. */
    private byte[] bytes;

    private short[] shorts;
    private int[] ints;
    private long[] longs;

    /** So many zeros. */
    public Numbers(int size) {
        this.size = size;
        bytes = new byte[size];
    }

    public int size() {
        return size;
    }

    public long get(int i) {
        if (bytes != null) {
            return bytes[i];
        }
        if (shorts != null) {
            return shorts[i];
        }
        return ints != null ? ints[i] : longs[i];
    }

    /** A number that is known to be an int. */
    public int getInt(int i) {
        return (int) get(i);
    }

    public void set(int i, long value) {
        while (!fits(value)) {
            widen();
        }
        if (bytes != null) {
            bytes[i] = (byte) value;
        } else if (shorts != null) {
            shorts[i] = (short) value;
        } else if (ints != null) {
            ints[i] = (int) value;
        } else {
            longs[i] = value;
        }
    }

    /** Adds, and returns the sum. */
    public long add(int i, long change) {
        set(i, get(i) + change);
        return get(i);
    }

    public void fill(long value) {
        for (int i = 0; i < size; i++) {
            set(i, value);
        }
    }

    private boolean fits(long value) {
        int free = Long.SIZE - Byte.SIZE * width();
        return value << free >> free == value;
    }

    private int width() {
        return bytes != null ? Byte.BYTES : shorts != null ? Short.BYTES : ints != null ? Integer.BYTES : Long.BYTES;
    }

    private void widen() {
        if (bytes != null) {
            shorts = new short[size];
            for (int i = 0; i < size; i++) {
                shorts[i] = bytes[i];
            }
            bytes = null;
        } else if (shorts != null) {
            ints = new int[size];
            Arrays.setAll(ints, i -> shorts[i]);
            shorts = null;
        } else {
            longs = new long[size];
            Arrays.setAll(longs, i -> ints[i]);
            ints = null;
        }
    }

    /** Makes room for more numbers, which are 0. */
    public void grow(int newSize) {
        size = newSize;
        bytes = bytes == null ? null : Arrays.copyOf(bytes, size);
        shorts = shorts == null ? null : Arrays.copyOf(shorts, size);
        ints = ints == null ? null : Arrays.copyOf(ints, size);
        longs = longs == null ? null : Arrays.copyOf(longs, size);
    }

    /** The first so many. */
    public long[] toArray(int count) {
        long[] all = new long[count];
        Arrays.setAll(all, this::get);
        return all;
    }

    public long stateBytes() {
        return (long) width() * size;
    }
}
