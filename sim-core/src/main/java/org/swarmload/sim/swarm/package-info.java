/** Who holds which piece, who knows whom, and the tracker that introduces peers. */
package org.swarmload.sim.swarm;
