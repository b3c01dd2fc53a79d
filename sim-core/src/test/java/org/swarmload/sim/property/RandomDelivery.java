package org.swarmload.sim.property;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Edge;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.DeliverySpec.Shield;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.policy.Pickers;

/** A random delivery of one of the known forms: origin; origin and edges; seeds and swarm; origin and swarm; hybrid. */
final class RandomDelivery {
    /** Those that come with the program. */
    private static final List<Policy> POLICIES = List.of(Policy.GENERIC, Policy.P2P_MEDIA_LOADER, Policy.RELAY);

    private final Dice dice;
    private final ContentSpec content;
    private final long unlock;

    RandomDelivery(Dice dice, ContentSpec content, long unlock) {
        this.dice = dice;
        this.content = content;
        this.unlock = unlock;
    }

    DeliverySpec delivery(int viewers, int regions) {
        boolean mayTrade = !content.isFile() || content.file().constantSize();
        int form = dice.between(0, 4);
        boolean swarm = mayTrade && form >= 2;
        boolean edges = form == 1 || form == 4;
        if (form == 2 && mayTrade) {
            return Given.delivery(null, List.of(), server("seeds", viewers, dice.between(1, 3), false), swarm(false));
        }
        Server origin = server("origin", viewers, dice.between(1, 3), true);
        Shield shield = edges && dice.chance(35) ? shield(viewers) : null;
        return new DeliverySpec(
                origin, shield, edges ? edges(viewers, regions) : List.of(), null, swarm ? swarm(true) : null);
    }

    /** Between a tenth and five times of what viewers together may want. */
    private long uplink(int viewers, int servers) {
        double each = content.isFile() ? 1e6 : content.renditions().get(0).rateBps();
        return (long) Math.max(20_000, each * viewers * dice.scale(0.1, 5) / servers);
    }

    private Server server(String name, int viewers, int servers, boolean maySplit) {
        long uplink = uplink(viewers, servers);
        boolean reserved = maySplit && !content.isFile() && dice.chance(15);
        int connections = reserved || dice.chance(50) ? 0 : Math.max(1, dice.between(1, viewers + 2) / servers);
        return new Server(
                name,
                servers,
                uplink,
                connections,
                dice.chance(40) ? 0 : dice.between(0, 20),
                dice.chance(20) ? 1_000 : dice.micros(0.05, 30),
                reserved ? Admission.RESERVED : Admission.CONNECTIONS,
                dice.chance(65) ? Law.constant(0) : dice.law(dice.scale(0.001, 0.5)),
                RandomScenario.background(dice, uplink * servers, unlock));
    }

    private Shield shield(int viewers) {
        long uplink = uplink(viewers, 1);
        Server server = new Server(
                "shield",
                1,
                uplink,
                0,
                0,
                0,
                Admission.CONNECTIONS,
                dice.chance(65) ? Law.constant(0) : dice.law(dice.scale(0.001, 0.3)),
                RandomScenario.background(dice, uplink, unlock));
        return new Shield(server, cache());
    }

    private List<Edge> edges(int viewers, int regions) {
        List<List<Integer>> served = new ArrayList<>();
        int count = dice.between(1, regions);
        for (int e = 0; e < count; e++) {
            served.add(new ArrayList<>(List.of(e)));
        }
        for (int region = count; region < regions; region++) {
            served.get(dice.between(0, count - 1)).add(region);
        }
        List<Edge> edges = new ArrayList<>();
        for (int e = 0; e < count; e++) {
            edges.add(new Edge(server("e" + e, Math.max(1, viewers / count), 1, true), served.get(e), cache()));
        }
        return edges;
    }

    private CacheSpec cache() {
        long piece = content.isFile() ? content.file().pieceBytes() : content.pieceBytes(0);
        return new CacheSpec(
                dice.chance(15) ? 0 : dice.micros(0.5, 300),
                dice.chance(50) ? CacheSpec.UNLIMITED : (long) Math.max(1, piece * dice.scale(0.5, 60)),
                dice.chance(65),
                dice.chance(20) ? 0 : dice.micros(0.001, 0.3),
                (long) dice.scale(200_000, 5e9));
    }

    private Swarm swarm(boolean hasServers) {
        boolean file = content.isFile();
        Policy policy = file || dice.chance(40) ? Policy.GENERIC : dice.oneOf(POLICIES);
        if (policy == Policy.P2P_MEDIA_LOADER && !hasServers) {
            policy = Policy.RELAY;
        }
        Discipline discipline = file ? dice.oneOf(List.of(Discipline.values())) : Discipline.SHARED;
        int uploads = discipline == Discipline.SERIAL ? 1 : dice.between(1, 8);
        int neighbours = file && dice.chance(35) ? Swarm.EVERYBODY : dice.between(1, 60);
        Swarm swarm = new Swarm(
                policy,
                dice.oneOf(Pickers.own()),
                neighbours,
                dice.chance(60) ? 0 : (long) dice.scale(100_000, 5e6),
                dice.chance(60) ? 1 : dice.between(0.0, 1.0),
                file && dice.chance(40) ? Swarm.UNLIMITED : dice.between(1, 6),
                uploads,
                dice.chance(40) ? 0 : dice.micros(0.001, 3),
                trading(discipline, uploads));
        return file && dice.chance(20) ? asBt(swarm) : swarm;
    }

    /** The same with clients of the library bt, whose rules are their own. */
    private Swarm asBt(Swarm swarm) {
        Trading trading = swarm.trading();
        return new Swarm(
                Policy.BT,
                swarm.picker(),
                swarm.neighbours(),
                swarm.uploadCapBps(),
                swarm.reachable(),
                Swarm.UNLIMITED,
                Swarm.UNLIMITED,
                swarm.announceMicros(),
                Trading.ofBt(
                        trading.lingerSeconds(),
                        trading.coreTripMicros(),
                        trading.pairSetupMicros(),
                        dice.chance(40) ? 0 : dice.micros(0.01, 3)));
    }

    private Trading trading(Discipline discipline, int uploads) {
        boolean file = content.isFile();
        boolean contacts = (file || content.isLive()) && dice.chance(25);
        Exchange exchange =
                contacts ? Exchange.CONTACTS : file && dice.chance(40) ? Exchange.CHOKING : Exchange.REQUESTS;
        Law linger = !file || dice.chance(30) ? null : dice.chance(40) ? Law.constant(0) : dice.law(10);
        return new Trading(
                exchange,
                contacts
                        ? new Contacts(dice.law(dice.scale(0.1, 3)), dice.law(dice.scale(0.1, 3)), dice.chance(50))
                        : null,
                discipline,
                linger,
                file ? (dice.chance(50) ? uploads : dice.between(1, 10)) : uploads,
                file && dice.chance(40) ? dice.between(1, 50) : 0,
                !file || dice.chance(70),
                dice.chance(40) ? 0 : dice.micros(0.001, 0.3),
                dice.chance(40) ? 0 : dice.micros(0.01, 3));
    }
}
