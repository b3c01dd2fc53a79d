package org.swarmload.study;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.swarmload.study.StudyResult.EngineUse;

/** Measures what a study takes of this machine, from its creation on. Nothing here ever reaches a result. */
final class MachineMeter {
    private static final double NANOS = 1e9;

    private final long wallStart = System.nanoTime();
    private final Duration cpuStart = cpu();
    private long simulatingNanos;

    MachineMeter() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Does the part of the work that is simulation. */
    <T> T simulating(Supplier<T> work) {
        long start = System.nanoTime();
        T done = work.get();
        simulatingNanos += System.nanoTime() - start;
        return done;
    }

    EngineUse read(int threads, String version) {
        return new EngineUse(
                (System.nanoTime() - wallStart) / NANOS,
                cpu().minus(cpuStart).toNanos() / NANOS,
                simulatingNanos / NANOS,
                peakHeapBytes(),
                threads,
                System.getProperty("java.version"),
                version);
    }

    /** Pools have their peaks at different times, so the heap as a whole may never have been so full. */
    private static long peakHeapBytes() {
        return heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
