package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a price list measures. A meter reads two months, one without the event and one with it; the event costs
 * the difference.
 */
public sealed interface Meter {

    /** What it reads; charges that are 0 in both months may be among them. */
    List<Charge> charges(Usage without, Usage with);

    /** Whether it bills bytes or their rate, and not what comes beside them. */
    default boolean isOfBytes() {
        return false;
    }

    /** Whether it bills what is ordered for the event, used or not. */
    default boolean isOrder() {
        return false;
    }

    /**
     * Volume by tiers, each byte at the price of its own tier (not all at the price of the last).
     *
     * @param tiers ascending and gapless, the last one endless
     */
    record Tiers(VolumeUnit unit, List<Tier> tiers) implements Meter {
        public Tiers {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty() || tiers.get(tiers.size() - 1).upTo() != null) {
                throw new IllegalArgumentException("The last tier has no end.");
            }
        }

        /** One price for every unit. */
        public static Tiers flat(VolumeUnit unit, BigDecimal price) {
            return new Tiers(unit, List.of(new Tier(null, price)));
        }

        @Override
        public boolean isOfBytes() {
            return true;
        }

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            BigDecimal less = unit.of(without.traffic().bytes());
            BigDecimal more = unit.of(with.traffic().bytes());
            List<Charge> charges = new ArrayList<>();
            BigDecimal from = BigDecimal.ZERO;
            for (Tier tier : tiers) {
                charges.add(new Charge(
                        tier.name(from, unit),
                        unit.symbol(),
                        tier.part(from, less),
                        tier.part(from, more),
                        tier.price()));
                from = tier.upTo() == null ? from : tier.upTo();
            }
            return charges;
        }
    }

    /**
     * @param upTo volume of the month at which the tier ends; null is without end
     * @param price per unit within the tier
     */
    record Tier(BigDecimal upTo, BigDecimal price) {
        /** The part of a volume that lies within a tier that begins there. */
        private BigDecimal part(BigDecimal from, BigDecimal volume) {
            BigDecimal end = upTo == null ? volume : volume.min(upTo);
            return end.subtract(from).max(BigDecimal.ZERO);
        }

        private String name(BigDecimal from, VolumeUnit unit) {
            String free = price.signum() == 0 ? ", free" : "";
            if (upTo == null) {
                return from.signum() == 0
                        ? "bytes sent" + free
                        : "bytes sent, from " + plain(from) + " " + unit.symbol() + " on" + free;
            }
            return "bytes sent, " + plain(from) + " to " + plain(upTo) + " " + unit.symbol() + free;
        }
    }

    /** A volume bought in advance: what is not used is paid all the same, what is used beyond it has a price of its own. */
    record Commit(VolumeUnit unit, BigDecimal committed, BigDecimal price, BigDecimal overage) implements Meter {
        @Override
        public boolean isOfBytes() {
            return true;
        }

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            BigDecimal less = unit.of(without.traffic().bytes());
            BigDecimal more = unit.of(with.traffic().bytes());
            String note = more.compareTo(committed) <= 0
                    ? "The month with the event stays within the commitment, which is paid with it and without it."
                    : "";
            return List.of(
                    new Charge("committed volume", unit.symbol(), committed, committed, price, note),
                    new Charge("volume beyond the commitment", unit.symbol(), beyond(less), beyond(more), overage));
        }

        private BigDecimal beyond(BigDecimal volume) {
            return volume.subtract(committed).max(BigDecimal.ZERO);
        }
    }

    /**
     * The 95th percentile of the month's 5-minute samples: the highest 5 % are left out, the next one is billed.
     *
     * @param commitMbps paid in any case
     * @param price per Mbit/s of the commitment
     * @param burst per Mbit/s beyond it
     */
    record Percentile(BigDecimal commitMbps, BigDecimal price, BigDecimal burst) implements Meter {
        @Override
        public boolean isOfBytes() {
            return true;
        }

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            BigDecimal less = without.traffic().percentile95Mbps();
            BigDecimal more = with.traffic().percentile95Mbps();
            return rates(
                    "95th percentile of 5-minute samples",
                    less,
                    more,
                    new Rate(commitMbps, price, burst),
                    PercentileWords.of(without.traffic(), with.traffic(), commitMbps));
        }
    }

    /** The highest 5-minute sample of the month, and at least what the port was ordered for. */
    record PeakPort(BigDecimal commitMbps, BigDecimal price) implements Meter {
        @Override
        public boolean isOfBytes() {
            return true;
        }

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return rates(
                    "highest 5-minute sample",
                    without.traffic().peakMbps(),
                    with.traffic().peakMbps(),
                    new Rate(commitMbps, price, price),
                    "");
        }
    }

    /** What is ordered, its price, and the price beyond it. */
    record Rate(BigDecimal commitMbps, BigDecimal price, BigDecimal burst) {}

    private static List<Charge> rates(String what, BigDecimal less, BigDecimal more, Rate rate, String note) {
        BigDecimal commit = rate.commitMbps();
        Charge beyond = new Charge(
                commit.signum() == 0 ? what : what + ", beyond the commitment",
                "Mbit/s",
                less.subtract(commit).max(BigDecimal.ZERO),
                more.subtract(commit).max(BigDecimal.ZERO),
                rate.burst(),
                note);
        return commit.signum() == 0
                ? List.of(beyond)
                : List.of(new Charge("committed rate", "Mbit/s", commit, commit, rate.price()), beyond);
    }

    /** Answered requests; the simulator counts each of them. */
    record Requests(BigDecimal per10k) implements Meter {
        private static final BigDecimal LOT = BigDecimal.valueOf(10_000);

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge(
                    "requests", "10,000 requests", lots(without.requests(), LOT), lots(with.requests(), LOT), per10k));
        }
    }

    /** Minutes of video in the segments that were sent, whatever their bit rate. */
    record Minutes(BigDecimal per1000) implements Meter {
        private static final BigDecimal LOT = BigDecimal.valueOf(1_000);

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge(
                    "minutes of video delivered",
                    "1,000 minutes",
                    lots(without.minutes(), LOT),
                    lots(with.minutes(), LOT),
                    per1000));
        }
    }

    /**
     * Machines by the hour, and what their provider lets out of them to the internet: half of the port with 32 virtual
     * CPUs or more, yet never less than 5 Gbit/s; 5 Gbit/s with fewer (Amazon EC2, instance network bandwidth).
     */
    record ServerHours(BigDecimal perHour, long nicBps, int vcpus) implements Meter {
        private static final long SMALL_BPS = 5_000_000_000L;
        private static final int LARGE_VCPUS = 32;

        /** What such a machine can send to the internet, in bits per second. */
        public long internetBps() {
            long allowed = vcpus >= LARGE_VCPUS ? Math.max(nicBps / 2, SMALL_BPS) : SMALL_BPS;
            return Math.min(nicBps, allowed);
        }

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge("servers rented", "hours", without.serverHours(), with.serverHours(), perHour));
        }
    }

    /** Machines that are ordered for the event, by number. */
    record PerServer(BigDecimal price) implements Meter {
        @Override
        public boolean isOrder() {
            return true;
        }

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge("servers ordered", "servers", without.servers(), with.servers(), price));
        }
    }

    /**
     * Capacity that is ordered for the event, used or not: what a pool can send, or what a service can answer.
     *
     * @param per so much of it: bits per second, or calls per second
     */
    record Capacity(Order of, BigDecimal price, BigDecimal per) implements Meter {
        @Override
        public boolean isOrder() {
            return true;
        }

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge(
                    "capacity ordered",
                    of.unit(per),
                    lots(without.capacity(), per),
                    lots(with.capacity(), per),
                    price));
        }
    }

    /** What capacity is ordered of. */
    enum Order {
        /** Of servers: bits per second. */
        UPLINK,
        /** Of a service of the front door: calls per second. */
        CALLS;

        private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);
        private static final BigDecimal GIGA = BigDecimal.valueOf(1_000_000_000);

        /** "Gbit/s", or "10 Gbit/s" where so much is a unit. */
        private String unit(BigDecimal per) {
            if (this == CALLS) {
                return unit(per, "calls/s");
            }
            return per.compareTo(GIGA) < 0 ? unit(per.divide(MEGA), "Mbit/s") : unit(per.divide(GIGA), "Gbit/s");
        }

        private static String unit(BigDecimal number, String symbol) {
            return number.compareTo(BigDecimal.ONE) == 0 ? symbol : plain(number) + " " + symbol;
        }
    }

    /** Trackers: as many machines as the crowd needs when it is greatest, for the hours for which they are rented. */
    record TrackerHours(BigDecimal perHour, long peersPerMachine) implements Meter {
        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge("trackers rented", "hours", hours(without), hours(with), perHour));
        }

        private BigDecimal hours(Usage use) {
            return use.peers()
                    .divide(BigDecimal.valueOf(peersPerMachine), 0, RoundingMode.CEILING)
                    .multiply(use.rentedHours());
        }
    }

    /** A share of what a CDN would have charged for the average unit, for each unit that viewers sent. */
    record ShareOfCdn(BigDecimal share) implements Meter {
        private static final int PRICE_DECIMALS = 8;

        @Override
        public List<Charge> charges(Usage without, Usage with) {
            Usage.CdnPrice cdn = with.cdn();
            String percent = share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            return List.of(new Charge(
                    "bytes between viewers, at " + percent + " of the average " + cdn.tariff() + " price",
                    cdn.unit().symbol(),
                    cdn.unit().of(without.traffic().bytes()),
                    cdn.unit().of(with.traffic().bytes()),
                    cdn.perUnit().multiply(share).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP)));
        }
    }

    /** Hours of the title that viewers played. */
    record ViewerHours(BigDecimal price) implements Meter {
        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge("viewer-hours", "hours", without.viewerHours(), with.viewerHours(), price));
        }
    }

    /** A sum for the event, whatever its size. */
    record PerEvent(BigDecimal price) implements Meter {
        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge("fixed for the event", "events", without.events(), with.events(), price));
        }
    }

    /** A sum for the month, with the event and without it. */
    record PerMonth(BigDecimal price) implements Meter {
        @Override
        public List<Charge> charges(Usage without, Usage with) {
            return List.of(new Charge("fixed for the month", "months", BigDecimal.ONE, BigDecimal.ONE, price));
        }
    }

    private static BigDecimal lots(BigDecimal count, BigDecimal lot) {
        return count.divide(lot, 6, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
