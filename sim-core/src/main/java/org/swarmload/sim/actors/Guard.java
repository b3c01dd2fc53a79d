package org.swarmload.sim.actors;

import akka.actor.AbstractActor;
import akka.japi.pf.FI;
import java.util.function.Consumer;

/** Turns whatever a part of a run throws into the end of the run, and only of the run; its cause is not lost. */
final class Guard {
    private Guard() {}

    /** Tells the actor's parent, the conductor. */
    static <M> FI.UnitApply<M> reporting(AbstractActor actor, String part, FI.UnitApply<M> handler) {
        return catching(
                handler,
                cause -> actor.getContext().getParent().tell(new Protocol.Failed(part, cause), actor.getSelf()));
    }

    /** Errors too: out of memory in one run must not leave another waiting for ever. */
    static <M> FI.UnitApply<M> catching(FI.UnitApply<M> handler, Consumer<Throwable> onFailure) {
        return message -> {
            try {
                handler.apply(message);
            } catch (Throwable e) {
                onFailure.accept(e);
            }
        };
    }
}
