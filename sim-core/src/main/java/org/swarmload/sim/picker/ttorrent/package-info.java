/** Piece choices of the ttorrent client, run as they are. The only package that knows ttorrent. */
package org.swarmload.sim.picker.ttorrent;
