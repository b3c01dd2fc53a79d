package org.swarmload.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.cost.Meter;
import org.swarmload.cost.Meter.Tier;
import org.swarmload.cost.VolumeUnit;

/** Binds what a price list measures, of the whole account or of one region. Prices are taken exactly as written. */
final class MeterBinder {
    /** Bytes are billed by one of these. */
    private static final List<String> OF_BYTES =
            List.of("tiers", "commit", "percentile-95", "peak-port", "share-of-cdn-price");

    private static final Range COMMIT_BPS = new Range(0, Range.SERVER_BPS.most(), "from 0bps to 1000Tbps");

    private static final Range LOT_OF_CALLS = new Range(0.001, 1e9, "from 0.001/s to 1000M/s");

    private final Problems problems;
    private final VolumeUnit unit;

    MeterBinder(Problems problems, VolumeUnit unit) {
        this.problems = problems;
        this.unit = unit;
    }

    /** The meters among these keys; the caller says when all keys are read. */
    List<Meter> bind(Fields fields) {
        List<Meter> meters = new ArrayList<>();
        bytes(fields, meters);
        BigDecimal requests = price(fields, "per-10k-requests");
        if (requests != null) {
            meters.add(new Meter.Requests(requests));
        }
        BigDecimal minutes = price(fields, "per-1000-minutes");
        if (minutes != null) {
            meters.add(new Meter.Minutes(minutes));
        }
        machines(fields, meters);
        BigDecimal viewerHour = price(fields, "per-viewer-hour");
        if (viewerHour != null) {
            meters.add(new Meter.ViewerHours(viewerHour));
        }
        BigDecimal event = price(fields, "per-event");
        if (event != null) {
            meters.add(new Meter.PerEvent(event));
        }
        BigDecimal month = price(fields, "per-month");
        if (month != null) {
            meters.add(new Meter.PerMonth(month));
        }
        return meters;
    }

    private void bytes(Fields fields, List<Meter> meters) {
        List<String> written = OF_BYTES.stream().filter(fields::has).toList();
        if (written.size() > 1) {
            fields.problem(written.get(1), "Bytes are billed once: by " + String.join(" or by ", written) + ".", "");
        }
        List<Tier> tiers = tiers(fields);
        if (!tiers.isEmpty()) {
            meters.add(new Meter.Tiers(unit, tiers));
        }
        if (fields.has("commit")) {
            meters.add(commit(fields.mapOrEmpty("commit")));
        }
        if (fields.has("percentile-95")) {
            Fields rate = fields.mapOrEmpty("percentile-95");
            BigDecimal commit = commitMbps(rate);
            BigDecimal price = required(rate, "per-mbps", "0.08");
            BigDecimal burst = price(rate, "burst-per-mbps");
            rate.done();
            meters.add(new Meter.Percentile(commit, price, burst == null ? price : burst));
        }
        if (fields.has("peak-port")) {
            Fields rate = fields.mapOrEmpty("peak-port");
            meters.add(new Meter.PeakPort(commitMbps(rate), required(rate, "per-mbps", "1.50")));
            rate.done();
        }
        if (fields.has("share-of-cdn-price")) {
            double share = fields.quantity("share-of-cdn-price", Kind.SHARE, Range.SHARE, 1);
            meters.add(new Meter.ShareOfCdn(BigDecimal.valueOf(share)));
        }
    }

    private Meter commit(Fields commit) {
        BigDecimal volume = required(commit, "volume", "5000000");
        BigDecimal price = required(commit, "price", "0.005");
        BigDecimal overage = price(commit, "overage");
        commit.done();
        return new Meter.Commit(unit, volume, price, overage == null ? price : overage);
    }

    private static BigDecimal commitMbps(Fields rate) {
        return BigDecimal.valueOf(rate.quantity("commit", Kind.BANDWIDTH, COMMIT_BPS, 0))
                .movePointLeft(6);
    }

    private void machines(Fields fields, List<Meter> meters) {
        if (fields.has("server-hour")) {
            Fields server = fields.mapOrEmpty("server-hour");
            BigDecimal price = required(server, "price", "3.888");
            long nic = Math.round(server.requiredQuantity("nic", Kind.BANDWIDTH, Range.SERVER_BPS, "100Gbps"));
            int vcpus = (int) server.requiredCount("vcpus", 1, 100_000, "72");
            server.done();
            meters.add(new Meter.ServerHours(price, nic, vcpus));
        }
        BigDecimal server = price(fields, "per-server");
        if (server != null) {
            meters.add(new Meter.PerServer(server));
        }
        if (fields.has("capacity")) {
            meters.add(capacity(fields.mapOrEmpty("capacity")));
        }
        if (fields.has("tracker-hour")) {
            Fields tracker = fields.mapOrEmpty("tracker-hour");
            BigDecimal price = required(tracker, "price", "0.1134");
            long peers = tracker.requiredCount("peers", 1, 1_000_000_000, "300k");
            tracker.done();
            meters.add(new Meter.TrackerHours(price, peers));
        }
    }

    /** Capacity of servers is a bandwidth, that of a service a rate: the unit tells which. */
    private static Meter capacity(Fields capacity) {
        BigDecimal price = required(capacity, "price", "120");
        boolean ofCalls = Quantities.parse(capacity.text("per", ""), Kind.RATE).ok();
        double per = ofCalls
                ? capacity.quantity("per", Kind.RATE, LOT_OF_CALLS, 1)
                : capacity.requiredQuantity("per", Kind.BANDWIDTH, Range.SERVER_BPS, "1Gbps, or 1/s of a service");
        capacity.done();
        return new Meter.Capacity(
                ofCalls ? Meter.Order.CALLS : Meter.Order.UPLINK, price, new BigDecimal(Double.toString(per)));
    }

    private List<Tier> tiers(Fields fields) {
        List<SourceNode> nodes = fields.list("tiers");
        List<Tier> tiers = new ArrayList<>();
        BigDecimal last = BigDecimal.ZERO;
        int before = problems.count();
        for (int i = 0; i < nodes.size(); i++) {
            Fields tier = new Fields(nodes.get(i), fields.path("tiers." + i), problems);
            BigDecimal upTo = price(tier, "up-to");
            BigDecimal price = required(tier, "price", "0.085");
            tier.done();
            boolean isLast = i == nodes.size() - 1;
            if (isLast != (upTo == null)) {
                tier.problem("up-to", "Every tier but the last has an end, the last has none.", "");
            } else if (upTo != null && upTo.compareTo(last) <= 0) {
                tier.problem("up-to", "Tiers must rise.", "");
            }
            last = upTo == null ? last : upTo;
            tiers.add(new Tier(upTo, price));
        }
        // Spoilt tiers never leave the reader; a harmless one stands for them.
        return problems.count() == before ? tiers : List.of(new Tier(null, BigDecimal.ZERO));
    }

    private static BigDecimal required(Fields fields, String key, String example) {
        if (!fields.has(key) && !fields.isNothing()) {
            fields.missing(key, "is missing.", "For example " + key + ": " + example);
        }
        BigDecimal price = price(fields, key);
        return price == null ? BigDecimal.ZERO : price;
    }

    /** A plain number of units or of the currency, exactly as written; null when it is absent or wrong. */
    static BigDecimal price(Fields fields, String key) {
        SourceNode node = fields.node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof SourceNode.ScalarNode scalar && scalar.text().matches("[0-9]{1,15}(\\.[0-9]{1,10})?")) {
            return new BigDecimal(scalar.text());
        }
        fields.problem(key, node.shape() + " is not a plain number.", "For example 0.085.");
        return null;
    }
}
