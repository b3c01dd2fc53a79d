package org.swarmload.sim.property;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records that differ from another in one component, told by a path such as {@code audience.viewers}. */
public final class Edit {
    private Edit() {}

    /** The record with another value at that path. */
    public static <R> R with(R record, String path, Object value) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Object inner = dot < 0 ? value : with(get(record, name), path.substring(dot + 1), value);
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean known = false;
        for (int i = 0; i < components.length; i++) {
            boolean here = components[i].getName().equals(name);
            known |= here;
            values[i] = here ? inner : read(record, components[i]);
        }
        if (!known) {
            throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no component " + name + ".");
        }
        return create(record, components, values);
    }

    @SuppressWarnings("unchecked")
    private static <R> R create(R record, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            return (R) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot copy " + record.getClass().getSimpleName() + ".", e);
        }
    }

    /** What is at that path; null if it leads to nothing. */
    public static Object get(Object record, String path) {
        Object at = record;
        for (String name : path.split("\\.")) {
            if (at == null) {
                return null;
            }
            Object owner = at;
            at = Arrays.stream(owner.getClass().getRecordComponents())
                    .filter(component -> component.getName().equals(name))
                    .findFirst()
                    .map(component -> read(owner, component))
                    .orElse(null);
        }
        return at;
    }

    static Object read(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component.getName() + ".", e);
        }
    }
}
