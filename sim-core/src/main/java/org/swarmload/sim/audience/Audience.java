package org.swarmload.sim.audience;

import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;

/**
 * Everything about a viewer that no server and no neighbour can change, each a pure function of the viewer's number:
 * two deliveries, cell counts or rounds see the same people. Nothing is stored per viewer; whoever asks often keeps the
 * answer. Rates are whole bits per second, times whole microseconds.
 */
public final class Audience {
    /** Slower lines than this are rounded up to it, so that nobody divides by zero. */
    public static final long LEAST_LINE_BPS = 1_000;

    private static final double MICROS_PER_SECOND = 1e6;

    private final long key;
    private final AudienceSpec spec;
    private final long contentMicros;
    private final Numbering numbering;
    private final Deal regions;
    private final Deal accessClasses;
    private final Deal devices;
    private final Access[] accesses;
    private final double[] titleShares;
    private final Law fileBytes;
    private final Law linger;

    public Audience(ModelSpec model) {
        key = CounterRandom.key(model.seed(), model.replication());
        spec = model.audience();
        contentMicros = model.content().lengthMicros();
        numbering = new Numbering(spec);
        regions = Deal.of(spec.regions(), AudienceSpec.Region::share, AudienceSpec.Region::count);
        accessClasses = Deal.of(spec.access(), Access::share, Access::count);
        devices = Deal.of(spec.devices(), AudienceSpec.Device::share, AudienceSpec.Device::count);
        accesses = spec.access().toArray(new Access[0]);
        titleShares = cumulative(model.content().titles().weights());
        fileBytes = model.content().isFile() ? model.content().file().sizeBytes() : null;
        DeliverySpec.Swarm swarm = model.delivery().swarm();
        linger = swarm == null ? Law.constant(0) : swarm.trading().lingerSeconds();
    }

    public int viewers() {
        return spec.viewers();
    }

    /** How many are here from the beginning; their numbers are the least. */
    public int initialViewers() {
        return spec.initialViewers();
    }

    /** The group of a viewer who is here from the beginning; null for everybody else. */
    public Initial initial(int viewer) {
        int group = numbering.initialGroup(viewer);
        return group == Numbering.NONE ? null : spec.initial().get(group);
    }

    /** Whether the viewer holds a piece at model time 0: nobody but those who are here from the beginning does. */
    public boolean holdsAtStart(int viewer, int piece) {
        Initial group = initial(viewer);
        return group != null
                && switch (group.holding()) {
                    case NONE -> false;
                    case ALL -> true;
                    case ALL_BUT -> piece >= group.lacking();
                    case SHARE -> uniform(viewer, Purpose.INITIAL_PIECE, piece) < group.share();
                };
    }

    /** How long somebody who is here from the beginning stays; {@link Long#MAX_VALUE} is for ever. */
    public long initialStayMicros(int viewer) {
        Law stay = initial(viewer).staySeconds();
        return stay == null ? Long.MAX_VALUE : Math.max(0, micros(stay, viewer, Purpose.STAY, 0));
    }

    /** When the viewer turns up: may be before the unlock, never before 0. */
    public long arrivalMicros(int viewer) {
        if (numbering.initialGroup(viewer) != Numbering.NONE) {
            return 0;
        }
        Arrival arrival =
                spec.arrivals().get(numbering.component(viewer, uniform(viewer, Purpose.ARRIVAL_COMPONENT, 0)));
        double u = arrival.inOrder()
                ? (numbering.placeInComponent(viewer) + 0.5) / arrival.count()
                : uniform(viewer, Purpose.ARRIVAL_OFFSET, 0);
        double offset = arrival.offsetSeconds().quantile(u);
        return Math.max(0, spec.unlockMicros() + round(offset * MICROS_PER_SECOND));
    }

