package org.swarmload.sim.audience;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.ContentSpec;
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
    private final double[] arrivalShares;
    private final double[] regionShares;
    private final double[] accessShares;
    private final double[] deviceShares;
    private final Access[] accesses;
    private final double[] titleShares;
    private final Law fileBytes;
    private final Law linger;

    public Audience(ModelSpec model) {
        key = CounterRandom.key(model.seed(), model.replication());
        spec = model.audience();
        contentMicros = model.content().lengthMicros();
        arrivalShares = cumulative(spec.arrivals(), AudienceSpec.Arrival::share);
        regionShares = cumulative(spec.regions(), AudienceSpec.Region::share);
        accessShares = cumulative(spec.access(), Access::share);
        deviceShares = cumulative(spec.devices(), AudienceSpec.Device::share);
        accesses = spec.access().toArray(new Access[0]);
        titleShares = popularity(model.content().titles());
        fileBytes = model.content().isFile() ? model.content().file().sizeBytes() : null;
        DeliverySpec.Swarm swarm = model.delivery().swarm();
        linger = swarm == null ? Law.constant(0) : swarm.trading().lingerSeconds();
    }

    public int viewers() {
        return spec.viewers();
    }

    /** When the viewer turns up: may be before the unlock, never before 0. */
    public long arrivalMicros(int viewer) {
        int component = pick(arrivalShares, uniform(viewer, Purpose.ARRIVAL_COMPONENT, 0));
        Law offset = spec.arrivals().get(component).offsetSeconds();
        return Math.max(0, spec.unlockMicros() + micros(offset, viewer, Purpose.ARRIVAL_OFFSET, 0));
    }

    /** When the viewer first presses play: on arrival, or for who came before the unlock when it is noticed. */
    public long pressMicros(int viewer) {
        long arrival = arrivalMicros(viewer);
        long unlock = spec.unlockMicros();
        return arrival >= unlock
                ? arrival
                : unlock + Math.max(0, micros(spec.noticeSeconds(), viewer, Purpose.NOTICE, 0));
    }

    /** Index into the regions of the spec. */
    public int region(int viewer) {
        return pick(regionShares, uniform(viewer, Purpose.REGION, 0));
    }

    /** Index into the access classes of the spec. */
    public int access(int viewer) {
        return pick(accessShares, uniform(viewer, Purpose.ACCESS_CLASS, 0));
    }

    /** Index into the devices of the spec. */
    public int device(int viewer) {
        return pick(deviceShares, uniform(viewer, Purpose.DEVICE, 0));
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
     * How long after a press the viewer leaves if there is no first frame; {@link Long#MAX_VALUE} is never. The share
     * that has left s seconds after the press is min(cap, perSecond * (s - from)).
     *
     * @param press 0 is the first press, then one more for each reload
     */
    public long patienceMicros(int viewer, int press) {
        AudienceSpec.Patience patience = spec.patience();
        double u = uniform(viewer, Purpose.STARTUP_PATIENCE, press);
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
        return Math.max(1, Math.min(contentMicros, micros(spec.staySeconds(), viewer, Purpose.STAY, 0)));
    }

    /** Size of the file that the viewer downloads, at least a byte. */
    public long fileBytes(int viewer) {
        return Math.max(1, round(fileBytes.quantile(uniform(viewer, Purpose.FILE_SIZE, 0))));
    }

    /** The title that the viewer wants, 0 the most popular one. */
    public int title(int viewer) {
        return titleShares.length == 1 ? 0 : pick(titleShares, uniform(viewer, Purpose.TITLE, 0));
    }

    /** How long the viewer stays after its download is complete; {@link Long#MAX_VALUE} is to the end. */
    public long lingerMicros(int viewer) {
        return linger == null ? Long.MAX_VALUE : Math.max(0, micros(linger, viewer, Purpose.LINGER, 0));
    }

    /** Whether the player tries again after {@code attempt} retries of the same request. */
    public boolean retriesLeft(int attempt) {
        return spec.retry().backoff() != Backoff.NONE && attempt < spec.retry().attempts();
    }

    /**
     * Delay before retry {@code attempt} (0 is the first retry). At least 1 microsecond, so that retries for ever
     * cannot stop the clock.
     *
     * @param k tells requests apart that share attempt numbers, so that their jitter is independent: the front door
     *     uses the numbers from 0 (press * services + service), others use negative ones
     */
    public long retryDelayMicros(int viewer, int k, int attempt) {
        long delay = backoffMicros(attempt);
        double u = uniform(viewer, Purpose.RETRY_JITTER, ((long) k << 32) | attempt);
        long jittered = switch (spec.retry().jitter()) {
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

    /** The cell that the viewer lives in, by a hash of the number. */
    public int cellOf(int viewer, int cells) {
        return CounterRandom.toInt(CounterRandom.bits(key, viewer, Purpose.CELL_OF_VIEWER, 0), cells);
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

    private static int pick(double[] cumulative, double u) {
        int i = 0;
        while (i < cumulative.length - 1 && u >= cumulative[i]) {
            i++;
        }
        return i;
    }

    /** Cumulative shares of titles by Zipf's law. */
    private static double[] popularity(ContentSpec.Titles titles) {
        double[] sums = new double[titles.count()];
        double sum = 0;
        for (int k = 0; k < sums.length; k++) {
            sum += StrictMath.pow(k + 1, -titles.zipf());
            sums[k] = sum;
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= sum;
        }
        return sums;
    }

    private static <T> double[] cumulative(List<T> classes, ToDoubleFunction<T> share) {
        double[] sums = new double[classes.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += share.applyAsDouble(classes.get(i));
            sums[i] = sum;
        }
        return sums;
    }
}
