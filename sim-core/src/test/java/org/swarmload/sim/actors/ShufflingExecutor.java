package org.swarmload.sim.actors;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.Random;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A dispatcher's executor that runs what waits in random order, and some of it late: messages of different actors are
 * delivered in another order each time. Named in a dispatcher's settings as its {@code executor}.
 */
public final class ShufflingExecutor extends ExecutorServiceConfigurator {
    /** Tasks that were held up, by all executors of this class. */
    static final AtomicLong HELD_UP = new AtomicLong();

    private static final int ONE_LATE_IN = 60;
    private static final long LATE_MICROS_AT_MOST = 300;

    private final int threads;
    private final long seed;

    /** Called by Akka. */
    public ShufflingExecutor(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
        threads = config.getInt("shuffling-threads");
        seed = config.getLong("shuffling-seed");
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threadFactory) {
        return () -> new Pool(threads, seed, threadFactory);
    }

    private static final class Pool extends ThreadPoolExecutor {
        private final Random random;

        Pool(int threads, long seed, ThreadFactory threadFactory) {
            super(threads, threads, 1, TimeUnit.MINUTES, new PriorityBlockingQueue<>(), threadFactory);
            random = new Random(seed);
        }

        @Override
        public void execute(Runnable task) {
            long late = random.nextInt(ONE_LATE_IN) == 0 ? random.nextInt((int) LATE_MICROS_AT_MOST) : 0;
            super.execute(new Shuffled(task, random.nextLong(), late));
        }
    }

    private record Shuffled(Runnable task, long rank, long lateMicros) implements Runnable, Comparable<Shuffled> {
        @Override
        public void run() {
            if (lateMicros > 0) {
                HELD_UP.incrementAndGet();
                try {
                    TimeUnit.MICROSECONDS.sleep(lateMicros);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            task.run();
        }

        @Override
        public int compareTo(Shuffled other) {
            return Long.compare(rank, other.rank);
        }
    }
}
