package org.swarmload.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.swarmload.cost.Contract;
import org.swarmload.cost.Meter;
import org.swarmload.cost.Tariff;
import org.swarmload.library.ScenarioLibrary;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.sim.model.DeliverySpec.Server;

/** Binds what one payer is billed by. */
final class ContractBinder {
    private static final Range RENTED = new Range(60, 2_678_400, "from 1min to 31d");

    private final Problems problems;
    private final boolean isFile;
    private final Map<String, DeliveryDef> deliveries;

    ContractBinder(Problems problems, boolean isFile, Map<String, DeliveryDef> deliveries) {
        this.problems = problems;
        this.isFile = isFile;
        this.deliveries = deliveries;
    }

    /** The contract, or null after a problem; the caller says when all keys are read. */
    Contract bind(String payer, Fields fields) {
        List<Tariff> tariffs = tariffs(fields);
        tariffs.forEach(tariff -> checkMeters(payer, tariff, fields));
        boolean byHour = tariffs.stream().anyMatch(ContractBinder::isByHour);
        if (byHour && !fields.has("rented") && fields.sound("tariff")) {
            fields.missing("rented", "is missing: for how long are the machines rented?", "For example rented: 6h");
        } else if (!byHour && fields.has("rented") && fields.sound("tariff")) {
            fields.problem("rented", "Nothing here is billed by the hour.", "Leave out rented.");
        }
        double rented = fields.quantity("rented", Kind.DURATION, RENTED, 0);
        BigDecimal share = BigDecimal.ONE;
        if (payer.equals("relay")) {
            share = BigDecimal.valueOf(fields.requiredQuantity("share", Kind.SHARE, Range.SHARE, "5%"));
        }
        double discount = fields.quantity("discount", Kind.SHARE, Range.SHARE, 0);
        Map<String, String> regionOf = new LinkedHashMap<>();
        String region = region(payer, tariffs, fields, regionOf);
        BigDecimal hours = BigDecimal.valueOf(rented).divide(BigDecimal.valueOf(3_600), 6, RoundingMode.HALF_UP);
        return tariffs.isEmpty()
                ? null
                : new Contract(tariffs, region, regionOf, hours, share, BigDecimal.valueOf(discount));
    }

