package org.swarmload.sim.actors;

import akka.actor.AbstractActor;
import akka.actor.Props;
import java.util.List;
import org.swarmload.sim.kernel.PartNames;
import org.swarmload.sim.server.ServerPool;

/** A pool of servers (origin, edge, seeds) as a logical process. */
final class ServerActor extends AbstractActor {
    private final int server;
    private final ServerPool pool;
    private final List<String> parts;

    private ServerActor(int server, ServerPool pool) {
        this.server = server;
        this.pool = pool;
        parts = PartNames.of(List.of(this, pool));
    }

    static Props props(int server, ServerPool pool) {
        return Props.create(ServerActor.class, () -> new ServerActor(server, pool));
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Protocol.AskGrants.class, Guard.reporting(this, "server pool " + server, this::grant))
                .build();
    }

    private void grant(Protocol.AskGrants message) {
        getSender()
                .tell(
                        new Protocol.Granted(server, pool.grant(message.demands(), message.fromMicros()), parts),
                        getSelf());
    }
}
