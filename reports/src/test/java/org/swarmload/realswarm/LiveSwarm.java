package org.swarmload.realswarm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs one swarm of real clients and measures it. */
final class LiveSwarm implements AutoCloseable {
    private static final long SET_UP_MILLIS = 90_000;
    private static final long DOWNLOAD_MILLIS = 300_000;
    private static final long QUIET_MILLIS = 1000;

    private final Payload payload;
    private final Measurement what;
    private final List<PeerProcess> peers = new ArrayList<>();

    private LiveSwarm(Payload payload, Measurement what) {
        this.payload = payload;
        this.what = what;
    }

    /** Measures once on a network that has been shaped for it. */
    static MeasuredRun measure(Network network, Payload payload, Measurement what) throws IOException {
        Regime regime = what.regime();
        payload.clear(regime.leechers());
        network.shape(regime.uplinksKbps());
        try (LiveSwarm swarm = new LiveSwarm(payload, what)) {
            swarm.start();
            return swarm.download();
        }
    }

    private void start() throws IOException {
        int all = what.regime().leechers() + 1;
        for (int i = 0; i < all; i++) {
            peers.add(new PeerProcess(i, all, payload, what));
        }
        await("clients to start", SET_UP_MILLIS, () -> peers.stream().allMatch(PeerProcess::isReady));
        peers.forEach(peer -> peer.tell("start"));
        await("torrents to start", SET_UP_MILLIS, () -> peers.stream().allMatch(PeerProcess::isStarted));
        if (what.regime().together()) {
            for (int i = 2; i < all; i++) {
                peers.get(i).tell("meet " + upTo(1, i));
            }
            await("leechers to meet", SET_UP_MILLIS, () -> leechers().stream().allMatch(PeerProcess::knowsAllLeechers));
        }
        sleep(QUIET_MILLIS);
    }

    /** Each pair is told about once, so it has one connection. */
    private static String upTo(int first, int end) {
        return IntStream.range(first, end).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private List<PeerProcess> leechers() {
        return peers.subList(1, peers.size());
    }

    private MeasuredRun download() throws IOException {
        long[] cpuBefore = cpuTicks();
        long wireBefore = wireBytes();
        long start = System.currentTimeMillis();
        for (int i = 1; i < peers.size(); i++) {
            sleep(start + what.regime().joinMillis().get(i - 1) - System.currentTimeMillis());
            peers.get(i).tell("meet " + (what.regime().together() ? "0" : present(i)));
        }
        await(
                "the downloads",
                DOWNLOAD_MILLIS,
                () -> leechers().stream().allMatch(peer -> peer.pieces() == payload.pieces()));
        double cpu = busyShare(cpuBefore, cpuTicks());
        long wire = wireBytes() - wireBefore;
        peers.stream().filter(peer -> peer.sums() == null && peer.isAlive()).forEach(peer -> peer.tell("end"));
        await("the sums", SET_UP_MILLIS, () -> peers.stream().allMatch(peer -> peer.sums() != null));
        for (int i = 1; i < peers.size(); i++) {
            if (!payload.arrivedAt(i)) {
                throw new IllegalStateException("Leecher " + i + " has another file than the seed.");
            }
        }
        return run(cpu, wire);
    }

    private String present(int newcomer) {
        return IntStream.range(0, newcomer)
                .filter(peer -> peers.get(peer).isAlive() && peers.get(peer).sums() == null)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private MeasuredRun run(double cpu, long wire) {
        long zero =
                leechers().stream().mapToLong(peer -> peer.metMillis(0)).min().orElseThrow();
        List<MeasuredRun.Leecher> leechers = leechers().stream()
                .map(peer -> new MeasuredRun.Leecher(
                        peer.metMillis(0) - zero,
                        peer.lastPieceMillis() - zero,
                        peer.sums()[0],
                        peer.sums()[1],
                        peer.sums()[2]))
                .toList();
        return new MeasuredRun(what, cpu, peers.get(0).sums()[0], wire, leechers);
    }

    private void await(String event, long millis, BooleanSupplier happened) {
        long deadline = System.currentTimeMillis() + millis;
        while (!happened.getAsBoolean()) {
            boolean broken = peers.stream().anyMatch(peer -> peer.failure() != null);
            if (broken || System.currentTimeMillis() > deadline) {
                throw new IllegalStateException("In vain waited at most " + millis / 1000 + " s for " + event + ". "
                        + peers.stream().map(PeerProcess::failure).toList() + ", pieces "
                        + leechers().stream().map(PeerProcess::pieces).toList() + "; " + words());
            }
            sleep(20);
        }
    }

    /** The end of what the clients wrote to their logs. */
    private String words() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < peers.size(); i++) {
            try {
                String log = Files.readString(payload.folder().resolve("peer-" + i + ".log"));
                words.append(log.substring(Math.max(0, log.length() - 300)));
            } catch (IOException e) {
                words.append(e.getMessage());
            }
        }
        return words.toString();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long[] cpuTicks() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/stat")).get(0);
        return Arrays.stream(line.trim().split("\\s+"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Share of processor time that was neither idle nor waiting for the disk. */
    private static double busyShare(long[] before, long[] after) {
        long all = Arrays.stream(after).sum() - Arrays.stream(before).sum();
        long idle = after[3] + after[4] - before[3] - before[4];
        return 1 - (double) idle / all;
    }

    /** Bytes that all peers' interfaces have sent since they were made. */
    private long wireBytes() {
        return IntStream.range(0, peers.size()).mapToLong(Network::sentBytes).sum();
    }

    @Override
    public void close() {
        peers.forEach(PeerProcess::close);
    }
}
