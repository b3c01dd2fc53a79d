package org.swarmload.sim.swarm;

import java.util.Arrays;

/** Who is present, title by title; joins, leaves and draws in constant time. */
public final class Roster {
    private static final int ABSENT = -1;

    private final int[][] present;
    private final int[] size;
    private final int[] position;

    public Roster(int members, int titles) {
        present = new int[titles][0];
        size = new int[titles];
        position = new int[members];
        Arrays.fill(position, ABSENT);
    }

    public void add(int member, int title) {
        if (position[member] == ABSENT) {
            if (size[title] == present[title].length) {
                present[title] = Arrays.copyOf(present[title], Math.max(8, 2 * size[title]));
            }
            position[member] = size[title];
            present[title][size[title]++] = member;
        }
    }

    public void remove(int member, int title) {
        int hole = position[member];
        if (hole != ABSENT) {
            int last = present[title][--size[title]];
            present[title][hole] = last;
            position[last] = hole;
            position[member] = ABSENT;
        }
    }

    public boolean contains(int member) {
        return position[member] != ABSENT;
    }

    public int size(int title) {
        return size[title];
    }

    public int member(int title, int index) {
        return present[title][index];
    }

    public long stateBytes() {
        long lists = 0;
        for (int[] list : present) {
            lists += 4L * list.length;
        }
        return lists + 4L * position.length;
    }
}
