package org.swarmload.realswarm;

import bt.torrent.maker.TorrentBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A file of random bytes with its torrent, and folders for those who download it. */
record Payload(Path folder, long bytes, int pieceBytes) implements AutoCloseable {
    private static final String PREFIX = "swarmload-realswarm-";
    private static final String NAME = "payload.bin";

    static Payload generate(long bytes, int pieceBytes) throws IOException {
        Payload payload = new Payload(Files.createTempDirectory(PREFIX), bytes, pieceBytes);
        byte[] content = new byte[Math.toIntExact(bytes)];
        new Random(bytes).nextBytes(content);
        Path file = Files.createDirectories(payload.folderOf(0)).resolve(NAME);
        Files.write(file, content);
        byte[] torrent = new TorrentBuilder()
                .addFile(file)
                .pieceSize(pieceBytes)
                .announce("http://localhost/")
                .build();
        Files.write(payload.torrent(), torrent);
        return payload;
    }

    Path torrent() {
        return folder.resolve("payload.torrent");
    }

    /** Peer 0 is the seed. */
    Path folderOf(int peer) {
        return folder.resolve("peer-" + peer);
    }

    int pieces() {
        return Math.toIntExact((bytes + pieceBytes - 1) / pieceBytes);
    }

    /** Takes from the leechers what they have downloaded. */
    void clear(int leechers) throws IOException {
        for (int peer = 1; peer <= leechers; peer++) {
            delete(folderOf(peer));
            Files.createDirectories(folderOf(peer));
        }
    }

    /** Whether a leecher's file is the seed's. */
    boolean arrivedAt(int peer) throws IOException {
        Path copy = folderOf(peer).resolve(NAME);
        return Files.exists(copy) && Files.mismatch(copy, folderOf(0).resolve(NAME)) < 0;
    }

    /** Deletes what killed runs left. */
    static void removeLeftovers() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path left : folders) {
                delete(left);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (var paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
