package org.swarmload.sim.cell;

import java.util.List;

/** A crowd that does nothing, for tests of what lies below it. */
final class Nobody implements Crowd {
    @Override
    public void connect(Endings endings) {
        // Nobody ends.
    }

    @Override
    public void join(int v, long now, long pressMicros, int press, boolean refused) {
        // Nobody comes.
    }

    @Override
    public void handle(int kind, int id, int aux, long now) {
        // Nothing happens.
    }

    @Override
    public void pieceReceived(int v, int piece, long now) {
        // Nobody cares.
    }

    @Override
    public void act(int v, long now) {
        // Nobody acts.
    }

    @Override
    public void uploadEnded(int peer, long now) {
        // Nobody serves others then.
    }

    @Override
    public void pause(int v, long untilMicros) {
        // Nobody asks.
    }

    @Override
    public void bookEnd(int v, Sessions.End how, long now) {
        // Nothing is booked.
    }

    @Override
    public void leave(int v, long now) {
        // Nobody leaves.
    }

    @Override
    public void serverBroke(int server, long now) {
        // Nobody blames.
    }

    @Override
    public void beginRound(long now) {
        // No rounds.
    }

    @Override
    public void endRound(long now) {}

    @Override
    public void sample(long micros) {
        // No levels.
    }

    @Override
    public long completed() {
        return 0;
    }

    @Override
    public long present() {
        return 0;
    }

    @Override
    public void stop() {
        // Nothing to stop.
    }

    @Override
    public String check() {
        return null;
    }

    @Override
    public List<Object> parts() {
        return List.of(this);
    }

    @Override
    public long stateBytes() {
        return 0;
    }
}
