package org.swarmload.sim.actors;

import akka.actor.AbstractActor;
import akka.japi.pf.FI;

/** Turns an exception in a part of a run into a message to the conductor: the run fails, its cause is not lost. */
final class Guard {
    private Guard() {}

    // Whatever a part throws, errors too, ends the run and only the run.
    static <M> FI.UnitApply<M> reporting(AbstractActor actor, String part, FI.UnitApply<M> handler) {
        return message -> {
            try {
                handler.apply(message);
            } catch (Throwable e) {
                actor.getContext().getParent().tell(new Protocol.Failed(part, e), actor.getSelf());
            }
        };
    }
}
