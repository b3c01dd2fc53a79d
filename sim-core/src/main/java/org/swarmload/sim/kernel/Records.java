package org.swarmload.sim.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbered records of one fixed size side by side in one array. What an event needs of one viewer or transfer lies in a
 * cache line or two: with an array for each field it would be a miss for each field, and misses are what a simulation of
 * a crowd waits for.
 *
 * <p>Fields are byte offsets that the owner lays out; nothing checks that they do not overlap. New records are zero.
 */
public final class Records {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.nativeOrder());
    private static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());

    private final int size;
    private byte[] bytes;

    /** @param size bytes of a record; best 64 or a divisor or multiple of it */
    public Records(int capacity, int size) {
        this.size = size;
        bytes = new byte[Math.multiplyExact(capacity, size)];
    }

    public int capacity() {
        return bytes.length / size;
    }

    public void grow(int capacity) {
        bytes = Arrays.copyOf(bytes, Math.multiplyExact(capacity, size));
    }

    public long stateBytes() {
        return bytes.length;
    }

    public long getLong(int record, int field) {
        return (long) LONG.get(bytes, record * size + field);
    }

    public void setLong(int record, int field, long value) {
        LONG.set(bytes, record * size + field, value);
    }

    public double getDouble(int record, int field) {
        return (double) DOUBLE.get(bytes, record * size + field);
    }

    public void setDouble(int record, int field, double value) {
        DOUBLE.set(bytes, record * size + field, value);
    }

    public int getInt(int record, int field) {
        return (int) INT.get(bytes, record * size + field);
    }

    public void setInt(int record, int field, int value) {
        INT.set(bytes, record * size + field, value);
    }

    public float getFloat(int record, int field) {
        return (float) FLOAT.get(bytes, record * size + field);
    }

    public void setFloat(int record, int field, float value) {
        FLOAT.set(bytes, record * size + field, value);
    }

    public char getChar(int record, int field) {
        return (char) CHAR.get(bytes, record * size + field);
    }

    public void setChar(int record, int field, int value) {
        CHAR.set(bytes, record * size + field, (char) value);
    }

    public byte getByte(int record, int field) {
        return bytes[record * size + field];
    }

    public void setByte(int record, int field, int value) {
        bytes[record * size + field] = (byte) value;
    }
}
