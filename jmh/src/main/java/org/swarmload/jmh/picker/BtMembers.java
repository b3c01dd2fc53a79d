package org.swarmload.jmh.picker;

import bt.data.LocalBitfield;
import bt.data.PeerBitfield;
import bt.metainfo.TorrentFile;
import bt.metainfo.TorrentId;
import bt.net.ConnectionKey;
import bt.net.InetPeer;
import bt.torrent.BitfieldBasedStatistics;
import bt.torrent.selector.RarestFirstSelector;
import bt.torrent.selector.ValidatingSelector;
import java.net.InetAddress;
import java.util.BitSet;
import java.util.PrimitiveIterator;

/** As clients of bt-core 1.10 do it, with its own classes: each has the bitfields of all others, and their counts. */
final class BtMembers implements Mesh.Members {
    private static final int PORT = 6891;

    private final ConnectionKey[] connections = new ConnectionKey[Mesh.MEMBERS];
    private final Client[] clients = new Client[Mesh.MEMBERS];

    BtMembers() {
        TorrentId torrent = TorrentId.fromBytes(new byte[TorrentId.length()]);
        for (int m = 0; m < Mesh.MEMBERS; m++) {
            connections[m] =
                    new ConnectionKey(InetPeer.build(InetAddress.getLoopbackAddress(), PORT + m), PORT + m, torrent);
        }
        for (int m = 0; m < Mesh.MEMBERS; m++) {
            clients[m] = new Client(m);
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
        private final ValidatingSelector selector =
                new ValidatingSelector(local, new BitSet(), RarestFirstSelector.rarest());
        private final PeerBitfield[] peers = new PeerBitfield[Mesh.MEMBERS];

        Client(int member) {
            for (int m = 0; m < Mesh.MEMBERS; m++) {
                peers[m] = new PeerBitfield(Mesh.PIECES);
                for (int piece = 0; m == 0 && piece < Mesh.PIECES; piece++) {
                    peers[m].markPeerPieceVerified(piece);
                }
                if (m != member) {
                    statistics.addBitfield(connections[m], peers[m]);
                }
            }
        }

        int fetch(int from) {
            PrimitiveIterator.OfInt pieces =
                    selector.getNextPieces(peers[from], statistics).iterator();
            if (!pieces.hasNext()) {
                return Mesh.NOTHING;
            }
            int piece = pieces.nextInt();
            local.markLocalPieceVerified(piece);
            return piece;
        }
    }
}
