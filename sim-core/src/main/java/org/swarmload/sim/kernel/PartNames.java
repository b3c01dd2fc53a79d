package org.swarmload.sim.kernel;

import java.util.ArrayList;
import java.util.List;

/** Names of the classes whose objects took part in a run, as results state them. */
public final class PartNames {
    private PartNames() {}

    /**
     * Simple names in the order given, each once; a lambda has the name of the class that it is written in, and a text
     * names what has no class here.
     */
    public static List<String> of(List<?> objects) {
        List<String> names = new ArrayList<>();
        for (Object object : objects) {
            if (object instanceof String text) {
                add(names, text);
                continue;
            }
            String full = object.getClass().getName();
            int lambda = full.indexOf("$$Lambda");
            String outer = lambda < 0 ? full : full.substring(0, lambda);
            add(names, outer.substring(outer.lastIndexOf('.') + 1).replace('$', '.'));
        }
        return names;
    }

    /** All names, each once, in the order in which they first come. */
    @SafeVarargs
    public static List<String> union(List<String>... lists) {
        List<String> names = new ArrayList<>();
        for (List<String> list : lists) {
            list.forEach(name -> add(names, name));
        }
        return names;
    }

    private static void add(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
    }
}
