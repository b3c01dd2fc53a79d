package org.swarmload.jmh.picker;

import bt.torrent.selector.RarestFirstSelector;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One operation is one pick of the rarest piece of a file and the upkeep that goes with it: a client chooses among the
 * pieces that one of its 40 neighbours offers, has the piece, and tells the 40, who count it. An invocation is the download
 * of 1,000 pieces by everybody, from the first connection to the last piece ({@link Mesh}).
 *
 * <p>{@code ours} is what a run of the simulator does, {@code bt} the classes of bt-core that its clients call for the
 * same: {@code BitfieldBasedStatistics}, {@code ValidatingSelector} and {@code RarestFirstSelector}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(Mesh.PICKS)
public class RarestBenchmark {
    @Benchmark
    public long ours() {
        return Mesh.download(new OurMembers());
    }

    /** Ties by a random order of each client: bt's usual selector, and the one that does what ours does. */
    @Benchmark
    public long btRandomized() {
        return Mesh.download(new BtMembers(RarestFirstSelector::randomizedRarest));
    }

    /** Ties by the lowest number, so that clients hold nearly the same pieces and have little to offer each other. */
    @Benchmark
    public long bt() {
        return Mesh.download(new BtMembers(RarestFirstSelector::rarest));
    }
}
