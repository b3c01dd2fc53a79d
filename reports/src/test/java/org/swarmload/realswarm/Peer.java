package org.swarmload.realswarm;

import bt.Bt;
import bt.data.file.FileSystemStorage;
import bt.metainfo.Torrent;
import bt.net.ConnectionKey;
import bt.net.InetPeer;
import bt.peer.IPeerRegistry;
import bt.runtime.BtClient;
import bt.runtime.BtRuntime;
import bt.runtime.Config;
import bt.torrent.TorrentRegistry;
import bt.torrent.TorrentSessionState;
import bt.torrent.selector.PieceSelector;
import bt.torrent.selector.RarestFirstSelector;
import bt.torrent.selector.SequentialSelector;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One bt client in a process of its own. Says on its standard output what happens, one line each with the machine's
 * milliseconds: {@code ready}, {@code started}, {@code met PEER}, {@code have}, {@code done}, {@code sums}. Is told on its
 * standard input: {@code start}, {@code meet PEER...}, {@code end}. Ends with its parent, whatever kills that.
 */
public final class Peer {
    private final int peers;
    private final boolean leaves;
    private final BtRuntime runtime;
    private final BtClient client;
    private final Set<Integer> met = ConcurrentHashMap.newKeySet();
    private final Set<Integer> toMeet = ConcurrentHashMap.newKeySet();
    private CompletableFuture<?> running;
    private volatile Torrent torrent;
    private volatile TorrentSessionState state;

    private Peer(int self, int peers, Path torrentFile, Path folder, String picker, boolean leaves) throws IOException {
        this.peers = peers;
        this.leaves = leaves;
        Config config = new Config();
        config.setAcceptorAddress(InetAddress.getByName(Network.address(self)));
        config.setMseDisabled(true);
        // Those who wait for a connection spin; what happens on connections does not depend on it.
        config.setMaxPendingConnectionRequests(4);
        runtime = BtRuntime.builder(config)
                .disableStandardExtensions()
                .disableAutomaticShutdown()
                .build();
        runtime.getEventSource()
                .onPeerConnected(null, event -> met(event.getConnectionKey()))
                .onPieceVerified(null, event -> say("have"));
        client = Bt.client(runtime)
                .storage(new FileSystemStorage(folder))
                .torrent(torrentFile.toUri().toURL())
                .selector(selector(picker))
                .afterTorrentFetched(fetched -> torrent = fetched)
                .build();
    }

    /** The selectors of bt-core, as the simulator runs them by these names. */
    static PieceSelector selector(String picker) {
        return switch (picker) {
            case "bt:rarest-first" -> RarestFirstSelector.rarest();
            case "bt:randomized-rarest" -> RarestFirstSelector.randomizedRarest();
            case "bt:sequential" -> SequentialSelector.sequential();
            default -> throw new IllegalArgumentException("No picker '" + picker + "'.");
        };
    }

    /** Arguments: own number, number of peers, torrent, folder, picker, whether it leaves. */
    public static void main(String[] args) throws IOException {
        Peer peer = new Peer(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                Path.of(args[2]),
                Path.of(args[3]),
                args[4],
                Boolean.parseBoolean(args[5]));
        peer.listen();
        Runtime.getRuntime().halt(0);
    }

    private static synchronized void say(String what) {
        System.out.println(System.currentTimeMillis() + " " + what);
    }

    private void listen() throws IOException {
        say("ready");
        Thread introductions = new Thread(this::introduce, "introductions");
        introductions.setDaemon(true);
        introductions.start();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null && !line.equals("end"); line = commands.readLine()) {
            List<String> words = List.of(line.split(" "));
            if (words.get(0).equals("start")) {
                start();
            } else {
                words.subList(1, words.size()).forEach(word -> toMeet.add(Integer.parseInt(word)));
            }
        }
        saySums();
        running.cancel(false);
    }

    private void start() {
        running = client.startAsync(this::look, 50).whenComplete((done, error) -> {
            if (error != null) {
                say("failed " + error);
            }
        });
    }

    private void look(TorrentSessionState now) {
        boolean first = state == null;
        state = now;
        if (first) {
            say("started");
        }
        if (now.getPiecesRemaining() == 0 && leaves && !now.startedAsSeed()) {
            saySums();
            Runtime.getRuntime().halt(0);
        }
    }

    /** Tells the client about peers until they are connected; telling twice makes no second connection. */
    private void introduce() {
        while (true) {
            if (torrent != null
                    && runtime.service(TorrentRegistry.class).isSupportedAndActive(torrent.getTorrentId())) {
                for (int peer : toMeet) {
                    if (!met.contains(peer)) {
                        runtime.service(IPeerRegistry.class)
                                .addPeer(
                                        torrent.getTorrentId(),
                                        InetPeer.build(
                                                inetAddress(peer),
                                                runtime.getConfig().getAcceptorPort()));
                    }
                }
            }
            sleep(20);
        }
    }

    private static InetAddress inetAddress(int peer) {
        try {
            return InetAddress.getByName(Network.address(peer));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private void met(ConnectionKey key) {
        for (int peer = 0; peer < peers; peer++) {
            if (key.getPeer().getInetAddress().getHostAddress().equals(Network.address(peer)) && met.add(peer)) {
                say("met " + peer);
            }
        }
    }

    private void saySums() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        say("sums " + (state == null ? 0 : state.getUploaded()) + " " + (state == null ? 0 : state.getDownloaded())
                + " " + system.getProcessCpuTime() / 1_000_000);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
