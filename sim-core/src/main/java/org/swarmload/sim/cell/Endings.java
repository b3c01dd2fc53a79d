package org.swarmload.sim.cell;

import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/** How requests and sessions come to an end before their time: refusals, departures, and servers that go down. */
final class Endings implements ServerDesk.Outcome {
    /** A retry never comes at once, whatever the jitter draws: a request takes its time. */
    private static final long LEAST_RETRY_MICROS = 10_000;

    /** A viewer who has seen a frame, or still gets pieces from peers, tries on after the player's last retry. */
    private static final long LATE_RETRY_MICROS = 10_000_000;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final Downloads downloads;
    private final ServerDesk[] desks;
    private final Crowd crowd;
    private final FailedStarts failures = new FailedStarts();
    private final EndedSessions ended;

    Endings(
            CellPlan plan,
            Viewers viewers,
            Transfers transfers,
            PeerUplinks uplinks,
            Downloads downloads,
            ServerDesk[] desks,
            Crowd crowd) {
        this.plan = plan;
        this.viewers = viewers;
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.downloads = downloads;
        this.desks = desks;
        this.crowd = crowd;
        ended = new EndedSessions(plan.spec.frontDoor().stream().anyMatch(ServiceSpec::limitsSessions));
    }

    FailedStarts failures() {
        return failures;
    }

    EndedSessions ended() {
        return ended;
    }

    /** A server refused a request, or nobody was there: back off, or fail the start when nothing else is left. */
    @Override
    public void refused(int t, Cause cause, long now) {
        int v = transfers.to(t);
        downloads.abort(t, now);
        int attempt = viewers.serverAttempts(v);
        viewers.setRefused(v, true);
        viewers.setLastRefusal(v, (byte) cause.ordinal());
        viewers.setServerAttempts(v, attempt + 1);
        boolean retry = plan.audience.retries(viewers.number[v], -1 - viewers.press(v), attempt);
        if (!retry && viewers.state(v) == Viewers.STARTING && viewers.incomingCount(v) == 0) {
            failures.add(viewers.number[v], now, cause);
            end(v, Sessions.End.ERROR, now);
            return;
        }
        long delay = retry
                ? plan.audience.retryDelayMicros(viewers.number[v], -1 - viewers.press(v), attempt)
                : LATE_RETRY_MICROS;
        viewers.setBlockedUntil(v, now + Math.max(delay, LEAST_RETRY_MICROS));
        crowd.pause(v, viewers.blockedUntil(v));
    }

    /** Takes a viewer out: its transfers, those that others have from it, its connection and its place in the swarm. */
    void end(int v, Sessions.End how, long now) {
        crowd.bookEnd(v, how, now);
        viewers.setState(v, Viewers.AWAY);
        if (how != Sessions.End.ERROR) {
            ended.add(viewers.number[v]);
        }
        while (viewers.incoming(v) != Transfers.NONE) {
            downloads.abort(viewers.incoming(v), now);
        }
        if (desks.length > 0) {
            desks[viewers.server(v)].disconnect(v, now);
        }
        crowd.leave(v, now);
        while (uplinks.first(v) != Transfers.NONE) {
            int t = uplinks.first(v);
            int receiver = transfers.to(t);
            downloads.abort(t, now);
            crowd.act(receiver, now);
        }
    }

    /** A server pool lost that share of its machines: what they sent breaks, lines and connections with it. */
    void breakServer(int s, double share, long now) {
        for (int v = 0; v < viewers.count; v++) {
            if (viewers.server(v) == s
                    && viewers.state(v) != Viewers.AWAY
                    && plan.serverPlan.isVictim(viewers.number[v], s, share, now)) {
                breakRequests(v, now);
                desks[s].disconnect(v, now);
            }
        }
        for (int other = 0; other < desks.length; other++) {
            if (plan.serverPlan.upstream[other] == s) {
                desks[other].fills().upstreamBreaks(share, now);
            }
        }
    }

    private void breakRequests(int v, long now) {
        int t = viewers.incoming(v);
        while (t != Transfers.NONE) {
            int next = transfers.nextOfReceiver(t);
            if (transfers.fromServer(t) && transfers.state(t) != Transfers.ASKED) {
                refused(t, Cause.FAULT, now);
                t = viewers.incoming(v);
            } else {
                t = next;
            }
        }
    }
}
