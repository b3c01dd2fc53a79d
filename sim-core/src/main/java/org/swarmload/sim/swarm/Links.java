package org.swarmload.sim.swarm;

import org.swarmload.sim.random.CellStream;

/**
 * Connections between the members of file swarms, both ways. Either everybody is connected with everybody of the same
 * title, or each member has a list: it asks the tracker until it has as many as it wants, and takes others in while the
 * list has room. (With little more room than a member wants, early members would be full at once, newcomers would find
 * only each other, and the swarm would be a long chain.)
 */
public final class Links {
    /** Whether two members can connect. */
    @FunctionalInterface
    public interface Reachability {
        boolean test(int member, int other);
    }

    /** A list holds this many at most. */
    public static final int MOST = 120;

    private final Roster roster;
    private final Neighbours lists;
    private final int wanted;
    private final boolean everybody;
    private final CellStream stream;
    private final Reachability reachability;

    /** @param wanted connections that a member asks for; more than {@link #MOST} means everybody */
    public Links(int members, int wanted, Roster roster, CellStream stream, Reachability reachability) {
        this.roster = roster;
        this.wanted = wanted;
        everybody = wanted > MOST;
        lists = new Neighbours(everybody ? 0 : members, everybody ? 0 : MOST);
        this.stream = stream;
        this.reachability = reachability;
    }

    public boolean everybody() {
        return everybody;
    }

    /**
     * Number of members that one may be connected with; with everybody this includes oneself, and is 0 for somebody of whom
     * nobody knows.
     */
    public int degree(int member, int title) {
        if (everybody) {
            return roster.contains(member) ? roster.size(title) : 0;
        }
        return lists.count(member);
    }

    /** Whether others may know of the member. */
    public boolean registered(int member) {
        return roster.contains(member);
    }

    public int get(int member, int title, int index) {
        return everybody ? roster.member(title, index) : lists.get(member, index);
    }

    /** Whether a member has so few connections that it should ask the tracker again. */
    public boolean few(int member) {
        return !everybody && lists.count(member) < wanted;
    }

    /** Connects a member with random others until it has as many as it wants; returns how many were added at the end. */
    public int connect(int member, int title) {
        if (everybody) {
            return 0;
        }
        int before = lists.count(member);
        int tries = 3 * Math.min(roster.size(title), MOST);
        while (tries-- > 0 && lists.count(member) < wanted) {
            int other = roster.member(title, stream.nextInt(roster.size(title)));
            if (other != member
                    && !lists.full(other)
                    && !lists.contains(member, other)
                    && reachability.test(member, other)) {
                lists.add(member, other);
                lists.add(other, member);
            }
        }
        return lists.count(member) - before;
    }

    /** Takes all connections of a member away. */
    public void disconnect(int member) {
        if (everybody) {
            return;
        }
        for (int i = 0; i < lists.count(member); i++) {
            int other = lists.get(member, i);
            lists.remove(other, member);
        }
        lists.clear(member);
    }

    public long stateBytes() {
        return lists.stateBytes();
    }
}
