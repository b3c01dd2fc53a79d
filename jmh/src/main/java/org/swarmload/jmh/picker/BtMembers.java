package org.swarmload.jmh.picker;

import bt.data.LocalBitfield;
import bt.data.PeerBitfield;
import bt.metainfo.TorrentFile;
import bt.metainfo.TorrentId;
import bt.net.ConnectionKey;
import bt.net.InetPeer;
import bt.runtime.Config;
import bt.torrent.BitfieldBasedStatistics;
import bt.torrent.messaging.Assignments;
import bt.torrent.selector.PieceSelector;
import bt.torrent.selector.ValidatingSelector;
import java.net.InetAddress;
import java.util.BitSet;
import java.util.function.Supplier;

/** As clients of bt-core 1.10 do it, with its own classes: each has the bitfields of all others, and their counts. */
final class BtMembers implements Mesh.Members {
    private static final int PORT = 6891;
    private static final Config CONFIG = new Config();

    private final ConnectionKey[] connections = new ConnectionKey[Mesh.MEMBERS];
    private final Client[] clients = new Client[Mesh.MEMBERS];

    BtMembers(Supplier<PieceSelector> selectors) {
        TorrentId torrent = TorrentId.fromBytes(new byte[TorrentId.length()]);
        for (int m = 0; m < Mesh.MEMBERS; m++) {
            connections[m] =
                    new ConnectionKey(InetPeer.build(InetAddress.getLoopbackAddress(), PORT + m), PORT + m, torrent);
        }
        for (int m = 0; m < Mesh.MEMBERS; m++) {
            clients[m] = new Client(m, selectors.get());
        }
    }

    @Override
    public int fetch(int member, int from) {
        int piece = clients[member].fetch(from);
        for (int m = 0; piece != Mesh.NOTHING && m < Mesh.MEMBERS; m++) {
            if (m != member) {
                clients[m].statistics.addPiece(connections[member], piece);
            }
        }
        return piece;
    }

    private final class Client {
        private final LocalBitfield local = new LocalBitfield(Mesh.PIECES, null) {
            @Override
            protected void fileFinishedCallback(TorrentFile file) {
                // There are no files here.
            }
        };
        private final BitfieldBasedStatistics statistics = new BitfieldBasedStatistics(local);
        private final ValidatingSelector selector;
        private final Assignments assignments;
        private int claimed;

        Client(int member, PieceSelector rarest) {
            rarest.initSelector(Mesh.PIECES);
            selector = new ValidatingSelector(local, new BitSet(), rarest);
            assignments = new Assignments(local, selector, statistics, CONFIG);
            for (int m = 0; m < Mesh.MEMBERS; m++) {
                PeerBitfield peer = new PeerBitfield(Mesh.PIECES);
                for (int piece = 0; m == 0 && piece < Mesh.PIECES; piece++) {
                    peer.markPeerPieceVerified(piece);
                }
                if (m != member) {
                    statistics.addBitfield(connections[m], peer);
                }
            }
        }

        /** {@code Assignment.claimPiecesIfNeeded} for one piece, which is private, and what follows when it has come. */
        int fetch(int from) {
            claimed = Mesh.NOTHING;
            PeerBitfield peer = statistics.getPeerBitfield(connections[from]).get();
            BitSet offered = peer.getBitmask();
            local.removeVerifiedPiecesFromBitset(offered);
            selector.getNextPieces(peer, statistics)
                    .filter(piece -> offered.get(piece) && assignments.claim(piece))
                    .limit(1)
                    .forEach(piece -> claimed = piece);
            if (claimed != Mesh.NOTHING) {
                local.markLocalPieceVerified(claimed);
                assignments.finish(claimed);
            }
            return claimed;
        }
    }
}
