package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.swarm.Holdings;

/** People who watch a stream: players, bit-rate ladder, download policies and the exchange of what is in their windows. */
final class StreamCrowd implements Crowd {
    private final Holdings holdings;
    private final Sessions sessions;
    private final Ladder ladder;
    private final Swarming swarming;
    private final Looking looking;
    /** Null unless the exchange is by encounters. */
    private final WindowContacts contacts;

    private Endings endings;

    StreamCrowd(
            Holdings holdings,
            Sessions sessions,
            Ladder ladder,
            Swarming swarming,
            Looking looking,
            WindowContacts contacts) {
        this.holdings = holdings;
        this.sessions = sessions;
        this.ladder = ladder;
        this.swarming = swarming;
        this.looking = looking;
        this.contacts = contacts;
    }

    @Override
    public void connect(Endings cellEndings) {
        endings = cellEndings;
    }

    @Override
    public void join(int v, long now, long pressMicros, int press, boolean refused) {
        sessions.begin(v, now, pressMicros, press, refused);
        swarming.join(v, now);
        if (contacts != null) {
            contacts.join(v, now);
        }
        looking.look(v, now);
    }

    @Override
    public void handle(int kind, int id, int aux, long now) {
        switch (kind) {
            case Cell.ANNOUNCE -> swarming.announce(id, aux);
            case Cell.PLAY -> playFires(id, now);
            case Cell.GIVE_UP -> {
                Sessions.End how = sessions.giveUpFires(id, now);
                if (how != null) {
                    endings.end(id, how, now);
                }
            }
            case Cell.WAKE -> looking.wake(id, now);
            case Cell.CONTACT -> contacts.happen(id, aux, now);
            case Cell.EXTRA -> looking.extra(id, aux, now);
            case Cell.MEET -> {
                if (swarming.firstMeeting(id, aux, now)) {
                    looking.look(id, now);
                    looking.scheduleExtra(id, now);
                }
            }
            default -> throw new IllegalStateException("Unknown event kind " + kind + ".");
        }
    }

    /** The first frame of a broadcast may come by the clock: then the playhead begins to let pieces in. */
    private void playFires(int v, long now) {
        boolean waited = sessions.waiting(v);
        if (sessions.playFires(v, now)) {
            endings.end(v, Sessions.End.SEEN, now);
        } else if (waited && !sessions.waiting(v)) {
            looking.look(v, now);
        }
    }

    @Override
    public void pieceReceived(int v, int piece, long now) {
        swarming.pieceArrived(v, piece, now);
        sessions.pieceArrived(v, now);
        ladder.choose(v, now);
        looking.look(v, now);
    }

    @Override
    public void act(int v, long now) {
        looking.look(v, now);
    }

    @Override
    public void uploadEnded(int peer, long now) {
        // Nobody waits at an uploader: clients look again in time.
    }

    @Override
    public void pause(int v, long untilMicros) {
        looking.wakeNoLaterThan(v, untilMicros);
    }

    @Override
    public void bookEnd(int v, Sessions.End how, long now) {
        sessions.end(v, how, now);
    }

    @Override
    public void leave(int v, long now) {
        swarming.leave(v, now);
    }

    @Override
    public void serverBroke(int server, long now) {
        sessions.blameAnew(now);
    }

    @Override
    public void beginRound(long now) {
        swarming.beginRound(now);
        if (contacts != null) {
            contacts.beginRound(now);
        }
    }

    @Override
    public void endRound(long now) {
        // Servers book their own bytes, peers' bytes are booked when a transfer ends.
    }

    @Override
    public void sample(long micros) {
        sessions.sample(micros);
    }

    @Override
    public long completed() {
        return 0;
    }

    @Override
    public long present() {
        return sessions.present();
    }

    @Override
    public void stop() {
        looking.stop();
    }

    @Override
    public long touch(int v) {
        return holdings.touch(v) + swarming.touch(v);
    }

    @Override
    public long touchAll() {
        return holdings.touchAll() + swarming.touchAll();
    }

    @Override
    public String check() {
        return swarming.check();
    }

    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>(List.of(this, holdings, sessions, swarming));
        parts.addAll(looking.parts());
        return parts;
    }

    @Override
    public long stateBytes() {
        return holdings.stateBytes() + swarming.stateBytes();
    }
}
