package org.swarmload.sim.kernel;

import java.util.Arrays;

/**
 * Whole numbers, in as few bytes each as the one needs that needs most: none as long as all are the same, else one, two,
 * four or eight. When a greater one comes all are copied. For what is small as a rule, may be large, and is not asked for in
 * the inner loops.
 */
public final class Numbers {
    private int size;
    /** What all are while there is no array. */
    private long common;

    /** One of them, or none. */
    private byte[] bytes;

    private short[] shorts;
    private int[] ints;
    private long[] longs;

    /** So many zeros. */
    public Numbers(int size) {
        this.size = size;
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
        if (ints != null) {
            return ints[i];
        }
        return longs != null ? longs[i] : common;
    }

    /** A number that is known to be an int. */
    public int getInt(int i) {
        return (int) get(i);
    }

    public void set(int i, long value) {
        while (!fits(value)) {
            widen();
        }
        if (width() == 0) {
            return;
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

    /** Makes all the same. */
    public void fill(long value) {
        common = value;
        bytes = null;
        shorts = null;
        ints = null;
        longs = null;
    }

    private boolean fits(long value) {
        if (width() == 0) {
            return value == common;
        }
        int free = Long.SIZE - Byte.SIZE * width();
        return value << free >> free == value;
    }

    private int width() {
        if (bytes != null) {
            return Byte.BYTES;
        }
        if (shorts != null) {
            return Short.BYTES;
        }
        return ints != null ? Integer.BYTES : longs != null ? Long.BYTES : 0;
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
        } else if (ints != null) {
            longs = new long[size];
            Arrays.setAll(longs, i -> ints[i]);
            ints = null;
        } else {
            long was = common;
            bytes = new byte[size];
            for (int i = 0; i < size && was != 0; i++) {
                set(i, was);
            }
        }
    }

    /** Makes room for more numbers. What they are before they are set is not said. */
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
