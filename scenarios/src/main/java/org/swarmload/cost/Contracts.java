package org.swarmload.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is billed by what. Payers: origin, shield, edges (every edge that is in no CDN of its own), seeds, peers (a vendor's
 * fee), tracker, relay, fixed, and front-door NAME, a service of the front door.
 *
 * @param payers contract by payer
 * @param cdns further CDNs by name
 * @param days of the billing month
 */
public record Contracts(Map<String, Contract> payers, Map<String, Cdn> cdns, int days) {
    /** A month that nobody says anything of has 30 days. */
    public static final int USUAL_DAYS = 30;

    public static final Contracts NONE = new Contracts(Map.of(), Map.of(), USUAL_DAYS);

    /** The main CDN's payer. */
    static final String EDGES = "edges";

    private static final String FRONT_DOOR = "front-door ";

    /** @param edges names of the edges that are its own */
    public record Cdn(List<String> edges, Contract contract) {
        public Cdn {
            edges = List.copyOf(edges);
        }
    }

    public Contracts {
        payers = Collections.unmodifiableMap(new LinkedHashMap<>(payers));
        cdns = Collections.unmodifiableMap(new LinkedHashMap<>(cdns));
    }

    /** One price list for each payer, in a usual month. */
    public static Contracts of(Map<String, Tariff> tariffs) {
        Map<String, Contract> payers = new LinkedHashMap<>();
        tariffs.forEach((payer, tariff) -> payers.put(payer, Contract.of(tariff)));
        return new Contracts(payers, Map.of(), USUAL_DAYS);
    }

    public boolean isEmpty() {
        return payers.isEmpty() && cdns.isEmpty();
    }

    /** Contract by payer as an invoice calls it, CDNs of their own last. */
    public Map<String, Contract> all() {
        Map<String, Contract> all = new LinkedHashMap<>(payers);
        cdns.forEach((name, cdn) -> all.put(cdnPayer(name), cdn.contract()));
        return all;
    }

    /** Every price list in use. */
    public List<Tariff> tariffs() {
        List<Tariff> tariffs = new ArrayList<>();
        all().values().forEach(contract -> tariffs.addAll(contract.tariffs()));
        return tariffs;
    }

    /** Who pays for what a machine of the ledger sends: of an edge its CDN. */
    String payerOf(String machine) {
        if (machine.startsWith(Estate.SERVICE)) {
            return doorPayer(machine.substring(Estate.SERVICE.length()));
        }
        if (!machine.startsWith(Estate.EDGE)) {
            return machine;
        }
        String edge = machine.substring(Estate.EDGE.length());
        return cdns.entrySet().stream()
                .filter(cdn -> cdn.getValue().edges().contains(edge))
                .map(cdn -> cdnPayer(cdn.getKey()))
                .findFirst()
                .orElse(EDGES);
    }

    /** Whether bytes of this payer reach viewers from a CDN. */
    static boolean isCdn(String payer) {
        return payer.startsWith(EDGES);
    }

    /** Whether this is a service of the front door. */
    static boolean isDoor(String payer) {
        return payer.startsWith(FRONT_DOOR);
    }

    /** Who pays for a service of the front door. */
    public static String doorPayer(String service) {
        return FRONT_DOOR + service;
    }

    private static String cdnPayer(String name) {
        return EDGES + " of " + name;
    }

    /** The one currency of all lists. */
    public String currency() {
        return tariffs().stream().map(Tariff::currency).findFirst().orElse("USD");
    }
}
