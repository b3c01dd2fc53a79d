package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.policy.DownloadPolicy;
import org.swarmload.sim.policy.GenericPolicy;
import org.swarmload.sim.policy.MediaLoaderPolicy;
import org.swarmload.sim.policy.PassivePolicy;
import org.swarmload.sim.policy.Plugins;
import org.swarmload.sim.policy.RelayPolicy;
import org.swarmload.sim.policy.ServerOnlyPolicy;

/** Lets viewers' download policies act when something has changed, and sees to it that they are called again in time. */
final class Looking {
    private final Viewers viewers;
    private final EventQueue queue;
    private final ViewerClient client;
    private final Swarming swarming;
    private final DownloadPolicy serverPolicy = new ServerOnlyPolicy();
    private final DownloadPolicy swarmPolicy;
    private boolean stopped;

    Looking(CellPlan plan, Viewers viewers, EventQueue queue, ViewerClient client, Swarming swarming) {
        this.viewers = viewers;
        this.queue = queue;
        this.client = client;
        this.swarming = swarming;
        DeliverySpec.Swarm swarm = plan.spec.delivery().swarm();
        swarmPolicy =
                swarm == null ? serverPolicy : swarm.trading().contacts() != null ? new PassivePolicy() : policy(plan);
    }

    private static DownloadPolicy policy(CellPlan plan) {
        DeliverySpec.Swarm swarm = plan.spec.delivery().swarm();
        return switch (swarm.policy()) {
            case GENERIC -> new GenericPolicy(plan.newPicker(), swarm.parallelDownloads());
            case RELAY -> new RelayPolicy(plan.newPicker(), swarm.parallelDownloads());
            case PLUGIN -> Plugins.installed().policy(swarm.plugin(), plan.newPicker(), swarm.parallelDownloads());
            case BT -> throw new IllegalArgumentException("The policy bt is for files.");
            case P2P_MEDIA_LOADER -> new MediaLoaderPolicy(swarm.parallelDownloads());
        };
    }

    /** What chooses for viewers here. */
    List<Object> parts() {
        List<Object> parts = new ArrayList<>(serverPolicy.parts());
        parts.addAll(swarmPolicy.parts());
        return parts;
    }

    /** The run ends: nobody asks for anything any more. */
    void stop() {
        stopped = true;
    }

    private DownloadPolicy policyOf(int v) {
        return viewers.role(v) == PeerRole.NONE.ordinal() ? serverPolicy : swarmPolicy;
    }

    /** Lets the viewer's policy act, and arms the next look. */
    void look(int v, long now) {
        if (viewers.state(v) == Viewers.AWAY || stopped) {
            return;
        }
        client.aim(v, now);
        policyOf(v).fetch(client);
        long next = client.nextLook();
        if (next != Viewers.NEVER) {
            wakeAt(v, next);
        }
    }

    /** Arms the one timer of a viewer for that time or, if it is due before, leaves it as it is. */
    void wakeNoLaterThan(int v, long due) {
        if (due < viewers.wakeDue(v)) {
            wakeAt(v, due);
        }
    }

    private void wakeAt(int v, long due) {
        if (due != viewers.wakeDue(v)) {
            viewers.setWakeDue(v, due);
            queue.push(due, Cell.WAKE, v, 0);
        }
    }

    void wake(int v, long now) {
        if (now == viewers.wakeDue(v)) {
            viewers.setWakeDue(v, Viewers.NEVER);
            swarming.refill(v, now);
            look(v, now);
        }
    }

    void scheduleExtra(int v, long now) {
        client.aim(v, now);
        long in = policyOf(v).nextExtraMicros(client);
        if (in > 0) {
            queue.push(now + in, Cell.EXTRA, v, viewers.press(v));
        }
    }

    /** The timer of an earlier session of the same viewer is stale. */
    void extra(int v, int press, long now) {
        if (press == viewers.press(v) && viewers.state(v) != Viewers.AWAY) {
            client.aim(v, now);
            policyOf(v).extra(client);
            scheduleExtra(v, now);
        }
    }
}