    /**
     * When the viewer first presses play: on arrival, or for who came before the unlock when it is noticed. Those who
     * are here from the beginning do not wait for it.
     */
    public long pressMicros(int viewer) {
        long arrival = arrivalMicros(viewer);
        long unlock = spec.unlockMicros();
        boolean waits = arrival < unlock && numbering.initialGroup(viewer) == Numbering.NONE;
        return waits ? unlock + Math.max(0, micros(spec.noticeSeconds(), viewer, Purpose.NOTICE, 0)) : arrival;
    }

    /** Index into the regions of the spec. */
    public int region(int viewer) {
        return regions.pick(viewer, uniform(viewer, Purpose.REGION, 0));
    }

    /** Index into the access classes of the spec. */
    public int access(int viewer) {
        Initial group = initial(viewer);
        if (group != null && group.access() != AudienceSpec.BY_SHARE) {
            return group.access();
        }
        int rank = numbering.rankAmongDealt(viewer, spec.initial());
        return accessClasses.pick(rank, uniform(viewer, Purpose.ACCESS_CLASS, 0));
    }

    /** Index into the devices of the spec. */
    public int device(int viewer) {
        return devices.pick(viewer, uniform(viewer, Purpose.DEVICE, 0));
    }

    public long downBps(int viewer) {
        return lineBps(accesses[access(viewer)].downBps(), viewer, Purpose.DOWN);
    }

    /** Rate of the viewer's uplink, 0 if the access class forbids upload. The swarm's cap is not in it. */
    public long upBps(int viewer) {
        Access access = accesses[access(viewer)];
        return access.uploadAllowed() ? lineBps(access.upBps(), viewer, Purpose.UP) : 0;
    }

    public long rttMicros(int viewer) {
        return Math.max(0, micros(accesses[access(viewer)].rttSeconds(), viewer, Purpose.RTT, 0));
    }

    /**
     * How long after a press the viewer leaves if there is no first frame; {@link Long#MAX_VALUE} is never. Without a
     * law, the share that has left s seconds after the press is min(cap, perSecond * (s - from)).
     *
     * @param press 0 is the first press, then one more for each reload
     */
    public long patienceMicros(int viewer, int press) {
        AudienceSpec.Patience patience = spec.patience();
        double u = uniform(viewer, Purpose.STARTUP_PATIENCE, press);
        if (patience.startupSeconds() != null) {
            return Math.max(0, round(patience.startupSeconds().quantile(u) * MICROS_PER_SECOND));
        }
        if (u >= patience.startupCap() || patience.startupPerSecond() <= 0) {
            return Long.MAX_VALUE;
        }
        return round((patience.startupFromSeconds() + u / patience.startupPerSecond()) * MICROS_PER_SECOND);
    }

    /** How long the k-th stall may last before the viewer leaves. */
    public long stallPatienceMicros(int viewer, int k) {
        return Math.max(0, micros(spec.patience().stallSeconds(), viewer, Purpose.STALL_PATIENCE, k));
    }

    /** Content that the viewer watches at most: more than nothing, at most the title. */
    public long stayMicros(int viewer) {
        if (numbering.initialGroup(viewer) != Numbering.NONE) {
            return Math.max(1, Math.min(contentMicros, initialStayMicros(viewer)));
        }
        return Math.max(1, Math.min(contentMicros, micros(spec.staySeconds(), viewer, Purpose.STAY, 0)));
    }

    /** Size of the file that the viewer downloads, at least a byte. */
    public long fileBytes(int viewer) {
        return Math.max(1, round(fileBytes.quantile(uniform(viewer, Purpose.FILE_SIZE, 0))));
    }

    /** The title that the viewer wants, 0 the most popular one. */
    public int title(int viewer) {
        return titleShares.length == 1 ? 0 : Deal.byShare(titleShares, uniform(viewer, Purpose.TITLE, 0));
    }

    /** How long the viewer stays after its download is complete; {@link Long#MAX_VALUE} is to the end. */
    public long lingerMicros(int viewer) {
        return linger == null ? Long.MAX_VALUE : Math.max(0, micros(linger, viewer, Purpose.LINGER, 0));
    }

    /** A number that stands for the viewer's client: what it draws once and keeps. */
    public long clientSeed(int viewer) {
        return CounterRandom.bits(key, viewer, Purpose.CLIENT, 0);
    }

