package org.swarmload.realswarm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link Peer} in its namespace: its process, and what it has said so far. */
final class PeerProcess implements AutoCloseable {
    private final int number;
    private final Process process;
    private final int peers;

    private final long[] metMillis;
    private boolean ready;
    private boolean started;
    private int pieces;
    private long lastPieceMillis;
    private long[] sums;
    private String failure;

    PeerProcess(int number, int peers, Payload payload, Measurement what) throws IOException {
        this.number = number;
        this.peers = peers;
        metMillis = new long[peers];
        List<String> command = new ArrayList<>(Network.inside(number));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Peer.class.getName(),
                String.valueOf(number),
                String.valueOf(peers),
                payload.torrent().toString(),
                payload.folderOf(number).toString(),
                what.picker(),
                String.valueOf(what.regime().leave())));
        process = new ProcessBuilder(command)
                .redirectError(
                        payload.folder().resolve("peer-" + number + ".log").toFile())
                .start();
        Thread listener = new Thread(this::listen, "peer-" + number);
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line.split(" "));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void hear(String[] words) {
        long millis = Long.parseLong(words[0]);
        switch (words[1]) {
            case "ready" -> ready = true;
            case "started" -> started = true;
            case "met" -> metMillis[Integer.parseInt(words[2])] = millis;
            case "have" -> {
                pieces++;
                lastPieceMillis = millis;
            }
            case "sums" ->
                sums = Arrays.stream(words, 2, words.length)
                        .mapToLong(Long::parseLong)
                        .toArray();
            default -> failure = String.join(" ", words);
        }
    }

    void tell(String command) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Peer " + number + " is gone.", e);
        }
    }

    synchronized boolean isReady() {
        return ready;
    }

    synchronized boolean isStarted() {
        return started;
    }

    synchronized int pieces() {
        return pieces;
    }

    synchronized long lastPieceMillis() {
        return lastPieceMillis;
    }

    /** When its connection with a peer stood, or 0. */
    synchronized long metMillis(int peer) {
        return metMillis[peer];
    }

    /** Whether it is connected with all leechers. */
    synchronized boolean knowsAllLeechers() {
        for (int peer = 1; peer < peers; peer++) {
            if (peer != number && metMillis[peer] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Bytes sent, bytes received and CPU milliseconds, once it has ended or left. */
    synchronized long[] sums() {
        return sums;
    }

    /** Why the client cannot go on, or null. */
    synchronized String failure() {
        return failure != null || process.isAlive() || sums != null
                ? failure
                : "ended by itself with status " + process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