    /** One list or several: servers by the hour beside what they send, say. */
    private List<Tariff> tariffs(Fields fields) {
        List<Tariff> tariffs = new ArrayList<>();
        SourceNode node = fields.node("tariff");
        if (node instanceof SourceNode.ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                add(tariffs, tariff(list.items().get(i), fields.path("tariff." + i)));
            }
            if (list.items().isEmpty()) {
                fields.problem("tariff", "Name at least one tariff.", "For example tariff: cloudfront-list");
            }
        } else if (node == null) {
            fields.requiredText("tariff", "cloudfront-list");
        } else {
            add(tariffs, tariff(node, fields.path("tariff")));
        }
        return tariffs;
    }

    private static void add(List<Tariff> tariffs, Tariff tariff) {
        if (tariff != null) {
            tariffs.add(tariff);
        }
    }

    private Tariff tariff(SourceNode node, String path) {
        if (node instanceof SourceNode.MapNode own) {
            return new TariffBinder(problems).bind(new Fields(own, path, problems), "own");
        }
        if (!(node instanceof SourceNode.ScalarNode scalar) || scalar.isNull()) {
            problems.add(node.position(), path, "This must be a tariff, it is " + node.shape() + ".");
            return null;
        }
        String id = scalar.text().strip();
        List<String> ids = ScenarioLibrary.tariffIds();
        if (ids.contains(id)) {
            return TariffBinder.shipped(id);
        }
        String hint = TariffFiles.isFile(id)
                ? "Maybe name the file in the scenario, or in a file laid over it with -f."
                : DidYouMean.hintOrList(id, ids);
        problems.add(node.position(), path, "There is no tariff " + scalar.shape() + ".", hint);
        return null;
    }

    private static boolean isByHour(Tariff tariff) {
        return tariff.allMeters().stream()
                .anyMatch(meter -> meter instanceof Meter.ServerHours || meter instanceof Meter.TrackerHours);
    }

    /** One message for a list that is not for this payer, however many meters it has. */
    private void checkMeters(String payer, Tariff tariff, Fields fields) {
        int before = problems.count();
        for (Meter meter : tariff.allMeters()) {
            if (problems.count() == before) {
                checkMeter(payer, tariff, meter, fields);
            }
        }
    }

    /** Whether this is something that can be measured of that payer. */
    private void checkMeter(String payer, Tariff tariff, Meter meter, Fields fields) {
        boolean fixed = meter instanceof Meter.PerEvent || meter instanceof Meter.PerMonth;
        boolean volume = meter instanceof Meter.Tiers || meter instanceof Meter.Commit;
        boolean suits = switch (payer) {
            case "peers" -> fixed || volume || meter instanceof Meter.ShareOfCdn || meter instanceof Meter.ViewerHours;
            case "tracker" -> fixed || meter instanceof Meter.TrackerHours;
            case "relay" -> fixed || volume;
            case "fixed" -> fixed;
            case CostBinder.FRONT_DOOR -> fixed || isOfService(meter);
            default -> fixed || isOfMachines(payer, meter);
        };
        if (meter instanceof Meter.ShareOfCdn && !suits) {
            fields.problem("tariff", "A share of the CDN's price is a tariff for peers.", "");
        } else if (!suits) {
            fields.problem(
                    "tariff",
                    tariff.id() + " bills " + words(meter) + ": that is no tariff for " + payer + ".",
                    hint(payer, meter));
        } else if (meter instanceof Meter.Minutes && isFile) {
            fields.problem("tariff", tariff.id() + " bills minutes of video; a file has none.", "");
        } else if (meter instanceof Meter.ServerHours server) {
            checkPort(payer, tariff, server, fields);
        }
    }

    private static boolean isOfMachines(String payer, Meter meter) {
        boolean traffic = meter.isOfBytes() || meter instanceof Meter.Requests || meter instanceof Meter.Minutes;
        boolean servers = meter instanceof Meter.ServerHours || meter instanceof Meter.PerServer;
        boolean uplink = meter instanceof Meter.Capacity capacity && capacity.of() == Meter.Order.UPLINK;
        return traffic || uplink || servers && !payer.equals("edges");
    }

    private static boolean isOfService(Meter meter) {
        boolean servers = meter instanceof Meter.ServerHours || meter instanceof Meter.PerServer;
        return servers || meter instanceof Meter.Capacity capacity && capacity.of() == Meter.Order.CALLS;
    }

    /** A capacity in the other unit was meant. */
    private static String hint(String payer, Meter meter) {
        if (!(meter instanceof Meter.Capacity)) {
            return "";
        }
        if (payer.equals(CostBinder.FRONT_DOOR)) {
            return "A service answers calls: capacity: {price: 2, per: 1/s}.";
        }
        return CostBinder.MACHINES.contains(payer)
                ? "Servers have an uplink: capacity: {price: 120, per: 1Gbps}."
                : "Capacity is ordered of " + Problems.listed(CostBinder.MACHINES) + " and of the front-door.";
    }

    private static String words(Meter meter) {
        if (meter instanceof Meter.ServerHours) {
            return "servers by the hour";
        }
        if (meter instanceof Meter.PerServer) {
            return "servers";
        }
        if (meter instanceof Meter.Capacity capacity) {
            return capacity.of() == Meter.Order.CALLS ? "calls per second" : "bandwidth that is ordered";
        }
        if (meter instanceof Meter.TrackerHours) {
            return "trackers by the hour";
        }
        if (meter instanceof Meter.ViewerHours) {
            return "viewer-hours";
        }
        return meter.isOfBytes() ? "bytes or their rate" : "requests or minutes";
    }

    /** A provider lets less out to the internet than the port of the machine could carry; said of who wants most. */
    private void checkPort(String payer, Tariff tariff, Meter.ServerHours machine, Fields fields) {
        deliveries.values().stream()
                .filter(delivery -> uplinkBps(payer, delivery) > machine.internetBps())
                .max(Comparator.comparingLong(delivery -> uplinkBps(payer, delivery)))
                .ifPresent(delivery -> fields.problem(
                        "tariff",
                        "A machine of " + tariff.id() + " sends at most " + Kind.gigabits(machine.internetBps())
                                + " to the internet; " + delivery.name() + " wants "
                                + Kind.gigabits(uplinkBps(payer, delivery)) + " from each.",
                        "Maybe more machines with an uplink of " + Kind.gigabits(machine.internetBps()) + "."));
    }

    private static long uplinkBps(String payer, DeliveryDef delivery) {
        Server server = switch (payer) {
            case "origin" -> delivery.origin();
            case "seeds" -> delivery.seeds();
            case CostBinder.FRONT_DOOR -> null;
            default -> delivery.shield() == null ? null : delivery.shield().server();
        };
        return server == null ? 0 : server.uplinkBps();
    }

    /** The price region of all machines, or of each edge by its name. */
    private String region(String payer, List<Tariff> tariffs, Fields fields, Map<String, String> regionOf) {
        SourceNode node = fields.node("region");
        if (node == null) {
            return "";
        }
        if (node instanceof SourceNode.MapNode && payer.equals("edges")) {
            Fields byEdge = fields.mapOrEmpty("region");
            Set<String> known = CostBinder.edgeNames(deliveries);
            byEdge.named("an edge").forEach((edge, value) -> {
                if (!known.contains(edge) && problems.sound("deliveries")) {
                    problems.add(
                            value.position(),
                            byEdge.path(edge),
                            "is an edge of no delivery.",
                            DidYouMean.hintOrList(edge, known));
                }
                regionOf.put(edge, known(tariffs, byEdge.text(edge, ""), edge, byEdge));
            });
            return "";
        }
        return known(tariffs, fields.text("region", ""), "region", fields);
    }

    private static String known(List<Tariff> tariffs, String region, String key, Fields fields) {
        List<Tariff> regional =
                tariffs.stream().filter(tariff -> !tariff.regions().isEmpty()).toList();
        if (regional.isEmpty() && !tariffs.isEmpty()) {
            fields.problem(key, tariffs.get(0).id() + " has no price regions.", "Leave out region.");
        }
        for (Tariff tariff : regional) {
            if (!tariff.regions().containsKey(region)) {
                fields.problem(
                        key,
                        "'" + region + "' is no region of " + tariff.id() + ".",
                        DidYouMean.hintOrList(region, tariff.regions().keySet()));
            }
        }
        return region;
    }
}