    /** Whether the player has a retry left after {@code attempt} retries of the same request. */
    public boolean retriesLeft(int attempt) {
        return spec.retry().backoff() != Backoff.NONE && attempt < spec.retry().attempts();
    }

    /**
     * Whether the player tries again after {@code attempt} retries of the same request: it has a retry left and does
     * not give up.
     *
     * @param k as in {@link #retryDelayMicros}
     */
    public boolean retries(int viewer, int k, int attempt) {
        double giveUp = spec.retry().giveUpShare();
        return retriesLeft(attempt)
                && (giveUp <= 0 || uniform(viewer, Purpose.RETRY_GIVE_UP, ((long) k << 32) | attempt) >= giveUp);
    }

    /**
     * Delay before retry {@code attempt} (0 is the first retry). At least 1 microsecond, so that retries for ever
     * cannot stop the clock.
     *
     * @param k tells requests apart that share attempt numbers, so that their jitter is independent: the front door
     *     uses the numbers from 0 (press * services + service), others use negative ones
     */
    public long retryDelayMicros(int viewer, int k, int attempt) {
        AudienceSpec.Retry retry = spec.retry();
        double u = uniform(viewer, Purpose.RETRY_JITTER, ((long) k << 32) | attempt);
        if (retry.backoff() == Backoff.LAW) {
            return Math.max(1, round(retry.delaySeconds().quantile(u) * MICROS_PER_SECOND));
        }
        long delay = backoffMicros(attempt);
        long jittered = switch (retry.jitter()) {
            case NONE -> delay;
            case EQUAL -> delay - delay / 2 + round(u * (delay / 2));
            case FULL -> round(u * delay);
        };
        return Math.max(1, jittered);
    }

    private long backoffMicros(int attempt) {
        long delay = spec.retry().firstMicros();
        if (spec.retry().backoff() != Backoff.EXPONENTIAL) {
            return delay;
        }
        long cap = spec.retry().capMicros();
        for (int i = 0; i < attempt && delay < cap; i++) {
            delay *= 2;
        }
        return Math.min(delay, cap);
    }

    /** Time that the person looks at the error page before the n-th reload (from 0). */
    public long reloadDelayMicros(int viewer, int n) {
        return Math.max(0, micros(spec.reload().afterSeconds(), viewer, Purpose.RELOAD_DELAY, n));
    }

    public int maxReloads() {
        return spec.reload().attempts();
    }

    /** The cell that the viewer lives in: by a hash of the number or, of several titles, of the title's. */
    public int cellOf(int viewer, int cells) {
        int swarm = titleShares.length == 1 ? viewer : title(viewer);
        return CounterRandom.toInt(CounterRandom.bits(key, swarm, Purpose.CELL_OF_VIEWER, 0), cells);
    }

    /** Work of the k-th service call of this viewer, in microseconds and fractions of them. */
    public double serviceMicros(Law serviceSeconds, int viewer, long k) {
        return Math.max(0, serviceSeconds.quantile(uniform(viewer, Purpose.SERVICE_TIME, k)) * MICROS_PER_SECOND);
    }

    private long lineBps(Law bps, int viewer, Purpose purpose) {
        return Math.max(LEAST_LINE_BPS, round(bps.quantile(uniform(viewer, purpose, 0))));
    }

    private long micros(Law seconds, int viewer, Purpose purpose, long k) {
        return round(seconds.quantile(uniform(viewer, purpose, k)) * MICROS_PER_SECOND);
    }

    private double uniform(int viewer, Purpose purpose, long k) {
        return CounterRandom.uniform(key, viewer, purpose, k);
    }

    private static long round(double value) {
        return (long) StrictMath.floor(value + 0.5);
    }

    /** Cumulative shares of what has these weights. */
    private static double[] cumulative(double[] weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int k = 0; k < sums.length; k++) {
            sum += weights[k];
            sums[k] = sum;
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= sum;
        }
        return sums;
    }
}
