package org.swarmload.jmh.net;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/**
 * One operation is one change of an uplink that several transfers share: they are settled, the new capacity is shared
 * max-min under the receivers' caps, and the next finish is found. Starts, ends and changes of caps do the same. Uplinks
 * take turns, so that their transfers are not all in the first cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PeerUplinksBenchmark {
    private static final int PEERS = 4096;
    /** 8 Mbit/s, in bytes per microsecond. */
    private static final double CAPACITY = 1;

    /** No transfer comes to its end. */
    private static final long BYTES = 1L << 50;

    @Param({"1", "4", "16"})
    public int transfers;

    private PeerUplinks uplinks;
    private int turn;
    private long now;

    /** Caps add up to about the uplink, half of them below an equal part: it is shared in two or three rounds. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(8);
        Transfers records = new Transfers((receiver, piece, rendition) -> BYTES);
        uplinks = new PeerUplinks(records, PEERS);
        for (int peer = 0; peer < PEERS; peer++) {
            uplinks.setCapacity(peer, CAPACITY);
        }
        for (int sender : senders(random)) {
            int t = records.create(sender, 0, 0, 0);
            uplinks.start(t, CAPACITY / transfers * 2 * random.nextDouble(), now);
        }
    }

    /** Each peer as often as it has transfers, shuffled: records at equal distances would fight for few cache sets. */
    private int[] senders(SplittableRandom random) {
        int[] senders = new int[PEERS * transfers];
        for (int i = 0; i < senders.length; i++) {
            int other = random.nextInt(i + 1);
            senders[i] = senders[other];
            senders[other] = i % PEERS;
        }
        return senders;
    }

    @Benchmark
    public long share() {
        now++;
        int peer = turn;
        turn = peer + 1 & PEERS - 1;
        uplinks.rerate(peer, (now & PEERS) == 0 ? CAPACITY : 0.9 * CAPACITY, now);
        return uplinks.nextFinish(peer, now);
    }
}
